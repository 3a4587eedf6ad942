package org.progressledger.events;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the head of the form states, as it stands after its amendments. */
public record ProjectDetails(
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
        List<PrintedIndicator> indicators) {

    static ProjectDetails of(ProjectRegistered registered) {
        return new ProjectDetails(
                registered.name(),
                registered.fiscalYear(),
                registered.period(),
                registered.budget(),
                registered.agency(),
                registered.responsibleOfficer(),
                registered.coordinator(),
                registered.rationale(),
                registered.objectives(),
                registered.target(),
                registered.strategy(),
                registered.indicators());
    }

    /** The same with what was amended; what was not stays. */
    ProjectDetails amended(ProjectDetailsAmended by) {
        return new ProjectDetails(
                required(by.name(), name),
                required(by.fiscalYear(), fiscalYear),
                required(by.period(), period),
                new Budget(
                        required(by.budgetAllocated(), budget.allocated()), stated(by.budgetSpent(), budget.spent())),
                required(by.agency(), agency),
                stated(by.responsibleOfficer(), responsibleOfficer),
                stated(by.coordinator(), coordinator),
                stated(by.rationale(), rationale),
                required(by.objectives(), objectives),
                stated(by.target(), target),
                stated(by.strategy(), strategy),
                required(by.indicators(), indicators));
    }

    private static <T> T required(@Nullable Amended<T> amended, T otherwise) {
        return amended == null ? otherwise : Objects.requireNonNull(amended.after(), "after");
    }

    private static <T> @Nullable T stated(@Nullable Amended<T> amended, @Nullable T otherwise) {
        return amended == null ? otherwise : amended.after();
    }
}
