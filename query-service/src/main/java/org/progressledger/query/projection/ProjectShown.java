package org.progressledger.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Baht;
import org.progressledger.events.Ending;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.Fact;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.FormCertified;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Pause;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCancelled;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectDetails;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Withdrawn;
import org.progressledger.query.projection.ProjectView.AgencyView;
import org.progressledger.query.projection.ProjectView.BudgetView;
import org.progressledger.query.projection.ProjectView.PeriodView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.Views.AcknowledgementView;
import org.progressledger.query.projection.Views.ActivityView;
import org.progressledger.query.projection.Views.AmendmentView;
import org.progressledger.query.projection.Views.CertificationView;
import org.progressledger.query.projection.Views.ChangeView;
import org.progressledger.query.projection.Views.CitedLetterView;
import org.progressledger.query.projection.Views.EndingView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.EvidenceView;
import org.progressledger.query.projection.Views.LateWindowView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.PauseView;
import org.progressledger.query.projection.Views.PlanView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.WithdrawnView;

/** A project with its latest status, and everything that its facts add up to. */
final class ProjectShown {
    private ProjectShown() {}

    /** As far as these facts are folded in. */
    static ProjectView of(Project project) {
        return of(project, project.version(), project.ledgerPosition(), project.recordedAt());
    }

    /** A fact that was dated ahead is recorded already, though it does not count yet. */
    static ProjectView of(Project project, ProjectHistory history) {
        Fact last = history.facts().getLast();
        return of(project, history.version(), last.position(), last.recorded().recordedAt());
    }

    private static ProjectView of(Project project, long version, long ledgerPosition, Instant recordedAt) {
        ProjectDetails head = project.details();
        return new ProjectView(
                project.code().text(),
                head.name(),
                head.fiscalYear().buddhistYear(),
                new AgencyView(
                        project.code().agencyCode(),
                        head.agency().name(),
                        head.agency().division(),
                        head.agency().section()),
                new PeriodView(head.period().startsOn(), head.period().endsOn()),
                budget(project),
                project.status(),
                project.percent().value(),
                project.latestReport().map(ReportsShown::latest).orElse(null),
                project.reports().size(),
                project.pauses().stream().map(ProjectShown::pause).toList(),
                AppealsShown.of(project),
                project.activities().stream().map(ProjectShown::activity).toList(),
                project.letters().stream().map(ProjectShown::letter).toList(),
                PersonView.kept(head.responsibleOfficer()),
                PersonView.kept(head.coordinator()),
                head.rationale(),
                head.objectives(),
                head.target(),
                head.strategy(),
                head.indicators(),
                project.amendments().stream().map(ProjectShown::amendment).toList(),
                project.plans().stream().map(ProjectShown::plan).toList(),
                project.endings().stream().map(ProjectShown::ending).toList(),
                project.lateWindows().stream().map(ProjectShown::lateWindow).toList(),
                IndicatorsShown.of(project),
                IndicatorsShown.evaluations(project),
                project.evidence().stream().map(ProjectShown::evidence).toList(),
                project.withdrawn().stream().map(ProjectShown::withdrawn).toList(),
                project.acknowledgements().stream()
                        .map(ProjectShown::acknowledgement)
                        .toList(),
                project.certifications().stream()
                        .map(ProjectShown::certification)
                        .toList(),
                null,
                null,
                EventView.of(project.registration()),
                SourceView.of(project.registration()),
                version,
                ledgerPosition,
                recordedAt);
    }

    /** An amount that was stated long ago must not look like today's. */
    private static BudgetView budget(Project project) {
        Baht spent = project.budget().spent();
        return new BudgetView(
                project.budget().allocated().value(),
                spent == null ? null : spent.value(),
                spent == null ? null : statedOn(project.spentStated()));
    }

    /** A registration stands at the project's first day, when nothing was spent: its amount was told when it was recorded. */
    private static LocalDate statedOn(Fact stated) {
        return stated.event() instanceof ProjectRegistered ? stated.recorded().recordedOn() : stated.happenedOn();
    }

    private static PauseView pause(Pause pause) {
        Letter letter = pause.paused().event() instanceof ProjectPaused paused ? paused.letter() : null;
        return new PauseView(
                pause.startInclusive(),
                pause.endExclusive(),
                pause.cause(),
                pause.words(),
                LetterView.of(letter),
                TimelineShown.reportNo(pause.paused()),
                EventView.of(pause.paused()),
                pause.resumed() == null ? null : EventView.of(pause.resumed()),
                SourceView.of(pause.paused()));
    }

    private static ActivityView activity(Fact fact) {
        ActivityHeld held = (ActivityHeld) fact.event();
        return new ActivityView(
                held.heldOn(),
                held.description(),
                TimelineShown.reportNo(fact),
                EventView.of(fact),
                SourceView.of(fact));
    }

    private static CitedLetterView letter(Fact fact) {
        Letter letter = ((LetterCited) fact.event()).letter();
        return new CitedLetterView(
                letter.number(),
                letter.datedOn(),
                letter.subject(),
                TimelineShown.reportNo(fact),
                EventView.of(fact),
                SourceView.of(fact));
    }

    private static AmendmentView amendment(Fact fact) {
        ProjectDetailsAmended amended = (ProjectDetailsAmended) fact.event();
        List<ChangeView> changes = amended.changes().entrySet().stream()
                .map(each -> ChangeView.of(each.getKey().field(), each.getValue()))
                .toList();
        return new AmendmentView(
                fact.happenedOn(),
                changes,
                Folding.reason(fact),
                LetterView.of(amended.letter()),
                EventView.of(fact),
                SourceView.of(fact));
    }

    private static PlanView plan(Fact fact) {
        PlanRecorded plan = (PlanRecorded) fact.event();
        return new PlanView(
                fact.happenedOn(),
                plan.months(),
                Folding.reason(fact),
                LetterView.of(plan.letter()),
                EventView.of(fact));
    }

    private static EndingView ending(Ending ending) {
        Fact reopened = ending.reopened();
        return new EndingView(
                ending.status(),
                ending.endedOn(),
                ending.ended().event() instanceof ProjectCompleted completed ? completed.words() : null,
                Folding.reason(ending.ended()),
                LetterView.of(letterOf(ending.ended())),
                EventView.of(ending.ended()),
                reopened == null ? null : reopened.happenedOn(),
                reopened == null ? null : Folding.reason(reopened),
                reopened == null ? null : EventView.of(reopened));
    }

    private static @Nullable Letter letterOf(Fact ended) {
        return switch (ended.event()) {
            case ProjectCompleted completed -> completed.letter();
            case ProjectCancelled cancelled -> cancelled.letter();
            default -> null;
        };
    }

    private static LateWindowView lateWindow(Fact fact) {
        LateWindowOpened opened = (LateWindowOpened) fact.event();
        return new LateWindowView(opened.month(), opened.untilInclusive(), Folding.reason(fact), EventView.of(fact));
    }

    private static EvidenceView evidence(Fact fact) {
        EvidenceAttached attached = (EvidenceAttached) fact.event();
        return new EvidenceView(
                attached.sha256().hex(),
                attached.mediaType(),
                attached.size(),
                attached.name(),
                EventView.of(fact),
                SourceView.of(fact));
    }

    private static WithdrawnView withdrawn(Withdrawn withdrawn) {
        Fact fact = withdrawn.fact();
        return new WithdrawnView(
                EventCatalogue.of(fact.event()).storedName(),
                fact.happenedOn(),
                Summaries.of(fact.event()),
                Folding.reason(withdrawn.by()),
                EventView.of(fact),
                EventView.of(withdrawn.by()));
    }

    private static AcknowledgementView acknowledgement(Fact fact) {
        FlagAcknowledged acknowledged = (FlagAcknowledged) fact.event();
        return new AcknowledgementView(
                acknowledged.flagId(), acknowledged.flag(), Folding.reason(fact), EventView.of(fact));
    }

    private static CertificationView certification(Fact fact) {
        FormCertified certified = (FormCertified) fact.event();
        return new CertificationView(
                PersonView.kept(certified.certifier()),
                certified.post(),
                fact.happenedOn(),
                certified.ledgerPosition(),
                certified.digest().hex(),
                EventView.of(fact));
    }
}
