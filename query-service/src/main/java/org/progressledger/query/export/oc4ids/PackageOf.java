package org.progressledger.query.export.oc4ids;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Objective;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportState;
import org.progressledger.query.export.oc4ids.Oc4ids.Budget;
import org.progressledger.query.export.oc4ids.Oc4ids.Completion;
import org.progressledger.query.export.oc4ids.Oc4ids.Metric;
import org.progressledger.query.export.oc4ids.Oc4ids.Observation;
import org.progressledger.query.export.oc4ids.Oc4ids.Organization;
import org.progressledger.query.export.oc4ids.Oc4ids.OrganizationReference;
import org.progressledger.query.export.oc4ids.Oc4ids.Period;
import org.progressledger.query.export.oc4ids.Oc4ids.Project;
import org.progressledger.query.export.oc4ids.Oc4ids.ProjectPackage;
import org.progressledger.query.export.oc4ids.Oc4ids.Publisher;
import org.progressledger.query.export.oc4ids.Oc4ids.Unit;
import org.progressledger.query.export.oc4ids.Oc4ids.Value;
import org.progressledger.query.projection.KeptProjects.KeptProject;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.EndingView;
import org.progressledger.query.projection.Views.PlanView;

/** A project as a package of OC4IDS; no persons. The same project gives the same package. */
final class PackageOf {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final String PHYSICAL = "physicalProgress";
    private static final String FINANCIAL = "financialProgress";

    private final Oc4idsSettings settings;
    private final ProjectView project;
    private final List<ReportView> counting;

    private PackageOf(KeptProject kept, Oc4idsSettings settings) {
        this.settings = settings;
        this.project = kept.project();
        // what was sent back says nothing of the project
        this.counting = kept.reports().stream()
                .filter(report -> report.state() != ReportState.RETURNED)
                .toList();
    }

    static ProjectPackage of(KeptProject kept, Oc4idsSettings settings) {
        PackageOf made = new PackageOf(kept, settings);
        OffsetDateTime changed = kept.project().recordedAt().atOffset(ZoneOffset.UTC);
        return new ProjectPackage(
                settings.publicUrl() + "/api/v1/projects/" + kept.project().projectCode() + "/oc4ids.json",
                // of what is made when it is asked for the standard wants the last change
                changed,
                Oc4ids.VERSION,
                new Publisher(settings.publisher()),
                settings.license() == null ? null : settings.license().toString(),
                List.of(made.project(changed)));
    }

    private Project project(OffsetDateTime changed) {
        String agency = Objects.requireNonNullElse(
                project.agency().registerName(), project.agency().name());
        String agencyId = settings.prefix() + "-" + project.agency().code();
        return new Project(
                settings.prefix() + "-" + project.projectCode(),
                changed,
                project.name(),
                project.rationale(),
                status(),
                period(project.period().startsOn(), project.period().endsOn()),
                purpose(),
                new Budget(Value.ofBaht(project.budget().allocated())),
                new OrganizationReference(agency, agencyId),
                List.of(new Organization(agency, agencyId, List.of("publicAuthority"))),
                DocumentsOf.of(project),
                forecasts(),
                metrics(),
                completion());
    }

    /** A project that was completed is in its close-out until somebody has certified its form. */
    private String status() {
        return switch (project.status()) {
            case ACTIVE, PAUSED -> "implementation";
            case COMPLETED -> project.certifications().isEmpty() ? "completion" : "completed";
            case CANCELLED -> "cancelled";
        };
    }

    private @Nullable String purpose() {
        if (project.objectives().isEmpty()) {
            return project.target();
        }
        return project.objectives().stream().map(Objective::text).collect(Collectors.joining("\n"));
    }

    private List<Metric> forecasts() {
        if (project.plans().isEmpty()) {
            return List.of();
        }
        PlanView plan = project.plans().getLast();
        List<Observation> observations = new ArrayList<>();
        for (PlannedMonth month : plan.months()) {
            LocalDate end = month.month().atEndOfMonth();
            observations.add(new Observation(
                    Integer.toString(observations.size() + 1),
                    on(end),
                    null,
                    month.percent().value().toPlainString(),
                    Unit.PERCENT,
                    null));
        }
        return List.of(new Metric(PHYSICAL, "แผนความก้าวหน้าของงาน (Planned physical progress)", null, observations));
    }

    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        if (!counting.isEmpty()) {
            metrics.add(new Metric(
                    PHYSICAL, "ความก้าวหน้าของงาน (Physical progress)", null, observations(report -> percent(report))));
        }
        if (counting.stream().anyMatch(report -> report.disbursed() != null)) {
            metrics.add(new Metric(
                    FINANCIAL,
                    "งบประมาณที่เบิกใช้ (Disbursed)",
                    "The amount that each report states; whether it is a running sum the source does not say.",
                    observations(PackageOf::disbursed)));
        }
        return metrics;
    }

    private List<Observation> observations(Function<ReportView, @Nullable Observation> of) {
        List<Observation> observations = new ArrayList<>();
        for (ReportView report : counting) {
            Observation observation = of.apply(report);
            if (observation != null) {
                observations.add(observation);
            }
        }
        return observations;
    }

    private static Observation percent(ReportView report) {
        return new Observation(
                Integer.toString(report.reportNo()),
                on(report.reportedOn()),
                null,
                report.percent().toPlainString(),
                Unit.PERCENT,
                report.narrative().isBlank() ? null : report.narrative());
    }

    private static @Nullable Observation disbursed(ReportView report) {
        BigDecimal amount = report.disbursed();
        return amount == null
                ? null
                : new Observation(
                        Integer.toString(report.reportNo()),
                        on(report.reportedOn()),
                        Value.ofBaht(amount),
                        null,
                        null,
                        null);
    }

    private @Nullable Completion completion() {
        if (project.status() != ProjectStatus.COMPLETED || project.endings().isEmpty()) {
            return null;
        }
        EndingView ending = project.endings().getLast();
        BigDecimal spent = project.budget().spent();
        return new Completion(endOf(ending.endedOn()), spent == null ? null : Value.ofBaht(spent));
    }

    private static Period period(LocalDate first, LocalDate last) {
        return new Period(startOf(first), endOf(last), ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** A moment of which only the day is known. */
    private static Period on(LocalDate day) {
        return new Period(startOf(day), endOf(day), null);
    }

    static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(RecordedEvent.OFFICE).toOffsetDateTime();
    }

    static OffsetDateTime endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(RecordedEvent.OFFICE).toOffsetDateTime();
    }
}
