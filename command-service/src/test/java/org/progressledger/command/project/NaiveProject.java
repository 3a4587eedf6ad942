package org.progressledger.command.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealState;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.Baht;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FactWithdrawn;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.FormCertified;
import org.progressledger.events.IndicatorAdopted;
import org.progressledger.events.IndicatorCriteriaChanged;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorResultRecorded;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectReopened;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;

/**
 * What facts add up to, said once more and in another way: every answer is looked up in the list of events, nothing is
 * carried from one event to the next.
 */
final class NaiveProject {
    private final List<RecordedEvent> all;
    private final List<RecordedEvent> counting;
    private final List<RecordedEvent> standing;
    private final Set<Long> withdrawn = new TreeSet<>();

    /** @param all of one project, in the order of recording */
    NaiveProject(List<RecordedEvent> all, LocalDate happenedOn, Instant recordedAt) {
        this.all = all;
        Predicate<RecordedEvent> counts =
                each -> !date(each).isAfter(happenedOn) && !each.recordedAt().isAfter(recordedAt);
        boolean opened = !all.isEmpty() && counts.test(all.getFirst());
        this.counting = opened ? all.stream().filter(counts).toList() : List.of();
        of(counting, FactWithdrawn.class).forEach(each -> withdrawn.add(((FactWithdrawn) each.event()).sequence()));
        this.standing = counting.stream()
                .filter(each -> !withdrawn.contains(each.sequence()))
                .toList();
    }

    boolean isThere() {
        return !counting.isEmpty();
    }

    // --- dates ---

    LocalDate date(RecordedEvent each) {
        LocalDate recordedOn = each.recordedOn();
        Integer toldBy = each.provenance().reportNo();
        LocalDate paper = toldBy == null ? recordedOn : reportDate(toldBy, each.sequence());
        return switch (each.event()) {
            case ProjectRegistered e ->
                e.period().startsOn().isBefore(recordedOn) ? e.period().startsOn() : recordedOn;
            case ProgressReported e -> e.reportedOn();
            case ProgressCorrected e -> reportDate(e.reportNo(), each.sequence());
            case ReportReturned e -> reportDate(e.reportNo(), each.sequence());
            case ProjectPaused e -> toldBy == null ? e.effectiveOn() : paper;
            case ProjectResumed e -> e.effectiveOn();
            case ProjectCompleted e -> e.completedOn();
            case ProjectCancelled e -> e.cancelledOn();
            case ProjectReopened e -> e.reopenedOn();
            case ActivityHeld e -> e.heldOn();
            case AppealFiled e -> e.filedOn();
            case AppealDecided e -> e.decidedOn();
            case AppealWithdrawn e -> e.withdrawnOn();
            case AppealCited e -> e.citedOn();
            case IndicatorCriteriaChanged e -> e.effectiveOn();
            case FactWithdrawn e -> date(all.get((int) e.sequence()));
            case LetterCited e -> or(e.letter().datedOn(), paper);
            case ProjectDetailsAmended e -> or(e.effectiveOn(), paper);
            case PlanRecorded e -> or(e.effectiveOn(), paper);
            case EvidenceAttached e -> paper;
            case AppealReviewed e -> or(e.reviewedOn(), recordedOn);
            case IndicatorAdopted e -> or(e.adoptedOn(), recordedOn);
            case IndicatorResultRecorded e -> or(e.statedOn(), recordedOn);
            case QuarterEvaluated e -> or(e.evaluatedOn(), recordedOn);
            case FormCertified e -> or(e.certifiedOn(), recordedOn);
            case FlagAcknowledged e -> recordedOn;
            case LateWindowOpened e -> recordedOn;
        };
    }

    private static LocalDate or(@Nullable LocalDate told, LocalDate otherwise) {
        return told == null ? otherwise : told;
    }

    /** Of the revision that was recorded last before that event; within one printout the report may come after it. */
    private LocalDate reportDate(int number, long sequence) {
        List<RecordedEvent> revisions = of(all, ProgressReported.class)
                .filter(each -> ((ProgressReported) each.event()).reportNo() == number)
                .toList();
        return revisions.stream()
                .filter(each -> each.sequence() < sequence)
                .reduce((earlier, later) -> later)
                .or(() -> revisions.stream().findFirst())
                .map(each -> ((ProgressReported) each.event()).reportedOn())
                .orElseThrow();
    }

    private static Stream<RecordedEvent> of(List<RecordedEvent> events, Class<?> kind) {
        return events.stream().filter(each -> kind.isInstance(each.event()));
    }

    private <E> Stream<RecordedEvent> standing(Class<E> kind, Predicate<E> which) {
        return of(standing, kind).filter(each -> which.test(kind.cast(each.event())));
    }

    private List<RecordedEvent> byDate(Class<?>... kinds) {
        return standing.stream()
                .filter(each -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(each.event())))
                .sorted(Comparator.comparing(this::date).thenComparing(RecordedEvent::position))
                .toList();
    }

    private static List<Long> sequences(Stream<RecordedEvent> events) {
        return events.map(RecordedEvent::sequence).toList();
    }

    private static @Nullable RecordedEvent last(Stream<RecordedEvent> events) {
        return events.reduce((earlier, later) -> later).orElse(null);
    }

    // --- what it adds up to ---

    /** Everything by name, for comparing with {@link Picture#of}. */
    Map<String, Object> picture() {
        Map<String, Object> picture = new TreeMap<>();
        picture.put("version", (long) counting.size());
        picture.put("position", counting.getLast().position());
        picture.put("withdrawn", withdrawn);
        picture.put("status", status());
        picture.put("percent", percent());
        reportNumbers().forEach(number -> picture.put("report " + number, report(number)));
        List<RecordedEvent> pauses = byDate(ProjectPaused.class);
        picture.put("pauses", pauses.stream().map(this::pause).toList());
        of(standing, AppealFiled.class).forEach(filed -> {
            int round = ((AppealFiled) filed.event()).round();
            picture.put("appeal " + round, appealState(round));
        });
        of(standing, IndicatorAdopted.class).forEach(adopted -> indicator(picture, adopted));
        picture.put(
                "scores",
                latest(
                        standing(QuarterEvaluated.class, each -> each.indicator() == null),
                        each -> ((QuarterEvaluated) each).quarter().toString()));
        details(picture);
        picture.put("plans", sequences(byDate(PlanRecorded.class).stream()));
        picture.put("windows", sequences(byDate(LateWindowOpened.class).stream()));
        picture.put("activities", sequences(byDate(ActivityHeld.class).stream()));
        picture.put("letters", sequences(byDate(LetterCited.class).stream()));
        picture.put("citations", sequences(byDate(AppealCited.class).stream()));
        picture.put("reviews", sequences(byDate(AppealReviewed.class).stream()));
        picture.put("endings", sequences(byDate(ProjectCompleted.class, ProjectCancelled.class).stream()));
        return picture;
    }

    private ProjectStatus status() {
        List<RecordedEvent> ends = byDate(ProjectCompleted.class, ProjectCancelled.class, ProjectReopened.class);
        ProjectEvent end = ends.isEmpty() ? null : ends.getLast().event();
        if (end instanceof ProjectCompleted) {
            return ProjectStatus.COMPLETED;
        }
        if (end instanceof ProjectCancelled) {
            return ProjectStatus.CANCELLED;
        }
        return byDate(ProjectPaused.class).stream().anyMatch(each -> resumption(each) == null)
                ? ProjectStatus.PAUSED
                : ProjectStatus.ACTIVE;
    }

    /** The first resumption of a pause from that day that was recorded after the pause. */
    private @Nullable RecordedEvent resumption(RecordedEvent paused) {
        LocalDate start = ((ProjectPaused) paused.event()).effectiveOn();
        return standing(ProjectResumed.class, each -> each.pausedOn().equals(start))
                .filter(each -> each.sequence() > paused.sequence())
                .findFirst()
                .orElse(null);
    }

    private String pause(RecordedEvent paused) {
        RecordedEvent resumed = resumption(paused);
        return ((ProjectPaused) paused.event()).effectiveOn() + ".."
                + (resumed == null ? "" : ((ProjectResumed) resumed.event()).effectiveOn());
    }

    private Set<Integer> reportNumbers() {
        return of(standing, ProgressReported.class)
                .map(each -> ((ProgressReported) each.event()).reportNo())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<RecordedEvent> revisions(int number) {
        return standing(ProgressReported.class, each -> each.reportNo() == number)
                .sorted(Comparator.comparing(each -> ((ProgressReported) each.event()).revision()))
                .toList();
    }

    private boolean isReturned(RecordedEvent revision) {
        ProgressReported reported = (ProgressReported) revision.event();
        return standing(
                        ReportReturned.class,
                        each -> each.reportNo() == reported.reportNo() && each.revision() == reported.revision())
                .findAny()
                .isPresent();
    }

    private List<ProgressCorrected> corrections(RecordedEvent revision) {
        int number = ((ProgressReported) revision.event()).reportNo();
        long until = of(all, ProgressReported.class)
                .filter(each -> ((ProgressReported) each.event()).reportNo() == number)
                .mapToLong(RecordedEvent::sequence)
                .filter(sequence -> sequence > revision.sequence())
                .min()
                .orElse(Long.MAX_VALUE);
        return standing(ProgressCorrected.class, each -> each.reportNo() == number)
                .filter(each -> each.sequence() > revision.sequence() && each.sequence() < until)
                .map(each -> (ProgressCorrected) each.event())
                .toList();
    }

    private ReportContent content(RecordedEvent revision) {
        List<ProgressCorrected> corrections = corrections(revision);
        return corrections.isEmpty()
                ? ((ProgressReported) revision.event()).content()
                : corrections.getLast().after();
    }

    private String report(int number) {
        List<RecordedEvent> revisions = revisions(number);
        return revisions.reversed().stream().map(this::revision).collect(Collectors.joining(" after "));
    }

    private String revision(RecordedEvent revision) {
        ProgressReported reported = (ProgressReported) revision.event();
        return Picture.revision(
                reported.revision(),
                reported.reportedOn(),
                content(revision),
                corrections(revision).size(),
                isReturned(revision));
    }

    private Percent percent() {
        return reportNumbers().stream()
                .map(number -> revisions(number).getLast())
                .filter(revision -> !isReturned(revision))
                .reduce((lower, higher) -> higher)
                .map(revision -> content(revision).percent())
                .orElse(Percent.ZERO);
    }

    private AppealState appealState(int round) {
        if (standing(AppealDecided.class, each -> each.round() == round)
                .findAny()
                .isPresent()) {
            return AppealState.DECIDED;
        }
        return standing(AppealWithdrawn.class, each -> each.round() == round)
                        .findAny()
                        .isPresent()
                ? AppealState.WITHDRAWN
                : AppealState.FILED;
    }

    private void indicator(Map<String, Object> picture, RecordedEvent adopted) {
        IndicatorId id = ((IndicatorAdopted) adopted.event()).id();
        List<String> criteria = new ArrayList<>();
        criteria.add("1 from " + date(adopted));
        standing(IndicatorCriteriaChanged.class, each -> each.indicator().equals(id))
                .map(each -> (IndicatorCriteriaChanged) each.event())
                .sorted(Comparator.comparing(IndicatorCriteriaChanged::version))
                .forEach(each -> criteria.add(each.version() + " from " + each.effectiveOn()));
        picture.put("criteria " + id, criteria);
        picture.put(
                "results " + id,
                latest(
                        standing(
                                IndicatorResultRecorded.class,
                                each -> each.indicator().equals(id)),
                        each -> ((IndicatorResultRecorded) each).quarter().toString()));
        picture.put(
                "scores " + id,
                latest(
                        standing(QuarterEvaluated.class, each -> id.equals(each.indicator())),
                        each -> ((QuarterEvaluated) each).quarter() + " by "
                                + ((QuarterEvaluated) each).criteriaVersion()));
    }

    private static Map<String, Long> latest(
            Stream<RecordedEvent> events, java.util.function.Function<ProjectEvent, String> key) {
        return events.collect(
                Collectors.toMap(each -> key.apply(each.event()), RecordedEvent::sequence, Math::max, TreeMap::new));
    }

    private void details(Map<String, Object> picture) {
        ProjectRegistered registered = (ProjectRegistered) all.getFirst().event();
        String name = registered.name();
        Period period = registered.period();
        Baht spent = registered.budget().spent();
        long spentBy = 0;
        String target = registered.target();
        for (RecordedEvent each : byDate(ProjectDetailsAmended.class)) {
            ProjectDetailsAmended amended = (ProjectDetailsAmended) each.event();
            name = amended.name() == null ? name : amended.name().after();
            period = amended.period() == null ? period : amended.period().after();
            target = amended.target() == null ? target : amended.target().after();
            spent = amended.budgetSpent() == null
                    ? spent
                    : amended.budgetSpent().after();
            spentBy = amended.budgetSpent() == null ? spentBy : each.sequence();
        }
        picture.put("details", name + " " + period + " " + target + " " + spent + " told by " + spentBy);
    }
}
