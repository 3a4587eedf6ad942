package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.Fact;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Percent;
import org.progressledger.events.PercentChange;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.query.projection.ProjectView.AgencyView;
import org.progressledger.query.projection.ProjectView.BudgetView;
import org.progressledger.query.projection.ProjectView.PeriodView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.Views.ActivityView;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.AppealView;
import org.progressledger.query.projection.Views.CitedLetterView;
import org.progressledger.query.projection.Views.ContentView;
import org.progressledger.query.projection.Views.CorrectionView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LatestReportView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.PauseView;
import org.progressledger.query.projection.Views.PercentChangeView;
import org.progressledger.query.projection.Views.PercentMove;
import org.progressledger.query.projection.Views.ReportView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * From a project's history to what the answers show, for one day. The same history and day give the same, anywhere.
 *
 * @param project the latest status
 * @param reports by true number
 * @param timeline every event, in order of position
 * @param percentChanges in order of position
 */
record Folding(
        ProjectView project,
        List<ReportView> reports,
        List<TimelineEntry> timeline,
        List<PercentChangeView> percentChanges) {

    /** @throws IllegalArgumentException for a history that does not open with a registration */
    static Folding of(ProjectHistory history, LocalDate today) {
        // a registration counts from its recording day on, so there always is a state today
        Project project = history.on(today)
                .or(() -> history.on(LocalDate.MAX))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is recorded of the project"));
        List<PercentChange> changes = history.percentChanges(today, Instant.MAX);
        return new Folding(
                view(project, history),
                reports(project),
                timeline(history, changes),
                changes.stream().map(Folding::change).toList());
    }

    private static ProjectView view(Project project, ProjectHistory history) {
        ProjectRegistered head = project.registered();
        Fact last = history.facts().getLast();
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
                new BudgetView(
                        project.budget().allocated().value(),
                        project.budget().spent() == null
                                ? null
                                : project.budget().spent().value()),
                project.status(),
                project.percent().value(),
                project.latestReport().map(Folding::latest).orElse(null),
                project.reports().size(),
                project.pauses().stream().map(Folding::pause).toList(),
                appeals(project),
                project.activities().stream().map(Folding::activity).toList(),
                project.letters().stream().map(Folding::letter).toList(),
                PersonView.kept(head.responsibleOfficer()),
                PersonView.kept(head.coordinator()),
                head.rationale(),
                head.objectives(),
                head.target(),
                head.strategy(),
                head.indicators(),
                EventView.of(project.registration()),
                source(project.registration()),
                history.version(),
                last.position(),
                last.recorded().recordedAt());
    }

    private static LatestReportView latest(Report report) {
        ReportContent content = report.content();
        return new LatestReportView(
                report.reportNo(),
                report.reportedOn(),
                content.percent().value(),
                disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                content.narrative());
    }

    private static PauseView pause(org.progressledger.events.Pause pause) {
        return new PauseView(
                pause.startInclusive(),
                pause.endExclusive(),
                pause.cause(),
                pause.words(),
                reportNo(pause.paused()),
                EventView.of(pause.paused()),
                source(pause.paused()));
    }

    private static ActivityView activity(Fact fact) {
        ActivityHeld held = (ActivityHeld) fact.event();
        return new ActivityView(held.heldOn(), held.description(), reportNo(fact), EventView.of(fact), source(fact));
    }

    private static CitedLetterView letter(Fact fact) {
        Letter letter = ((LetterCited) fact.event()).letter();
        return new CitedLetterView(
                letter.number(), letter.datedOn(), letter.subject(), reportNo(fact), EventView.of(fact), source(fact));
    }

    private static List<AppealView> appeals(Project project) {
        return Stream.concat(
                        project.appeals().values().stream().map(Folding::appeal),
                        project.citations().stream().map(Folding::citation))
                .toList();
    }

    private static AppealView appeal(Appeal appeal) {
        AppealDecided decided = appeal.decided();
        return new AppealView(
                true,
                decided == null ? "FILED" : "DECIDED",
                appeal.round(),
                appeal.filed().filedOn(),
                appeal.filed().grounds(),
                appeal.filed().asked(),
                letterView(appeal.filed().letter()),
                decided == null ? null : decided.decidedOn(),
                decided == null ? null : decided.outcome(),
                decided == null ? null : decided.criteriaBefore(),
                decided == null ? null : decided.criteriaAfter(),
                decided == null ? null : letterView(decided.letter()),
                null,
                null,
                null,
                null,
                null,
                EventView.of(appeal.filedFact()),
                appeal.decidedFact() == null ? null : EventView.of(appeal.decidedFact()),
                source(appeal.filedFact()));
    }

    private static AppealView citation(Fact fact) {
        AppealCited cited = (AppealCited) fact.event();
        return new AppealView(
                false,
                "CITED",
                cited.round(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                cited.stage(),
                cited.criteriaChanged(),
                cited.citedOn(),
                cited.words(),
                reportNo(fact),
                EventView.of(fact),
                null,
                source(fact));
    }

    private static @Nullable LetterView letterView(@Nullable Letter letter) {
        return letter == null ? null : new LetterView(letter.number(), letter.datedOn(), letter.subject());
    }

    private static List<ReportView> reports(Project project) {
        List<ReportView> views = new ArrayList<>();
        Percent before = Percent.ZERO;
        for (Report report : project.reports().values()) {
            views.add(report(report, report.content().percent().pointsAbove(before)));
            if (report.counts()) {
                before = report.content().percent();
            }
        }
        return views;
    }

    private static ReportView report(Report report, BigDecimal change) {
        ReportContent content = report.content();
        PrintedRow printed = report.printed();
        return new ReportView(
                report.reportNo(),
                report.revision(),
                report.state(),
                report.reportedOn(),
                content.percent().value(),
                change,
                disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                printed == null ? null : printed.schedule(),
                printed == null ? null : printed.target(),
                content.narrative(),
                printed == null ? null : printed.narrative(),
                printed == null ? null : printed.labelNo(),
                report.corrections().stream().map(Folding::correction).toList(),
                EventView.of(report.reported()),
                source(report.reported()));
    }

    private static CorrectionView correction(Fact fact) {
        ProgressCorrected corrected = (ProgressCorrected) fact.event();
        return new CorrectionView(
                content(corrected.before()),
                content(corrected.after()),
                fact.recorded().provenance().reason(),
                PersonView.kept(corrected.approver()),
                corrected.letter(),
                EventView.of(fact));
    }

    private static ContentView content(ReportContent content) {
        return new ContentView(
                content.percent().value(),
                disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                content.narrative());
    }

    private static List<TimelineEntry> timeline(ProjectHistory history, List<PercentChange> changes) {
        Map<Long, PercentChange> byPosition = new HashMap<>();
        changes.forEach(change -> byPosition.put(change.fact().position(), change));
        List<TimelineEntry> entries = new ArrayList<>();
        BigDecimal current = Percent.ZERO.value();
        for (Fact fact : history.facts()) {
            PercentChange change = byPosition.get(fact.position());
            BigDecimal after = change == null ? current : change.to().value();
            entries.add(new TimelineEntry(
                    fact.position(),
                    fact.sequence(),
                    EventCatalogue.of(fact.event()).storedName(),
                    fact.happenedOn(),
                    fact.recorded().recordedAt(),
                    ActorView.of(fact.recorded().provenance()),
                    Summaries.of(fact.event()),
                    new PercentMove(current, after),
                    fact.recorded().provenance().reason(),
                    reportNo(fact),
                    source(fact),
                    fact.recorded().id(),
                    fact.recorded().hash()));
            current = after;
        }
        return entries;
    }

    private static PercentChangeView change(PercentChange change) {
        Fact fact = change.fact();
        return new PercentChangeView(
                change.reportNo(),
                change.reportFrom() == null ? null : change.reportFrom().value(),
                change.reportTo() == null ? null : change.reportTo().value(),
                change.from().value(),
                change.to().value(),
                change.change(),
                change.cause().name(),
                EventView.of(fact),
                ActorView.of(fact.recorded().provenance()),
                fact.happenedOn(),
                fact.recorded().recordedAt(),
                fact.recorded().provenance().reason(),
                source(fact));
    }

    private static @Nullable BigDecimal disbursed(ReportContent content) {
        return content.disbursed() == null ? null : content.disbursed().value();
    }

    private static @Nullable Integer reportNo(Fact fact) {
        return switch (fact.event()) {
            case org.progressledger.events.ProgressReported reported -> Integer.valueOf(reported.reportNo());
            case ProgressCorrected corrected -> Integer.valueOf(corrected.reportNo());
            default -> fact.recorded().provenance().reportNo();
        };
    }

    private static @Nullable SourceView source(Fact fact) {
        return SourceView.of(fact.recorded().provenance().source());
    }
}
