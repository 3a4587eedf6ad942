package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.command.project.Refusal;
import org.progressledger.command.web.DetailFields.AgencyFields;
import org.progressledger.command.web.DetailFields.BudgetFields;
import org.progressledger.command.web.DetailFields.IndicatorFields;
import org.progressledger.command.web.DetailFields.ObjectiveFields;
import org.progressledger.command.web.DetailFields.PeriodFields;
import org.progressledger.command.web.DetailFields.StrategyFields;
import org.progressledger.events.Baht;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.Percent;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** เปลี่ยนแปลงรายละเอียดโครงการ and แผนการดำเนินงาน. */
@RestController
class AmendmentsController {
    private final RequestDesk desk;

    AmendmentsController(RequestDesk desk) {
        this.desk = desk;
    }

    /** What is missing stays as it is. Of the period and the budget, each half may be missing. */
    record Amendment(
            @Nullable LocalDate effectiveOn,
            @Nullable String name,
            @Nullable Integer fiscalYear,
            @Nullable PeriodFields period,
            @Nullable BudgetFields budget,
            @Nullable AgencyFields agency,
            @Nullable PersonFields responsibleOfficer,
            @Nullable PersonFields coordinator,
            @Nullable String rationale,
            @Nullable List<@Nullable ObjectiveFields> objectives,
            @Nullable String target,
            @Nullable StrategyFields strategy,
            @Nullable List<@Nullable IndicatorFields> indicators,
            @Nullable String reason,
            @Nullable LetterFields letter) {
        boolean changesNothing() {
            return Stream.of(
                            name,
                            fiscalYear,
                            period,
                            budget,
                            agency,
                            responsibleOfficer,
                            coordinator,
                            rationale,
                            objectives,
                            target,
                            strategy,
                            indicators)
                    .allMatch(Objects::isNull);
        }
    }

    record PlanFields(
            @Nullable LocalDate effectiveOn,
            @Nullable List<@Nullable MonthFields> months,
            @Nullable String reason,
            @Nullable LetterFields letter) {}

    /** {@code month} such as {@code 2021-06}; {@code percent} to be done by its end. */
    record MonthFields(@Nullable String month, @Nullable BigDecimal percent) {}

    @Operation(summary = "Amend details of the project: เปลี่ยนแปลงรายละเอียดโครงการ", tags = "Projects")
    @PostMapping("/api/v1/projects/{code}/amendments")
    ResponseEntity<RecordedAnswer> amend(@PathVariable String code, @RequestBody Amendment body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        LocalDate effectiveOn = fields.dateOrNull("effectiveOn", body.effectiveOn());
        Given<String> reason = fields.text("reason", body.reason());
        Given<Letter> letter = fields.letter("letter", body.letter());
        if (body.changesNothing()) {
            fields.wrong("name", Refusal.AMENDMENT_CHANGES_NOTHING);
        }
        details(fields, body, null, null);
        // no person's key is made for a request that is wrong in itself or for another agency's project
        fields.refuseIfAnyIsWrong();
        desk.refuseOtherAgency(project, call.asker());
        PersonalData officer = desk.sealed(fields, "responsibleOfficer", body.responsibleOfficer());
        PersonalData coordinator = desk.sealed(fields, "coordinator", body.coordinator());
        fields.refuseIfAnyIsWrong();
        NewDetails details = details(fields, body, officer, coordinator);
        return desk.record(new AmendDetails(project, effectiveOn, details, reason.get(), letter.orNull()), call, body);
    }

    private static NewDetails details(
            Fields fields, Amendment body, @Nullable PersonalData officer, @Nullable PersonalData coordinator) {
        PeriodFields period = body.period();
        BudgetFields budget = body.budget();
        AgencyFields agency = body.agency();
        return new NewDetails(
                fields.nameOrNull("name", body.name()),
                fields.optional("fiscalYear", body.fiscalYear(), FiscalYear::of).orNull(),
                period == null ? null : fields.dateOrNull("period.startsOn", period.startsOn()),
                period == null ? null : fields.dateOrNull("period.endsOn", period.endsOn()),
                budget == null
                        ? null
                        : fields.optional("budget.allocated", budget.allocated(), Baht::of)
                                .orNull(),
                budget == null
                        ? null
                        : fields.optional("budget.spent", budget.spent(), Baht::of)
                                .orNull(),
                agency == null ? null : DetailFields.agency(fields, agency).orNull(),
                officer,
                coordinator,
                fields.textOrNull("rationale", body.rationale()),
                body.objectives() == null ? null : DetailFields.objectives(fields, body.objectives()),
                fields.textOrNull("target", body.target()),
                DetailFields.strategy(fields, body.strategy()),
                body.indicators() == null ? null : DetailFields.indicators(fields, body.indicators()));
    }

    @Operation(summary = "Record the plan by month: แผนการดำเนินงาน", tags = "Projects")
    @PostMapping("/api/v1/projects/{code}/plan")
    ResponseEntity<RecordedAnswer> plan(@PathVariable String code, @RequestBody PlanFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        LocalDate effectiveOn = fields.dateOrNull("effectiveOn", body.effectiveOn());
        List<PlannedMonth> months = months(fields, body.months());
        String reason = fields.textOrNull("reason", body.reason());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(new RecordPlan(project, effectiveOn, months, reason, letter.orNull()), call, body);
    }

    private static List<PlannedMonth> months(Fields fields, @Nullable List<@Nullable MonthFields> given) {
        List<PlannedMonth> months = new ArrayList<>();
        int place = 0;
        for (MonthFields each : fields.list("months", given)) {
            String at = "months[" + place++ + "]";
            YearMonth month = fields.month(at + ".month", each.month()).orNull();
            Percent percent = fields.required(at + ".percent", each.percent(), Percent::of)
                    .orNull();
            if (month != null && percent != null) {
                months.add(new PlannedMonth(month, percent));
            }
        }
        if (given == null || given.isEmpty()) {
            fields.wrong("months", CommonReason.REQUIRED);
        }
        return months;
    }
}
