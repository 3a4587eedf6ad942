package org.progressledger.command.bulk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.bulk.BulkDrafts.Draft;
import org.progressledger.command.bulk.BulkDrafts.Sent;
import org.progressledger.command.bulk.DecidedSheet.DecidedRow;
import org.progressledger.command.project.Asked;
import org.progressledger.command.project.CommandDesk;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.command.project.Decision;
import org.progressledger.command.project.Foreseen;
import org.progressledger.events.EventJson;
import org.progressledger.events.LineRange;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.ledger.Commit;
import org.progressledger.problems.FieldProblem;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.PrintoutStore;
import org.springframework.stereotype.Component;

/** Reads a sheet into a draft whose rows are decided and not recorded, and records a confirmed one in one commit. */
@Component
class BulkDesk {
    private final BulkDrafts drafts;
    private final CommandDesk commands;
    private final PrintoutStore printouts;
    private final InstantSource clock;
    private final BulkSettings settings;
    private final CommandSettings limits;

    BulkDesk(
            BulkDrafts drafts,
            CommandDesk commands,
            PrintoutStore printouts,
            InstantSource clock,
            BulkSettings settings,
            CommandSettings limits) {
        this.drafts = drafts;
        this.commands = commands;
        this.printouts = printouts;
        this.clock = clock;
        this.settings = settings;
        this.limits = limits;
    }

    /** @throws ProblemException if nothing can be read */
    DecidedSheet read(Sent sent, Asker asker) {
        ReportSheet sheet = read(sent);
        Draft draft = drafts.keep(sent, shown(sheet), numbers(sheet, asker), asker.id());
        return decided(draft, sheet, asker);
    }

    /** The draft, decided anew. */
    DecidedSheet show(String bulkId, Asker asker) {
        Draft draft = draft(bulkId);
        return decided(draft, readAgain(draft, asker), asker);
    }

    /** Records every row, or none. */
    Commit confirm(String bulkId, Asker asker, @Nullable String key) {
        Draft draft = draft(bulkId);
        ReportSheet sheet = readAgain(draft, asker);
        // the same sheet of the same file is the same command, whichever draft holds it
        Sha256 digest = digestOf(
                List.of(draft.sent().sha256().hex(), String.valueOf(draft.sent().sheet())));
        String commandId = key == null ? "bulk-reports:" + digest.hex() : key;
        Optional<Commit> earlier = commands.recordedBefore(asker, commandId, digest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        DecidedSheet decided = decided(draft, sheet, asker);
        if (!decided.refused().isEmpty()) {
            // a twin recorded in the meantime is why the rules refuse: the caller still gets the twin's answer
            return commands.recordedBefore(asker, commandId, digest).orElseThrow(() -> refusal(decided.rows()));
        }
        // before anything names their digest
        printouts.keepSheet(draft.sent().sha256(), draft.sent().bytes(), clock.instant());
        List<Asked> asked =
                sheet.rows().stream().map(row -> asked(draft, sheet, row)).toList();
        return commands.handleTogether(
                asked, asker, commandId, digest, decisions -> refusal(refusedMeanwhile(decided, decisions)));
    }

    private ReportSheet read(Sent sent) {
        Charset declared = sent.charset() == null ? null : Charset.forName(sent.charset());
        return ReportSheet.read(sent.bytes(), declared, sent.sheet(), settings, limits.textLength());
    }

    private ReportSheet readAgain(Draft draft, Asker asker) {
        ReportSheet sheet = read(draft.sent());
        boolean theirs = draft.actor().equals(asker.id())
                || sheet.rows().stream()
                        .allMatch(row -> row.project() != null
                                && asker.mayActFor(row.project().text()));
        if (!theirs) {
            throw notFound(draft.bulkId());
        }
        if (!shown(sheet).equals(draft.shown())) {
            throw new ProblemException(BulkReason.BULK_DRAFT_IS_OUTDATED);
        }
        return sheet;
    }

    private Draft draft(String bulkId) {
        return drafts.find(bulkId).orElseThrow(() -> notFound(bulkId));
    }

    private static ProblemException notFound(String bulkId) {
        return new ProblemException(BulkReason.BULK_REPORTS_NOT_FOUND, Map.of("bulkId", bulkId));
    }

    /**
     * The number of each row's report, told once: what a person was shown as the fifth is recorded as the fifth or not at all,
     * also when a colleague confirms the same month first.
     */
    private List<Integer> numbers(ReportSheet sheet, Asker asker) {
        Map<ProjectCode, Integer> next = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        for (ReportRow row : sheet.rows()) {
            ProjectCode project = row.project();
            if (row.reportNo() != null || project == null || !asker.mayActFor(project.text())) {
                numbers.add(row.reportNo() == null ? 0 : row.reportNo());
                continue;
            }
            int number = next.computeIfAbsent(project, this::nextNumber);
            numbers.add(number);
            next.put(project, number == 0 ? 0 : number + 1);
        }
        return numbers;
    }

    private int nextNumber(ProjectCode project) {
        OptionalInt next = commands.nextReportNo(project);
        return next.isPresent() ? next.getAsInt() : 0;
    }

    private DecidedSheet decided(Draft draft, ReportSheet sheet, Asker asker) {
        List<ReportRow> readable =
                sheet.rows().stream().filter(ReportRow::isReadable).toList();
        List<Foreseen> foreseen = commands.foresee(
                readable.stream().map(row -> asked(draft, sheet, row)).toList(), asker);
        Map<ReportRow, Foreseen> byRow = new HashMap<>();
        for (int i = 0; i < readable.size(); i++) {
            byRow.put(readable.get(i), foreseen.get(i));
        }
        return new DecidedSheet(
                draft,
                sheet,
                sheet.rows().stream()
                        .map(row -> decided(row, number(draft, sheet, row), byRow.get(row)))
                        .toList());
    }

    private DecidedRow decided(ReportRow row, @Nullable Integer number, @Nullable Foreseen foreseen) {
        List<RowProblem> problems = new ArrayList<>(row.problems());
        Project before = foreseen == null ? null : foreseen.before();
        Suspicions suspicions = new Suspicions(settings.jumpPoints(), settings.behindPoints());
        problems.addAll(suspicions.aboutTheProject(row, before));
        if (foreseen != null && foreseen.decision() instanceof Decision.Refused refused) {
            problems.add(RowProblem.refusing(null, refused.reason(), refused.data()));
        } else if (foreseen != null && before != null) {
            problems.addAll(suspicions.aboutTheReport(row, before));
        }
        return new DecidedRow(
                row, number, before == null ? null : before.latestReport().orElse(null), List.copyOf(problems));
    }

    private static Asked asked(Draft draft, ReportSheet sheet, ReportRow row) {
        return new Asked(
                row.command(number(draft, sheet, row)),
                new Source(draft.sent().sha256(), List.of(new LineRange(row.row(), row.row()))));
    }

    private static @Nullable Integer number(Draft draft, ReportSheet sheet, ReportRow row) {
        int number = draft.numbers().get(sheet.rows().indexOf(row));
        return number == 0 ? null : number;
    }

    private static List<DecidedRow> refusedMeanwhile(DecidedSheet decided, List<Decision> decisions) {
        List<DecidedRow> rows = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            DecidedRow row = decided.rows().get(i);
            rows.add(
                    decisions.get(i) instanceof Decision.Refused refused
                            ? new DecidedRow(
                                    row.row(),
                                    row.reportNo(),
                                    row.before(),
                                    List.of(RowProblem.refusing(null, refused.reason(), refused.data())))
                            : row);
        }
        return rows;
    }

    private static ProblemException refusal(List<DecidedRow> rows) {
        List<DecidedRow> refused = rows.stream()
                .filter(row -> row.problems().stream().anyMatch(RowProblem::refuses))
                .toList();
        List<FieldProblem> errors = refused.stream()
                .flatMap(row -> row.problems().stream()
                        .filter(RowProblem::refuses)
                        .map(problem -> new FieldProblem(
                                "rows[" + row.row().row() + "]"
                                        + (problem.field() == null
                                                ? ""
                                                : "." + problem.field().json()),
                                problem.code(),
                                problem.data())))
                .toList();
        return new ProblemException(
                BulkReason.ROWS_REFUSED,
                Map.of(
                        "refused",
                        refused.size(),
                        "total",
                        rows.size(),
                        "rows",
                        refused.stream().map(row -> row.row().row()).toList()),
                errors);
    }

    /** Everything that would be recorded, so that nobody confirms what was not shown. */
    private static Sha256 shown(ReportSheet sheet) {
        return digestOf(sheet.rows().stream()
                .map(row -> row.isReadable() ? List.of(row.row(), row.command(null)) : List.of(row.row(), row.cells()))
                .toList());
    }

    private static Sha256 digestOf(Object shown) {
        return Sha256.ofBytes(EventJson.mapper().writeValueAsString(shown).getBytes(StandardCharsets.UTF_8));
    }
}
