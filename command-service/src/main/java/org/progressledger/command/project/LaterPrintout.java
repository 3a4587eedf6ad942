package org.progressledger.command.project;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.Baht;
import org.progressledger.events.Fact;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Pause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.events.Withdrawn;

/**
 * A printout beside a project that is recorded: what the ledger holds already, what is new, and what it tells otherwise.
 *
 * @param missing reports and proposals that are not recorded, in the order of the paper; a report that was returned and that
 *     the paper tells otherwise is handed in again under its number
 * @param same numbers of reports that stand in the ledger, as they are or as they once were
 * @param different reports that stand in the ledger otherwise
 * @param older whether the ledger holds a higher report number than the paper
 * @param known whether these very bytes were recorded before: then their reports were too, however they are read today
 */
public record LaterPrintout(
        List<ImportedFact> missing, List<Integer> same, List<Different> different, boolean older, boolean known) {

    /** One report that the paper tells otherwise. */
    public record Different(Report recorded, ImportedFact printed, List<Field> fields) {
        ProgressReported told() {
            return (ProgressReported) printed.event();
        }
    }

    /** What differs, in the words of the API; {@code reportedOn} cannot be corrected. */
    public record Field(
            String field,
            @Nullable Object recorded,
            @Nullable Object printed) {}

    /** @param facts what the paper states and what of its proposals is looked at */
    public static LaterPrintout of(List<ImportedFact> facts, Project project) {
        boolean known = isKnown(facts, project);
        List<ImportedFact> missing = new ArrayList<>();
        List<Integer> same = new ArrayList<>();
        List<Different> different = new ArrayList<>();
        int last = 0;
        for (ImportedFact fact : facts) {
            if (fact.event() instanceof ProgressReported told) {
                last = Math.max(last, told.reportNo());
                Report recorded = project.reports().get(told.reportNo());
                if (recorded == null) {
                    if (!known) {
                        missing.add(fact);
                    }
                } else if (stood(recorded, told)) {
                    same.add(told.reportNo());
                } else if (!recorded.counts()) {
                    missing.add(again(fact, told, recorded.revision() + 1));
                } else {
                    different.add(new Different(recorded, fact, fields(recorded, told)));
                }
            } else if (!(fact.event() instanceof ProjectRegistered) && !isRecorded(fact, project)) {
                missing.add(fact);
            }
        }
        boolean older = !project.reports().isEmpty() && project.reports().lastKey() > last;
        return new LaterPrintout(missing, same, different, older, known);
    }

    private static boolean isKnown(List<ImportedFact> facts, Project project) {
        Set<Sha256> recorded = Stream.concat(
                        Stream.of(project.registration()),
                        project.reports().values().stream().map(Report::reported))
                .map(fact -> fact.recorded().provenance().source())
                .filter(Objects::nonNull)
                .map(Source::sha256)
                .collect(Collectors.toSet());
        return facts.stream().anyMatch(fact -> recorded.contains(fact.source().sha256()));
    }

    private static ImportedFact again(ImportedFact fact, ProgressReported told, int revision) {
        return new ImportedFact(
                new ProgressReported(
                        told.project(), told.reportNo(), revision, told.reportedOn(), told.content(), told.printed()),
                fact.source(),
                fact.reportNo());
    }

    /** As the report stands, as it was handed in, or as one before it was: an earlier printout cannot know what came later. */
    private static boolean stood(Report recorded, ProgressReported told) {
        return Stream.concat(Stream.of(recorded), recorded.earlier().stream())
                .anyMatch(revision -> revision.reportedOn().equals(told.reportedOn())
                        && (isSame(revision.content(), told.content())
                                || revision.reported().event() instanceof ProgressReported first
                                        && isSame(first.content(), told.content())));
    }

    private static boolean isSame(ReportContent recorded, ReportContent told) {
        return fields(recorded, told).isEmpty();
    }

    private static List<Field> fields(Report recorded, ProgressReported told) {
        List<Field> fields = new ArrayList<>();
        if (!recorded.reportedOn().equals(told.reportedOn())) {
            fields.add(new Field("reportedOn", recorded.reportedOn(), told.reportedOn()));
        }
        fields.addAll(fields(recorded.content(), told.content()));
        return fields;
    }

    private static List<Field> fields(ReportContent recorded, ReportContent told) {
        List<Field> fields = new ArrayList<>();
        if (!recorded.percent().equals(told.percent())) {
            fields.add(new Field(
                    "percent", recorded.percent().value(), told.percent().value()));
        }
        if (!Objects.equals(recorded.disbursed(), told.disbursed())) {
            fields.add(new Field("disbursed", value(recorded.disbursed()), value(told.disbursed())));
        }
        if (recorded.scheduleStatus() != told.scheduleStatus()) {
            fields.add(new Field("scheduleStatus", recorded.scheduleStatus(), told.scheduleStatus()));
        }
        if (recorded.targetStatus() != told.targetStatus()) {
            fields.add(new Field("targetStatus", recorded.targetStatus(), told.targetStatus()));
        }
        if (!words(recorded.narrative()).equals(words(told.narrative()))) {
            fields.add(new Field("narrative", recorded.narrative(), told.narrative()));
        }
        return fields;
    }

    /** Another printout may break lines and pages elsewhere. */
    private static String words(String narrative) {
        return ThaiSpelling.folded(narrative).replace(" ", "");
    }

    private static @Nullable BigDecimal value(@Nullable Baht amount) {
        return amount == null ? null : amount.value();
    }

    /** What was withdrawn as a mistake is not recorded anew because a paper tells it again. */
    public static boolean isRecorded(ImportedFact fact, Project project) {
        return recordedFacts(project)
                .anyMatch(recorded -> isSame(recorded, fact, project) || PaperEdit.isOf(recorded, fact.event()));
    }

    private static Stream<Fact> recordedFacts(Project project) {
        return Stream.of(
                        project.withdrawn().stream().map(Withdrawn::fact),
                        project.activities().stream(),
                        project.letters().stream(),
                        project.citations().stream(),
                        project.pauses().stream().map(Pause::paused),
                        project.pauses().stream().map(Pause::resumed).filter(Objects::nonNull))
                .flatMap(facts -> facts);
    }

    /**
     * The same thing, in whatever words: an activity by its day and the report that tells it, a letter by its number and day, a
     * pause by its first day, a resumption by the first day of work, a citation by its day, round and stage.
     */
    private static boolean isSame(Fact recorded, ImportedFact told, Project project) {
        ProjectEvent event = recorded.event();
        return switch (told.event()) {
            case ActivityHeld held ->
                event instanceof ActivityHeld before
                        && before.heldOn().equals(held.heldOn())
                        && (before.equals(held)
                                || isToldByTheSameReportElsewhere(recorded, told)
                                        && !areTwo(before, held, told.reportNo(), project));
            case LetterCited cited -> event instanceof LetterCited before && isSame(before.letter(), cited.letter());
            case ProjectPaused paused ->
                event instanceof ProjectPaused before && before.effectiveOn().equals(paused.effectiveOn());
            case ProjectResumed resumed ->
                event instanceof ProjectResumed before && before.effectiveOn().equals(resumed.effectiveOn());
            case AppealCited cited ->
                event instanceof AppealCited before
                        && before.citedOn().equals(cited.citedOn())
                        && before.stage() == cited.stage()
                        && Objects.equals(before.round(), cited.round())
                        && (before.equals(cited) || isToldByTheSameReportElsewhere(recorded, told));
            default -> event.equals(told.event());
        };
    }

    /** One narrative may tell of two activities on one day; another printout of it tells of the same ones. */
    private static boolean isToldByTheSameReportElsewhere(Fact recorded, ImportedFact told) {
        Source source = recorded.recorded().provenance().source();
        return source != null
                && !source.sha256().equals(told.source().sha256())
                && Objects.equals(recorded.recorded().provenance().reportNo(), told.reportNo());
    }

    /** The narrative has both, each in its own words. */
    private static boolean areTwo(ActivityHeld one, ActivityHeld other, @Nullable Integer reportNo, Project project) {
        Report report = reportNo == null ? null : project.reports().get(reportNo);
        String first = words(one.description());
        String second = words(other.description());
        if (report == null || first.contains(second) || second.contains(first)) {
            return false;
        }
        String narrative = words(report.content().narrative());
        return narrative.contains(first) && narrative.contains(second);
    }

    private static boolean isSame(Letter one, Letter other) {
        return spelt(one).equals(spelt(other)) && Objects.equals(one.datedOn(), other.datedOn());
    }

    private static String spelt(Letter letter) {
        return ThaiSpelling.folded(letter.number()).replace(" ", "");
    }

    /** The numbers that differ. */
    Set<Integer> differentNumbers() {
        Set<Integer> numbers = new HashSet<>();
        different.forEach(each -> numbers.add(each.told().reportNo()));
        return numbers;
    }
}
