package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.progressledger.events.EventJson;
import org.progressledger.events.Fact;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Report;
import org.progressledger.query.appeals.WaitingAppeal;
import org.progressledger.query.overview.Brief.LastReport;
import org.progressledger.query.overview.Brief.OpenHit;
import org.progressledger.query.overview.Brief.Returned;
import org.progressledger.query.periods.ReportsAwaited;
import org.progressledger.query.projection.AcrossProjects;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.Folding;
import org.progressledger.query.projection.ProjectView;
import org.springframework.stereotype.Component;

/** Keeps a brief of each project, in step with its fold. */
@Component
class BriefsKept implements AcrossProjects {
    static final String BRIEF = "brief";
    private static final int MONTHS = 12;

    private final ReportsAwaited awaited;

    BriefsKept(ReportsAwaited awaited) {
        this.awaited = awaited;
    }

    @Override
    public String collection() {
        return "briefs_v1";
    }

    @Override
    public List<Bson> indexes() {
        return List.of();
    }

    @Override
    public boolean isFollowed() {
        return true;
    }

    /** As text: forty thousand are read sooner so than field by field. */
    @Override
    public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
        return new Document(BRIEF, EventJson.mapper().writeValueAsString(brief(history, folding, today)));
    }

    static Brief read(String text) {
        return EventJson.mapper().readValue(text, Brief.class);
    }

    Brief brief(ProjectHistory history, Folding folding, LocalDate today) {
        ProjectView view = folding.project();
        // a registration counts from its recording day on, so there always is a state today
        Project project = history.on(today)
                .or(() -> history.on(LocalDate.MAX))
                .orElseThrow(() -> new IllegalArgumentException("Nothing is recorded of the project"));
        List<FlagView> flags = Objects.requireNonNullElse(view.flags(), List.of());
        List<OpenHit> open = open(flags, history);
        List<Integer> percents = new ArrayList<>();
        List<Long> spents = new ArrayList<>();
        months(history, FiscalYear.of(view.fiscalYear()), percents, spents);
        return new Brief(
                view.projectCode(),
                view.agency().code(),
                view.fiscalYear(),
                view.name(),
                view.agency().name(),
                view.status(),
                hundredths(project),
                satang(project.budget().allocated().value()),
                project.budget().spent() == null
                        ? null
                        : Long.valueOf(satang(project.budget().spent().value())),
                view.period().startsOn(),
                view.period().endsOn(),
                percents,
                spents,
                project.latestReport()
                        .map(report -> new LastReport(report.reportNo(), report.reportedOn()))
                        .orElse(null),
                awaited.of(history, FiscalYear.of(view.fiscalYear()), today),
                project.reports().values().stream()
                        .flatMap(report -> returned(report).stream())
                        .toList(),
                view.status() == ProjectStatus.PAUSED
                        ? project.openPause().map(Pause::startInclusive).orElse(null)
                        : null,
                open,
                flags.size() - open.size(),
                WaitingAppeal.of(project));
    }

    private static Optional<Returned> returned(Report report) {
        Fact fact = report.returned();
        return fact == null
                ? Optional.empty()
                : Optional.of(new Returned(
                        report.reportNo(),
                        fact.recorded().provenance().reason(),
                        LocalDate.ofInstant(fact.recorded().recordedAt(), RecordedEvent.OFFICE)));
    }

    private static List<OpenHit> open(List<FlagView> flags, ProjectHistory history) {
        Map<Long, LocalDate> days = new HashMap<>();
        history.facts().forEach(fact -> days.put(fact.position(), fact.happenedOn()));
        LocalDate opened = history.facts().getFirst().happenedOn();
        return flags.stream()
                .filter(hit -> hit.acknowledged() == null)
                .map(hit -> {
                    List<Long> positions = hit.evidence().positions();
                    long newest = positions.isEmpty() ? 0 : positions.getLast();
                    return new OpenHit(hit.id(), hit.flag(), hit.severity(), newest, days.getOrDefault(newest, opened));
                })
                .sorted(Comparator.comparingLong(OpenHit::position).reversed())
                .toList();
    }

    private static void months(ProjectHistory history, FiscalYear year, List<Integer> percents, List<Long> spents) {
        List<ProjectHistory.Step> steps = history.steps();
        int next = 0;
        for (int month = 0; month < MONTHS; month++) {
            LocalDate end =
                    YearMonth.from(year.startInclusive()).plusMonths(month).atEndOfMonth();
            while (next < steps.size() && !steps.get(next).from().isAfter(end)) {
                next++;
            }
            Optional<Project> then = next == 0
                    ? Optional.empty()
                    : Optional.of(steps.get(next - 1).project());
            percents.add(then.map(BriefsKept::hundredths).orElse(0));
            spents.add(then.map(project -> project.budget().spent())
                    .map(spent -> satang(spent.value()))
                    .orElse(0L));
        }
    }

    private static int hundredths(Project project) {
        return project.percent().value().movePointRight(2).intValueExact();
    }

    private static long satang(java.math.BigDecimal baht) {
        return baht.movePointRight(2).longValueExact();
    }
}
