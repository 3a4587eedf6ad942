package org.progressledger.query.periods;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.periods.TimelinessRow.BoardAgency;
import org.progressledger.query.periods.TimelinessRow.BoardMonth;
import org.progressledger.query.periods.TimelinessRow.Counts;
import org.progressledger.query.projectlist.Question;
import org.progressledger.query.projectlist.Register;
import org.springframework.stereotype.Component;

/** Who reports late: agencies, or projects, beside the months of a year. */
@Component
class Timeliness {
    private final Register register;
    private final Sheets sheets;
    private final Agencies agencies;
    private final Judge judge;

    Timeliness(Register register, Sheets sheets, Agencies agencies, TimelinessSettings settings) {
        this.register = register;
        this.sheets = sheets;
        this.agencies = agencies;
        this.judge = new Judge(settings.deadlineDays());
    }

    int deadlineDays() {
        return judge.deadlineDays();
    }

    /** A page of rows, and counts over all projects that the filter leaves, other agencies' included. */
    record Found(List<TimelinessRow> rows, long total, AllCounts all) {}

    /** All agencies together. */
    record AllCounts(long projects, Counts year, List<BoardMonth> months) {}

    /** What was read for a question. */
    private record Read(Register.Choice choice, Map<String, KeptSheet> kept, AgencyRegister known) {
        BoardAgency agency(KeptSheet sheet) {
            Agency agency = known.of(sheet.agency()).orElseGet(() -> Agency.unknown(sheet.agency()));
            return new BoardAgency(agency.code(), agency.name(), agency.codes());
        }
    }

    private Read read(Question projects, Asked asked, Asker asker) {
        Register.Choice choice = register.choose(projects, asker);
        Set<ProjectCode> codes = new HashSet<>(choice.counted());
        codes.addAll(choice.visible());
        Map<String, KeptSheet> kept = sheets.of(asked.year(), codes);
        return new Read(
                choice,
                kept,
                agencies.knowing(kept.values().stream().map(KeptSheet::agency).collect(Collectors.toSet())));
    }

    /** One row for each agency, by main code. */
    Found byAgency(Question projects, Asked asked, Asker asker) {
        Read read = read(projects, asked, asker);
        List<Column> months = Cut.MONTH.of(asked.year());
        Board all = new Board(judge, months);
        Map<String, Board> boards = new TreeMap<>();
        Map<String, BoardAgency> names = new TreeMap<>();
        for (ProjectCode code : read.choice().counted()) {
            KeptSheet kept = read.kept().get(code.text());
            List<@Nullable Judged> judged = judged(kept, asked, all);
            if (kept != null && judged != null) {
                BoardAgency agency = read.agency(kept);
                names.put(agency.code(), agency);
                boards.computeIfAbsent(agency.code(), main -> new Board(judge, months))
                        .add(judged);
                all.add(judged);
            }
        }
        List<TimelinessRow> rows = new ArrayList<>();
        boards.forEach((code, board) -> rows.add(board.row(Objects.requireNonNull(names.get(code)))));
        int from = (int) Math.min(rows.size(), (long) projects.page() * projects.size());
        int to = Math.min(rows.size(), from + projects.size());
        return new Found(List.copyOf(rows.subList(from, to)), rows.size(), all(all));
    }

    /** One row for each project that the asker may see, in the order asked for. */
    Found byProject(Question projects, Asked asked, Asker asker) {
        Read read = read(projects, asked, asker);
        List<Column> months = Cut.MONTH.of(asked.year());
        Board all = new Board(judge, months);
        List<TimelinessRow> rows = new ArrayList<>();
        long first = (long) projects.page() * projects.size();
        long total = 0;
        for (ProjectCode code : read.choice().visible()) {
            KeptSheet kept = read.kept().get(code.text());
            List<@Nullable Judged> judged = judged(kept, asked, all);
            if (kept != null && judged != null) {
                if (total >= first && rows.size() < projects.size()) {
                    Board board = new Board(judge, months);
                    board.add(judged);
                    rows.add(board.row(read.agency(kept), kept.code(), kept.name(), judged));
                }
                total++;
            }
        }
        for (ProjectCode code : read.choice().counted()) {
            Optional.ofNullable(judged(read.kept().get(code.text()), asked, all))
                    .ifPresent(all::add);
        }
        return new Found(rows, total, all(all));
    }

    private static AllCounts all(Board board) {
        TimelinessRow row = board.row(new BoardAgency("", "", List.of()));
        return new AllCounts(row.projects(), row.year(), row.months());
    }

    private static @Nullable List<@Nullable Judged> judged(@Nullable KeptSheet kept, Asked asked, Board board) {
        return kept == null
                ? null
                : OnDay.of(kept.sheet(), asked.on()).map(board::judged).orElse(null);
    }
}
