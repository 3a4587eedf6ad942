package org.progressledger.events;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** The next state of a project while one fact is folded in: the one place where a state is copied. */
final class NextProject {
    private final ProjectCode code;
    private final Fact registration;
    ProjectDetails details;
    Fact spentStated;
    ProjectStatus status;
    PSortedMap<Integer, Report> reports;
    PVector<Fact> lateWindows;
    PVector<Fact> amendments;
    PVector<Fact> plans;
    PVector<Pause> pauses;
    PVector<Ending> endings;
    PVector<Fact> activities;
    PVector<Fact> letters;
    PVector<Fact> evidence;
    PSortedMap<Integer, Appeal> appeals;
    PVector<Fact> citations;
    PVector<Fact> reviews;
    PSortedMap<IndicatorId, Indicator> indicators;
    PVector<Fact> evaluations;
    PVector<Fact> acknowledgements;
    PVector<Fact> certifications;
    PVector<Withdrawn> withdrawn;
    private final long version;
    private final long ledgerPosition;
    private final Instant recordedAt;

    /** A file is opened. */
    NextProject(Fact registration, ProjectRegistered registered) {
        this.code = registered.project();
        this.registration = registration;
        this.details = ProjectDetails.of(registered);
        this.spentStated = registration;
        this.status = ProjectStatus.ACTIVE;
        this.reports = TreePMap.empty(Comparator.<Integer>naturalOrder());
        this.lateWindows = TreePVector.empty();
        this.amendments = TreePVector.empty();
        this.plans = TreePVector.empty();
        this.pauses = TreePVector.empty();
        this.endings = TreePVector.empty();
        this.activities = TreePVector.empty();
        this.letters = TreePVector.empty();
        this.evidence = TreePVector.empty();
        this.appeals = TreePMap.empty(Comparator.<Integer>naturalOrder());
        this.citations = TreePVector.empty();
        this.reviews = TreePVector.empty();
        this.indicators = TreePMap.empty(Comparator.<IndicatorId>naturalOrder());
        this.evaluations = TreePVector.empty();
        this.acknowledgements = TreePVector.empty();
        this.certifications = TreePVector.empty();
        this.withdrawn = TreePVector.empty();
        this.version = 1;
        this.ledgerPosition = registration.position();
        this.recordedAt = registration.recorded().recordedAt();
    }

    /** The same as before, knowing that this fact is folded in: facts come in the order of happening, positions may jump. */
    NextProject(Project before, Fact fact) {
        this.code = before.code();
        this.registration = before.registration();
        this.details = before.details();
        this.spentStated = before.spentStated();
        this.status = before.status();
        this.reports = before.reports();
        this.lateWindows = before.lateWindows();
        this.amendments = before.amendments();
        this.plans = before.plans();
        this.pauses = before.pauses();
        this.endings = before.endings();
        this.activities = before.activities();
        this.letters = before.letters();
        this.evidence = before.evidence();
        this.appeals = before.appeals();
        this.citations = before.citations();
        this.reviews = before.reviews();
        this.indicators = before.indicators();
        this.evaluations = before.evaluations();
        this.acknowledgements = before.acknowledgements();
        this.certifications = before.certifications();
        this.withdrawn = before.withdrawn();
        boolean newer = fact.position() > before.ledgerPosition();
        this.version = before.version() + 1;
        this.ledgerPosition = newer ? fact.position() : before.ledgerPosition();
        this.recordedAt = newer ? fact.recorded().recordedAt() : before.recordedAt();
    }

    /** @throws IllegalStateException if there is no report of that number */
    void report(int reportNo, UnaryOperator<Report> change) {
        Report report = reports.get(reportNo);
        if (report == null) {
            throw new IllegalStateException(code + " has no report " + reportNo);
        }
        reports = reports.plus(reportNo, change.apply(report));
    }

    /** @throws IllegalStateException if there are no papers of that round */
    void appeal(int round, UnaryOperator<Appeal> change) {
        Appeal appeal = appeals.get(round);
        if (appeal == null) {
            throw new IllegalStateException(code + " has no appeal of round " + round);
        }
        appeals = appeals.plus(round, change.apply(appeal));
    }

    /** @throws IllegalStateException if no indicator of that id is adopted */
    void indicator(IndicatorId id, UnaryOperator<Indicator> change) {
        Indicator indicator = indicators.get(id);
        if (indicator == null) {
            throw new IllegalStateException(code + " has no indicator " + id);
        }
        indicators = indicators.plus(id, change.apply(indicator));
    }

    Project done() {
        return new Project(
                code,
                registration,
                details,
                spentStated,
                status,
                reports,
                lateWindows,
                amendments,
                plans,
                pauses,
                endings,
                activities,
                letters,
                evidence,
                appeals,
                citations,
                reviews,
                indicators,
                evaluations,
                acknowledgements,
                certifications,
                withdrawn,
                version,
                ledgerPosition,
                recordedAt);
    }
}
