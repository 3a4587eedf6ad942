package org.progressledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventJson;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.Facts;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Evidence;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Flagging;
import org.progressledger.query.projection.Views.Summary;

class FlagsAheadTest {
    private static final Asker OFFICER = new Asker("officer", Role.OFFICER, null, List.of("5047"));

    /** Finds something in every report. */
    private static final Flagging EVERY_REPORT = new Flagging() {
        @Override
        public List<FlagView> hits(Project project, ProjectHistory history, LocalDate day) {
            return project.reports().values().stream()
                    .map(report -> new FlagView(
                            "seen-r" + report.reportNo(),
                            AuditFlag.PCT_JUMP,
                            Severity.ALERT,
                            project.code().text(),
                            project.details().name(),
                            report.reportNo(),
                            new Summary("เห็น", "seen"),
                            EventJson.mapper().createObjectNode(),
                            Evidence.of(List.of(report.reported())),
                            1,
                            null))
                    .toList();
        }

        @Override
        public Optional<LocalDate> nextChangeAfter(LocalDate day, ProjectHistory history) {
            return Optional.empty();
        }

        @Override
        public String edition() {
            return "";
        }
    };

    @Test
    void only_what_the_report_adds_is_told_and_nothing_is_kept_of_it() {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (ProjectEvent event : List.of(
                Facts.registered(Facts.BANGNA, "โครงการ", "สำนักงานเขตบางนา", 2564, null),
                Facts.report(Facts.BANGNA, 1, "2020-10-28", "10"))) {
            int sequence = recorded.size();
            recorded.add(new RecordedEvent(
                    sequence, sequence, "e" + sequence, Instant.parse("2020-11-01T00:00:00Z"), "", event, Facts.CLERK));
        }
        List<FlagView> ahead = FlagsAhead.added(
                recorded,
                Facts.report(Facts.BANGNA, 2, "2020-11-28", "60"),
                OFFICER,
                Instant.parse("2020-12-01T00:00:00Z"),
                EVERY_REPORT);
        assertThat(ahead).extracting(FlagView::id).containsExactly("seen-r2");
        assertThat(recorded).hasSize(2);
    }
}
