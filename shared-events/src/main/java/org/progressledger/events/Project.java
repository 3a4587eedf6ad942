package org.progressledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/**
 * What the facts of one project add up to at some point. Immutable; {@link Evolution} makes the next state out of it.
 * Lists are in the order in which things happened.
 *
 * @param registration the fact that opened the file
 * @param details what the head of the form states, after its amendments
 * @param spentStated the fact that last stated the money spent; the registration where none did since
 * @param status changed only by the event of that name
 * @param reports by their true number
 * @param lateWindows months that may be reported after their deadline
 * @param plans the last one holds
 * @param endings completions and cancellations
 * @param appeals by round: those whose papers are recorded
 * @param citations appeals that narratives speak of
 * @param reviews findings about appeals
 * @param indicators adopted ones, by id
 * @param evaluations the coordinators' scores of the project itself
 * @param withdrawn what was recorded by mistake
 * @param version how many events are folded in
 * @param ledgerPosition the highest position that is folded in
 * @param recordedAt when that was recorded
 */
public record Project(
        ProjectCode code,
        Fact registration,
        ProjectDetails details,
        Fact spentStated,
        ProjectStatus status,
        PSortedMap<Integer, Report> reports,
        PVector<Fact> lateWindows,
        PVector<Fact> amendments,
        PVector<Fact> plans,
        PVector<Pause> pauses,
        PVector<Ending> endings,
        PVector<Fact> activities,
        PVector<Fact> letters,
        PVector<Fact> evidence,
        PSortedMap<Integer, Appeal> appeals,
        PVector<Fact> citations,
        PVector<Fact> reviews,
        PSortedMap<IndicatorId, Indicator> indicators,
        PVector<Fact> evaluations,
        PVector<Fact> acknowledgements,
        PVector<Fact> certifications,
        PVector<Withdrawn> withdrawn,
        long version,
        long ledgerPosition,
        Instant recordedAt) {

    /** The money, as last stated for the whole project; never a sum of reports. */
    public Budget budget() {
        return details.budget();
    }

    /** The report with the highest number that was not returned. */
    public Optional<Report> latestReport() {
        return reports.descendingMap().values().stream().filter(Report::counts).findFirst();
    }

    /** The percentage of the latest report that was not returned; 0 before the first. */
    public Percent percent() {
        return latestReport().map(report -> report.content().percent()).orElse(Percent.ZERO);
    }

    public boolean isPausedOn(LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.covers(day));
    }

    /** The pause whose end nobody recorded. */
    public Optional<Pause> openPause() {
        return pauses.stream().filter(Pause::isOpen).findFirst();
    }

    /** The project's own score that stands for a quarter: the one recorded last. */
    public Optional<Fact> evaluationOf(Quarter quarter) {
        return evaluations.stream()
                .filter(fact -> ((QuarterEvaluated) fact.event()).quarter().equals(quarter))
                .max(Comparator.comparingLong(Fact::sequence));
    }

    /** Whether a narrative speaks of that round, though its papers may be missing. */
    public boolean isCited(int round) {
        return citations.stream().anyMatch(fact -> Integer.valueOf(round).equals(((AppealCited) fact.event()).round()));
    }

    /** The rounds with papers that a citation may mean: the one that it names, else any. */
    public Stream<Appeal> meantBy(AppealCited cited) {
        return appeals.values().stream().filter(appeal -> cited.round() == null || cited.round() == appeal.round());
    }

    /** Whether the papers of an appeal that a narrative speaks of are missing; one that is only intended has none yet. */
    public boolean lacksAppealOf(AppealCited cited) {
        return switch (cited.stage()) {
            case INTENDED -> false;
            case AWAITING_RESULT -> meantBy(cited).findAny().isEmpty();
            case DECIDED -> meantBy(cited).noneMatch(appeal -> appeal.decided() != null);
        };
    }

    /** Whether a narrative speaks of changed criteria, and neither a decision nor an indicator has any. */
    public boolean lacksCriteriaOf(AppealCited cited) {
        return cited.criteriaChanged()
                && meantBy(cited).noneMatch(appeal -> appeal.decided() != null)
                && indicators.values().stream()
                        .noneMatch(indicator -> indicator.criteria().size() > 1);
    }
}
