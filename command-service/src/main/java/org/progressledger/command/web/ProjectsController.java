package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Objective;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.StrategyLink;
import org.progressledger.problems.CommonReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** ขึ้นทะเบียนโครงการ. */
@RestController
class ProjectsController {
    private final RequestDesk desk;

    ProjectsController(RequestDesk desk) {
        this.desk = desk;
    }

    record Registration(
            @Nullable String projectCode,
            @Nullable String name,
            @Nullable Integer fiscalYear,
            @Nullable AgencyFields agency,
            @Nullable PeriodFields period,
            @Nullable BudgetFields budget,
            @Nullable PersonFields responsibleOfficer,
            @Nullable PersonFields coordinator,
            @Nullable String rationale,
            @Nullable List<@Nullable ObjectiveFields> objectives,
            @Nullable String target,
            @Nullable StrategyFields strategy,
            @Nullable List<@Nullable IndicatorFields> indicators) {}

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

    @Operation(summary = "Register a project: ขึ้นทะเบียนโครงการ", tags = "Projects")
    @PostMapping("/api/v1/projects")
    ResponseEntity<RecordedAnswer> register(
            @RequestBody Registration body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        return desk.record(new RegisterProject(facts(body, asker)), asker, key, "register", body);
    }

    private ProjectRegistered facts(Registration body, Asker asker) {
        Fields fields = desk.fields();
        Given<ProjectCode> code = fields.required("projectCode", body.projectCode(), ProjectCode::of);
        Given<String> name = fields.name("name", body.name());
        Given<FiscalYear> year = fields.required("fiscalYear", body.fiscalYear(), FiscalYear::of);
        Given<Period> period = period(fields, body.period());
        Given<Budget> budget = budget(fields, body.budget());
        Given<ResponsibleAgency> agency = agency(fields, body.agency());
        String rationale = fields.textOrNull("rationale", body.rationale());
        String target = fields.textOrNull("target", body.target());
        StrategyLink strategy = strategy(fields, body.strategy());
        List<Objective> objectives = objectives(fields, body.objectives());
        List<PrintedIndicator> indicators = indicators(fields, body.indicators());
        // no person's key is made for a request that is wrong in itself or for another agency's project
        fields.refuseIfAnyIsWrong();
        desk.refuseOtherAgency(code.get(), asker);
        PersonalData officer = desk.sealed(fields, "responsibleOfficer", body.responsibleOfficer());
        PersonalData coordinator = desk.sealed(fields, "coordinator", body.coordinator());
        fields.refuseIfAnyIsWrong();
        return new ProjectRegistered(
                code.get(),
                name.get(),
                year.get(),
                period.get(),
                budget.get(),
                agency.get(),
                officer,
                coordinator,
                rationale,
                objectives,
                target,
                strategy,
                indicators);
    }

    private static Given<Period> period(Fields fields, @Nullable PeriodFields given) {
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

    private static Given<Budget> budget(Fields fields, @Nullable BudgetFields given) {
        if (given == null) {
            return fields.required("budget", null);
        }
        Baht allocated =
                fields.required("budget.allocated", given.allocated(), Baht::of).orNull();
        Baht spent = fields.optional("budget.spent", given.spent(), Baht::of).orNull();
        return new Given<>("budget", allocated == null ? null : new Budget(allocated, spent));
    }

    private static Given<ResponsibleAgency> agency(Fields fields, @Nullable AgencyFields given) {
        if (given == null) {
            return fields.required("agency", null);
        }
        String name = fields.name("agency.name", given.name()).orNull();
        String division = fields.nameOrNull("agency.division", given.division());
        String section = fields.nameOrNull("agency.section", given.section());
        return new Given<>("agency", name == null ? null : new ResponsibleAgency(name, division, section));
    }

    private static @Nullable StrategyLink strategy(Fields fields, @Nullable StrategyFields given) {
        return given == null
                ? null
                : new StrategyLink(
                        fields.nameOrNull("strategy.plan", given.plan()),
                        fields.nameOrNull("strategy.strategy", given.strategy()),
                        fields.nameOrNull("strategy.subStrategy", given.subStrategy()),
                        fields.nameOrNull("strategy.goal", given.goal()));
    }

    private static List<Objective> objectives(Fields fields, @Nullable List<@Nullable ObjectiveFields> given) {
        List<Objective> objectives = new ArrayList<>();
        for (ObjectiveFields each : fields.list("objectives", given)) {
            String at = "objectives[" + objectives.size() + "]";
            String text = fields.text(at + ".text", each.text()).orNull();
            String number = fields.nameOrNull(at + ".number", each.number());
            objectives.add(new Objective(number, text == null ? "-" : text));
        }
        return objectives;
    }

    private static List<PrintedIndicator> indicators(Fields fields, @Nullable List<@Nullable IndicatorFields> given) {
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
