package org.progressledger.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ขึ้นทะเบียนโครงการ: the project entered the register, with everything the head of the form states. What the form does
 * not state is null or empty, never invented.
 */
public record ProjectRegistered(
        ProjectCode project,
        String name,
        FiscalYear fiscalYear,
        Period period,
        Budget budget,
        ResponsibleAgency agency,
        @Nullable PersonalData responsibleOfficer,
        @Nullable PersonalData coordinator,
        @Nullable String rationale,
        List<Objective> objectives,
        @Nullable String target,
        @Nullable StrategyLink strategy,
        List<PrintedIndicator> indicators)
        implements ProjectEvent {

    public ProjectRegistered {
        Objects.requireNonNull(project, "project");
        Texts.required("project name", name);
        Objects.requireNonNull(fiscalYear, "fiscalYear");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(agency, "agency");
        objectives = List.copyOf(objectives);
        indicators = List.copyOf(indicators);
    }
}
