package org.progressledger.events;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * เปลี่ยนแปลงรายละเอียดโครงการ: what the head of the form states was amended. What is null was not; why is told with the
 * event.
 *
 * @param effectiveOn from when it holds, where told
 * @param letter the letter that approved it
 */
public record ProjectDetailsAmended(
        ProjectCode project,
        @Nullable LocalDate effectiveOn,
        @Nullable Amended<String> name,
        @Nullable Amended<FiscalYear> fiscalYear,
        @Nullable Amended<Period> period,
        @Nullable Amended<Baht> budgetAllocated,
        @Nullable Amended<Baht> budgetSpent,
        @Nullable Amended<ResponsibleAgency> agency,
        @Nullable Amended<PersonalData> responsibleOfficer,
        @Nullable Amended<PersonalData> coordinator,
        @Nullable Amended<String> rationale,
        @Nullable Amended<List<Objective>> objectives,
        @Nullable Amended<String> target,
        @Nullable Amended<StrategyLink> strategy,
        @Nullable Amended<List<PrintedIndicator>> indicators,
        @Nullable Letter letter)
        implements ProjectEvent {

    public ProjectDetailsAmended {
        Objects.requireNonNull(project, "project");
        // what every project has can change, but not go away
        for (Amended<?> needed :
                Arrays.asList(name, fiscalYear, period, budgetAllocated, agency, objectives, indicators)) {
            if (needed != null) {
                Objects.requireNonNull(needed.before(), "before");
                Objects.requireNonNull(needed.after(), "after");
            }
        }
        boolean headChanges = Stream.of(name, fiscalYear, period, budgetAllocated, agency, objectives, indicators)
                .anyMatch(Objects::nonNull);
        boolean restChanges = Stream.of(budgetSpent, responsibleOfficer, coordinator, rationale, target, strategy)
                .anyMatch(Objects::nonNull);
        if (!headChanges && !restChanges) {
            throw new IllegalArgumentException("An amendment changes something");
        }
    }

    /**
     * What turns the one into the other.
     *
     * @return empty where they state the same
     */
    public static Optional<ProjectDetailsAmended> between(
            ProjectCode project,
            @Nullable LocalDate effectiveOn,
            ProjectDetails now,
            ProjectDetails next,
            @Nullable Letter letter) {
        if (next.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(new ProjectDetailsAmended(
                project,
                effectiveOn,
                change(now.name(), next.name()),
                change(now.fiscalYear(), next.fiscalYear()),
                change(now.period(), next.period()),
                change(now.budget().allocated(), next.budget().allocated()),
                change(now.budget().spent(), next.budget().spent()),
                change(now.agency(), next.agency()),
                change(now.responsibleOfficer(), next.responsibleOfficer()),
                change(now.coordinator(), next.coordinator()),
                change(now.rationale(), next.rationale()),
                change(now.objectives(), next.objectives()),
                change(now.target(), next.target()),
                change(now.strategy(), next.strategy()),
                change(now.indicators(), next.indicators()),
                letter));
    }

    private static <T> @Nullable Amended<T> change(@Nullable T now, @Nullable T next) {
        return Objects.equals(now, next) ? null : new Amended<>(now, next);
    }

    /** What was amended, in the order of the form. */
    public Map<Detail, Amended<?>> changes() {
        Map<Detail, Amended<?>> changes = new EnumMap<>(Detail.class);
        put(changes, Detail.NAME, name);
        put(changes, Detail.FISCAL_YEAR, fiscalYear);
        put(changes, Detail.PERIOD, period);
        put(changes, Detail.BUDGET_ALLOCATED, budgetAllocated);
        put(changes, Detail.BUDGET_SPENT, budgetSpent);
        put(changes, Detail.AGENCY, agency);
        put(changes, Detail.RESPONSIBLE_OFFICER, responsibleOfficer);
        put(changes, Detail.COORDINATOR, coordinator);
        put(changes, Detail.RATIONALE, rationale);
        put(changes, Detail.OBJECTIVES, objectives);
        put(changes, Detail.TARGET, target);
        put(changes, Detail.STRATEGY, strategy);
        put(changes, Detail.INDICATORS, indicators);
        return changes;
    }

    private static void put(Map<Detail, Amended<?>> changes, Detail detail, @Nullable Amended<?> amended) {
        if (amended != null) {
            changes.put(detail, amended);
        }
    }

    /** What the head of the form states, detail by detail, in its order. */
    public enum Detail {
        NAME("name"),
        FISCAL_YEAR("fiscalYear"),
        PERIOD("period"),
        BUDGET_ALLOCATED("budget.allocated"),
        BUDGET_SPENT("budget.spent"),
        AGENCY("agency"),
        RESPONSIBLE_OFFICER("responsibleOfficer"),
        COORDINATOR("coordinator"),
        RATIONALE("rationale"),
        OBJECTIVES("objectives"),
        TARGET("target"),
        STRATEGY("strategy"),
        INDICATORS("indicators");

        private final String field;

        Detail(String field) {
            this.field = field;
        }

        /** Its name in the API, such as {@code budget.spent}. */
        public String field() {
            return field;
        }
    }
}
