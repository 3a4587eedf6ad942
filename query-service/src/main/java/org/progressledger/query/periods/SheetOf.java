package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.Ending;
import org.progressledger.events.Fact;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Pause;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.QuarterEvaluated;
import org.progressledger.events.Report;
import org.progressledger.query.periods.Sheet.End;
import org.progressledger.query.periods.Sheet.Flagged;
import org.progressledger.query.periods.Sheet.Halt;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Head;
import org.progressledger.query.periods.Sheet.Plan;
import org.progressledger.query.periods.Sheet.Scored;
import org.progressledger.query.periods.Sheet.Window;
import org.progressledger.query.projection.FlagView;

/**
 * Makes a sheet out of a history. The fold goes by the day on which things happened: so the project on a day is what the
 * whole adds up to without what happened later, and one fold serves every day.
 */
final class SheetOf {
    private SheetOf() {}

    /** @throws IllegalArgumentException for a history that does not open with a registration */
    static Sheet history(ProjectHistory history, List<FlagView> flags) {
        Project all = history.on(LocalDate.MAX)
                .orElseThrow(() -> new IllegalArgumentException("Nothing is recorded of the project"));
        return new Sheet(
                all.registration().happenedOn(),
                heads(all),
                all.reports().values().stream()
                        .flatMap(report -> Stream.concat(report.earlier().stream(), Stream.of(report)))
                        .map(SheetOf::handed)
                        .toList(),
                all.pauses().stream().map(SheetOf::halt).toList(),
                all.endings().stream().map(SheetOf::end).toList(),
                all.plans().stream().map(SheetOf::plan).toList(),
                all.evaluations().stream().map(SheetOf::scored).toList(),
                all.lateWindows().stream().map(SheetOf::window).toList(),
                flags.stream().map(SheetOf::flagged).toList());
    }

    private static List<Head> heads(Project project) {
        Fact opened = project.registration();
        ProjectRegistered registered = (ProjectRegistered) opened.event();
        Head head = new Head(
                opened.happenedOn(),
                registered.period().startsOn(),
                registered.period().endsOn(),
                opened.position(),
                registered.budget().allocated().value(),
                value(registered.budget().spent()),
                opened.happenedOn(),
                opened.position());
        List<Head> heads = new ArrayList<>(List.of(head));
        for (Fact fact : project.amendments()) {
            ProjectDetailsAmended amended = (ProjectDetailsAmended) fact.event();
            if (amended.period() != null || amended.budgetAllocated() != null || amended.budgetSpent() != null) {
                head = after(head, amended, fact);
                heads.add(head);
            }
        }
        return heads;
    }

    private static Head after(Head before, ProjectDetailsAmended amended, Fact fact) {
        Amended<Period> period = amended.period();
        Amended<Baht> allocated = amended.budgetAllocated();
        Amended<Baht> spent = amended.budgetSpent();
        Period holds = period == null || period.after() == null ? before.period() : period.after();
        return new Head(
                fact.happenedOn(),
                holds.startsOn(),
                holds.endsOn(),
                period == null ? before.periodEvent() : fact.position(),
                allocated == null || allocated.after() == null
                        ? before.allocated()
                        : allocated.after().value(),
                spent == null ? before.spent() : value(spent.after()),
                spent == null ? before.spentFrom() : fact.happenedOn(),
                spent == null ? before.spentEvent() : fact.position());
    }

    private static Handed handed(Report report) {
        Fact returned = report.returned();
        return new Handed(
                report.reportNo(),
                report.revision(),
                report.reportedOn(),
                report.content().percent().value(),
                value(report.content().disbursed()),
                report.reported().position(),
                report.corrections().stream().map(Fact::position).toList(),
                report.reported().recorded().recordedOn(),
                // a row of a sheet has a source too, and is handed in when it is recorded
                report.printed() != null,
                returned == null ? null : returned.recorded().recordedOn(),
                returned == null ? null : returned.position());
    }

    private static Halt halt(Pause pause) {
        Fact resumed = pause.resumed();
        return new Halt(
                pause.paused().happenedOn(),
                pause.startInclusive(),
                resumed == null ? null : resumed.happenedOn(),
                pause.endExclusive(),
                pause.paused().position());
    }

    private static End end(Ending ending) {
        Fact reopened = ending.reopened();
        return new End(
                ending.endedOn(),
                reopened == null ? null : reopened.happenedOn(),
                ending.ended().position());
    }

    private static Plan plan(Fact fact) {
        return new Plan(fact.happenedOn(), ((PlanRecorded) fact.event()).months(), fact.position());
    }

    private static Scored scored(Fact fact) {
        QuarterEvaluated evaluated = (QuarterEvaluated) fact.event();
        return new Scored(
                fact.happenedOn(),
                evaluated.quarter(),
                evaluated.score() == null ? null : evaluated.score().value(),
                fact.position());
    }

    private static Window window(Fact fact) {
        LateWindowOpened opened = (LateWindowOpened) fact.event();
        return new Window(fact.happenedOn(), opened.month(), opened.untilInclusive(), fact.position());
    }

    private static Flagged flagged(FlagView hit) {
        return new Flagged(
                hit.id(),
                hit.flag(),
                hit.severity(),
                hit.acknowledged() != null,
                hit.evidence().positions());
    }

    private static @Nullable BigDecimal value(@Nullable Baht amount) {
        return amount == null ? null : amount.value();
    }
}
