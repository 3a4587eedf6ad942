package org.progressledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What the facts of one project add up to at some point. Immutable; {@link Evolution} makes the next state out of it.
 *
 * @param registration the fact that opened the file
 * @param registered what the head of the form states
 * @param status changed only by the event of that name
 * @param budget the money, as last stated for the whole project; never a sum of reports
 * @param reports by their true number
 * @param appeals by round: those whose papers are recorded
 * @param citations appeals that narratives speak of
 * @param ledgerPosition the highest position that is folded in
 * @param recordedAt when that was recorded
 */
public record Project(
        Fact registration,
        ProjectRegistered registered,
        ProjectStatus status,
        Budget budget,
        PSortedMap<Integer, Report> reports,
        PVector<Pause> pauses,
        PVector<Fact> activities,
        PVector<Fact> letters,
        PSortedMap<Integer, Appeal> appeals,
        PVector<Fact> citations,
        long ledgerPosition,
        Instant recordedAt) {

    static Project opened(Fact registration, ProjectRegistered registered) {
        return new Project(
                registration,
                registered,
                ProjectStatus.ACTIVE,
                registered.budget(),
                TreePMap.empty(Comparator.<Integer>naturalOrder()),
                TreePVector.empty(),
                TreePVector.empty(),
                TreePVector.empty(),
                TreePMap.empty(Comparator.<Integer>naturalOrder()),
                TreePVector.empty(),
                registration.position(),
                registration.recorded().recordedAt());
    }

    public ProjectCode code() {
        return registered.project();
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

    Project with(ProjectStatus next) {
        return new Project(
                registration,
                registered,
                next,
                budget,
                reports,
                pauses,
                activities,
                letters,
                appeals,
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project with(Report report) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports.plus(report.reportNo(), report),
                pauses,
                activities,
                letters,
                appeals,
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project with(Pause pause) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses.plus(pause),
                activities,
                letters,
                appeals,
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project with(Appeal appeal) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses,
                activities,
                letters,
                appeals.plus(appeal.round(), appeal),
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project withActivity(Fact activity) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses,
                activities.plus(activity),
                letters,
                appeals,
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project withLetter(Fact letter) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses,
                activities,
                letters.plus(letter),
                appeals,
                citations,
                ledgerPosition,
                recordedAt);
    }

    Project withCitation(Fact citation) {
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses,
                activities,
                letters,
                appeals,
                citations.plus(citation),
                ledgerPosition,
                recordedAt);
    }

    /** The same, knowing that this fact is folded in: facts come in the order of happening, positions may jump. */
    Project reflecting(Fact fact) {
        boolean newer = fact.position() > ledgerPosition;
        return new Project(
                registration,
                registered,
                status,
                budget,
                reports,
                pauses,
                activities,
                letters,
                appeals,
                citations,
                newer ? fact.position() : ledgerPosition,
                newer ? fact.recorded().recordedAt() : recordedAt);
    }
}
