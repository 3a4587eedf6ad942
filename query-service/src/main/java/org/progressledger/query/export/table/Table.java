package org.progressledger.query.export.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import org.progressledger.query.projection.KeptProjects.Lists;

/** What a project can be told in, as rows. */
public enum Table {
    PROJECTS("projects", "โครงการ", "Projects", Set.of()) {
        @Override
        public List<Column> columns() {
            return ProjectColumns.LAYOUT.columns();
        }

        @Override
        public Stream<List<@Nullable Object>> rows(KeptProject of) {
            return Stream.of(ProjectColumns.LAYOUT.row(of.project()));
        }
    },
    /** Also what was sent back and handed in again: each revision has its row. */
    REPORTS("reports", "รายงาน", "Reports", Set.of(Lists.REPORTS)) {
        @Override
        public List<Column> columns() {
            return ReportColumns.LAYOUT.columns();
        }

        @Override
        public Stream<List<@Nullable Object>> rows(KeptProject of) {
            return of.reports().stream()
                    .flatMap(report -> Stream.concat(report.earlier().stream(), Stream.of(report)))
                    .map(report -> ReportColumns.LAYOUT.row(new ReportColumns.Row(of.project(), report)));
        }
    },
    TIMELINE("timeline", "ลำดับเหตุการณ์", "Timeline", Set.of(Lists.TIMELINE)) {
        @Override
        public List<Column> columns() {
            return TimelineColumns.LAYOUT.columns();
        }

        @Override
        public Stream<List<@Nullable Object>> rows(KeptProject of) {
            return of.timeline().stream()
                    .map(entry -> TimelineColumns.LAYOUT.row(new TimelineColumns.Row(of.project(), entry)));
        }
    },
    PERCENT_CHANGES("percent-changes", "ร้อยละ", "Percent changes", Set.of(Lists.PERCENT_CHANGES)) {
        @Override
        public List<Column> columns() {
            return PercentChangeColumns.LAYOUT.columns();
        }

        @Override
        public Stream<List<@Nullable Object>> rows(KeptProject of) {
            return of.percentChanges().stream()
                    .map(change -> PercentChangeColumns.LAYOUT.row(new PercentChangeColumns.Row(of.project(), change)));
        }
    },
    FLAGS("flags", "ข้อสังเกต", "Flags", Set.of()) {
        @Override
        public List<Column> columns() {
            return FlagColumns.LAYOUT.columns();
        }

        @Override
        public Stream<List<@Nullable Object>> rows(KeptProject of) {
            return ProjectColumns.flags(of.project()).stream().map(FlagColumns.LAYOUT::row);
        }
    };

    private final String parameter;
    private final String thai;
    private final String english;
    private final Set<Lists> lists;

    Table(String parameter, String thai, String english, Set<Lists> lists) {
        this.parameter = parameter;
        this.thai = thai;
        this.english = english;
        this.lists = lists;
    }

    /** How it is asked for, as {@code percent-changes}. */
    public String parameter() {
        return parameter;
    }

    public String thai() {
        return thai;
    }

    public String english() {
        return english;
    }

    /** What must be read of a project for it. */
    public Set<Lists> lists() {
        return lists;
    }

    public abstract List<Column> columns();

    /** The rows of one project; null where nothing is stated. */
    public abstract Stream<List<@Nullable Object>> rows(KeptProject of);
}
