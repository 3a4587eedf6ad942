package org.progressledger.command.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.Objective;
import org.progressledger.events.Period;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;
import org.progressledger.problems.CommonReason;

/** What the head of the form states, as a request gives it. */
final class DetailFields {
    private DetailFields() {}

    record AgencyFields(
            @Nullable String name,
            @Nullable String division,
            @Nullable String section) {}

    record PeriodFields(
            @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {}

    record BudgetFields(
            @Nullable BigDecimal allocated, @Nullable BigDecimal spent) {}

    record ObjectiveFields(
            @Nullable String number, @Nullable String text) {}

    record StrategyFields(
            @Nullable String plan,
            @Nullable String strategy,
            @Nullable String subStrategy,
            @Nullable String goal) {}

    record IndicatorFields(
            @Nullable Integer dimension,
            @Nullable String code,
            @Nullable String text) {}

    static Given<Period> period(Fields fields, @Nullable PeriodFields given) {
        if (given == null) {
            return fields.required("period", null);
        }
        LocalDate from = fields.date("period.startsOn", given.startsOn()).orNull();
        LocalDate to = fields.date("period.endsOn", given.endsOn()).orNull();
        if (from == null || to == null) {
            return new Given<>("period", null);
        }
        if (to.isBefore(from)) {
            fields.wrong("period.endsOn", CommonReason.OUT_OF_RANGE);
            return new Given<>("period", null);
        }
        return new Given<>("period", new Period(from, to));
    }

    static Given<Budget> budget(Fields fields, @Nullable BudgetFields given) {
        if (given == null) {
            return fields.required("budget", null);
        }
        Baht allocated =
                fields.required("budget.allocated", given.allocated(), Baht::of).orNull();
        Baht spent = fields.optional("budget.spent", given.spent(), Baht::of).orNull();
        return new Given<>("budget", allocated == null ? null : new Budget(allocated, spent));
    }

    static Given<ResponsibleAgency> agency(Fields fields, @Nullable AgencyFields given) {
        if (given == null) {
            return fields.required("agency", null);
        }
        String name = fields.name("agency.name", given.name()).orNull();
        String division = fields.nameOrNull("agency.division", given.division());
        String section = fields.nameOrNull("agency.section", given.section());
        return new Given<>("agency", name == null ? null : new ResponsibleAgency(name, division, section));
    }

    static @Nullable StrategyLink strategy(Fields fields, @Nullable StrategyFields given) {
        return given == null
                ? null
                : new StrategyLink(
                        fields.nameOrNull("strategy.plan", given.plan()),
                        fields.nameOrNull("strategy.strategy", given.strategy()),
                        fields.nameOrNull("strategy.subStrategy", given.subStrategy()),
                        fields.nameOrNull("strategy.goal", given.goal()));
    }

    static List<Objective> objectives(Fields fields, @Nullable List<@Nullable ObjectiveFields> given) {
        List<Objective> objectives = new ArrayList<>();
        for (ObjectiveFields each : fields.list("objectives", given)) {
            String at = "objectives[" + objectives.size() + "]";
            String text = fields.text(at + ".text", each.text()).orNull();
            String number = fields.nameOrNull(at + ".number", each.number());
            objectives.add(new Objective(number, text == null ? "-" : text));
        }
        return objectives;
    }

    static List<PrintedIndicator> indicators(Fields fields, @Nullable List<@Nullable IndicatorFields> given) {
        List<PrintedIndicator> indicators = new ArrayList<>();
        for (IndicatorFields each : fields.list("indicators", given)) {
            String at = "indicators[" + indicators.size() + "]";
            String text = fields.text(at + ".text", each.text()).orNull();
            String code = fields.nameOrNull(at + ".code", each.code());
            Integer dimension = fields.optional(at + ".dimension", each.dimension(), PrintedIndicator::dimensionOf)
                    .orNull();
            indicators.add(new PrintedIndicator(dimension, code, text == null ? "-" : text));
        }
        return indicators;
    }
}
