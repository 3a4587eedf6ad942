package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.PaperAmendment;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.events.Budget;
import org.progressledger.events.Fact;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectDetailsAmended.Detail;
import org.progressledger.problems.Term;

/** The rules about what a project states of itself and what it plans. */
final class Amendments {
    private Amendments() {}

    /** What is given as it stands is no amendment; what stood before is told with what stands after. */
    static Decision amend(AmendDetails amend, Project project, LocalDate today) {
        NewDetails given = amend.details();
        Period period = project.details().period();
        LocalDate startsOn = given(given.startsOn(), period.startsOn());
        LocalDate endsOn = given(given.endsOn(), period.endsOn());
        if (endsOn.isBefore(startsOn)) {
            return refuse(Refusal.PERIOD_IS_REVERSED, Map.of("startsOn", startsOn, "endsOn", endsOn));
        }
        ProjectDetails next = next(project.details(), given, new Period(startsOn, endsOn));
        ProjectDetailsAmended event = ProjectDetailsAmended.between(
                        amend.project(), amend.effectiveOn(), project.details(), next, amend.letter())
                .orElse(null);
        if (event == null) {
            return refuse(Refusal.AMENDMENT_CHANGES_NOTHING, Map.of());
        }
        LocalDate on = Objects.requireNonNullElse(event.effectiveOn(), today);
        Decision earlier = refusedBeforeTheLast(event, project, on);
        return earlier != null ? earlier : accept(event, amend.reason());
    }

    /**
     * What a paper amends; it stands at the date of the report that tells it, else of the paper's last one.
     *
     * @param now the details that stand before it
     * @return empty where they state the same
     */
    static Optional<ProjectDetailsAmended> printed(PaperAmendment amendment, ProjectCode code, ProjectDetails now) {
        return ProjectDetailsAmended.between(code, null, now, after(amendment, now), amendment.letter());
    }

    /** The details that stand behind it. */
    static ProjectDetails after(PaperAmendment amendment, ProjectDetails now) {
        NewDetails given = amendment.details();
        LocalDate startsOn = given(given.startsOn(), now.period().startsOn());
        LocalDate endsOn = given(given.endsOn(), now.period().endsOn());
        // a reversed one is refused below
        return next(now, given, endsOn.isBefore(startsOn) ? now.period() : new Period(startsOn, endsOn));
    }

    /** @param project null where the same paper registers it */
    static @Nullable Decision refusedPrinted(PaperAmendment amendment, ProjectDetails now, @Nullable Project project) {
        NewDetails given = amendment.details();
        LocalDate startsOn = given(given.startsOn(), now.period().startsOn());
        LocalDate endsOn = given(given.endsOn(), now.period().endsOn());
        if (endsOn.isBefore(startsOn)) {
            return refuse(Refusal.PERIOD_IS_REVERSED, Map.of("startsOn", startsOn, "endsOn", endsOn));
        }
        LocalDate on = amendment.on();
        return project == null || on == null
                ? null
                : printed(amendment, project.code(), now)
                        .map(event -> refusedBeforeTheLast(event, project, on))
                        .orElse(null);
    }

    private static ProjectDetails next(ProjectDetails now, NewDetails given, Period period) {
        return new ProjectDetails(
                given(given.name(), now.name()),
                given(given.fiscalYear(), now.fiscalYear()),
                period,
                new Budget(
                        given(given.budgetAllocated(), now.budget().allocated()),
                        orNow(given.budgetSpent(), now.budget().spent())),
                given(given.agency(), now.agency()),
                orNow(given.responsibleOfficer(), now.responsibleOfficer()),
                orNow(given.coordinator(), now.coordinator()),
                orNow(given.rationale(), now.rationale()),
                given(given.objectives(), now.objectives()),
                orNow(given.target(), now.target()),
                orNow(given.strategy(), now.strategy()),
                given(given.indicators(), now.indicators()));
    }

    private static <T> T given(@Nullable T given, T now) {
        return given == null ? now : given;
    }

    private static <T> @Nullable T orNow(@Nullable T given, @Nullable T now) {
        return given == null ? now : given;
    }

    /** An amendment tells what stood before it, so it cannot be slipped in before one that told the same. */
    private static @Nullable Decision refusedBeforeTheLast(
            ProjectDetailsAmended amendment, Project project, LocalDate on) {
        for (Fact fact : project.amendments()) {
            ProjectDetailsAmended earlier = (ProjectDetailsAmended) fact.event();
            for (Detail detail : amendment.changes().keySet()) {
                if (earlier.changes().containsKey(detail) && fact.happenedOn().isAfter(on)) {
                    return refuse(
                            Refusal.AMENDED_LATER_ALREADY,
                            Map.of("detail", inWords(detail), "since", fact.happenedOn(), "given", on));
                }
            }
        }
        return null;
    }

    private static Term inWords(Detail detail) {
        return new Term("detail." + detail.field(), detail.field());
    }

    /** The months may come in any order; what is recorded ascends. */
    static Decision plan(RecordPlan record, Project project) {
        List<PlannedMonth> months = record.months().stream()
                .sorted((one, other) -> one.month().compareTo(other.month()))
                .toList();
        Period period = project.details().period();
        for (int i = 0; i < months.size(); i++) {
            PlannedMonth month = months.get(i);
            if (month.month().atEndOfMonth().isBefore(period.startsOn())
                    || month.month().atDay(1).isAfter(period.endsOn())) {
                return refuse(
                        Refusal.PLAN_OUTSIDE_PERIOD,
                        Map.of("month", month.month(), "startsOn", period.startsOn(), "endsOn", period.endsOn()));
            }
            Decision refused = i == 0 ? null : refusedAfter(months.get(i - 1), month);
            if (refused != null) {
                return refused;
            }
        }
        if (!project.plans().isEmpty()
                && project.plans().get(project.plans().size() - 1).event() instanceof PlanRecorded standing
                && standing.months().equals(months)) {
            return refuse(Refusal.PLAN_CHANGES_NOTHING, Map.of());
        }
        return accept(
                new PlanRecorded(record.project(), record.effectiveOn(), months, record.letter()), record.reason());
    }

    private static @Nullable Decision refusedAfter(PlannedMonth before, PlannedMonth month) {
        if (month.month().equals(before.month())) {
            return refuse(Refusal.PLAN_MONTH_TWICE, Map.of("month", month.month()));
        }
        return month.percent().isBelow(before.percent())
                ? refuse(
                        Refusal.PLAN_FALLS,
                        Map.of(
                                "month",
                                month.month(),
                                "before",
                                before.percent().value(),
                                "given",
                                month.percent().value()))
                : null;
    }
}
