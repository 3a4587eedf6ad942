package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.web.DetailFields.AgencyFields;
import org.progressledger.command.web.DetailFields.BudgetFields;
import org.progressledger.command.web.DetailFields.IndicatorFields;
import org.progressledger.command.web.DetailFields.ObjectiveFields;
import org.progressledger.command.web.DetailFields.PeriodFields;
import org.progressledger.command.web.DetailFields.StrategyFields;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    @Operation(summary = "Register a project: ขึ้นทะเบียนโครงการ", tags = "Projects")
    @PostMapping("/api/v1/projects")
    ResponseEntity<RecordedAnswer> register(@RequestBody Registration body, Call call) {
        return desk.record(new RegisterProject(facts(body, call.asker())), call, body);
    }

    private ProjectRegistered facts(Registration body, Asker asker) {
        Fields fields = desk.fields();
        Given<ProjectCode> code = fields.required("projectCode", body.projectCode(), ProjectCode::of);
        Given<String> name = fields.name("name", body.name());
        Given<FiscalYear> year = fields.required("fiscalYear", body.fiscalYear(), FiscalYear::of);
        Given<Period> period = DetailFields.period(fields, body.period());
        Given<Budget> budget = DetailFields.budget(fields, body.budget());
        Given<ResponsibleAgency> agency = DetailFields.agency(fields, body.agency());
        String rationale = fields.textOrNull("rationale", body.rationale());
        String target = fields.textOrNull("target", body.target());
        StrategyLink strategy = DetailFields.strategy(fields, body.strategy());
        List<Objective> objectives = DetailFields.objectives(fields, body.objectives());
        List<PrintedIndicator> indicators = DetailFields.indicators(fields, body.indicators());
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
}
