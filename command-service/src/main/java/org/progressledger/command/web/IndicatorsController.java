package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.AdoptIndicator;
import org.progressledger.command.project.ProjectCommand.ChangeCriteria;
import org.progressledger.command.project.ProjectCommand.EvaluateQuarter;
import org.progressledger.command.project.ProjectCommand.RecordResult;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Measurement;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Quarter;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;
import org.progressledger.problems.CommonReason;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** ตัวชี้วัด: adopted, measured, scored, and scored by other criteria. */
@RestController
class IndicatorsController {
    private static final int MOST_VERSIONS = 9999;

    private final RequestDesk desk;

    IndicatorsController(RequestDesk desk) {
        this.desk = desk;
    }

    record AdoptionFields(
            @Nullable String id,
            @Nullable String code,
            @Nullable String text,
            @Nullable IndicatorKind kind,
            @Nullable String unit,
            @Nullable String target,
            @Nullable String criteria,
            @Nullable LocalDate adoptedOn) {}

    /** {@code quarter} such as {@code 2564-Q1}; a blank result is not 0. */
    record ResultFields(
            @Nullable String quarter,
            @Nullable BigDecimal result,
            @Nullable String narrative,
            @Nullable LocalDate statedOn,
            @Nullable String reason) {}

    record CriteriaFields(
            @Nullable String criteria,
            @Nullable LocalDate effectiveOn,
            @Nullable Integer appealRound,
            @Nullable String reason) {}

    /** Without an indicator it is the project's score; a blank score is not 0. */
    record EvaluationFields(
            @Nullable String quarter,
            @Nullable String indicator,
            @Nullable Integer criteriaVersion,
            @Nullable BigDecimal score,
            @Nullable List<@Nullable PartFields> parts,
            @Nullable String remark,
            @Nullable LocalDate evaluatedOn,
            @Nullable String reason) {}

    record PartFields(@Nullable String number, @Nullable BigDecimal score) {}

    @Operation(summary = "Adopt an indicator: กำหนดตัวชี้วัด", tags = "Indicators")
    @PostMapping("/api/v1/projects/{code}/indicators")
    ResponseEntity<RecordedAnswer> adopt(@PathVariable String code, @RequestBody AdoptionFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<IndicatorId> id = fields.optional("id", body.id(), IndicatorId::of);
        String sourceCode = fields.nameOrNull("code", body.code());
        Given<String> text = fields.text("text", body.text());
        Given<IndicatorKind> kind = fields.required("kind", body.kind());
        Given<String> unit = fields.name("unit", body.unit());
        String target = fields.nameOrNull("target", body.target());
        String criteria = fields.textOrNull("criteria", body.criteria());
        LocalDate adoptedOn = fields.dateOrNull("adoptedOn", body.adoptedOn());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new AdoptIndicator(
                        project,
                        id.orNull(),
                        sourceCode,
                        text.get(),
                        kind.get(),
                        unit.get(),
                        target,
                        criteria,
                        adoptedOn),
                call,
                body);
    }

    @Operation(summary = "Record an indicator's result of a quarter: ผลตัวชี้วัด", tags = "Indicators")
    @PostMapping("/api/v1/projects/{code}/indicators/{id}/results")
    ResponseEntity<RecordedAnswer> result(
            @PathVariable String code, @PathVariable String id, @RequestBody ResultFields body, Call call) {
        ProjectCode project = desk.code(code);
        IndicatorId indicator = desk.indicator(id);
        Fields fields = desk.fields();
        Given<Quarter> quarter = fields.required("quarter", body.quarter(), Quarter::of);
        Given<Measurement> result = fields.optional("result", body.result(), Measurement::of);
        String narrative = fields.textOrNull("narrative", body.narrative());
        LocalDate statedOn = fields.dateOrNull("statedOn", body.statedOn());
        String reason = fields.textOrNull("reason", body.reason());
        if (body.result() == null && narrative == null) {
            fields.wrong("result", CommonReason.REQUIRED);
        }
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new RecordResult(project, indicator, quarter.get(), result.orNull(), narrative, statedOn, reason),
                call,
                body);
    }

    @Operation(summary = "Change an indicator's criteria from a day on: เปลี่ยนเกณฑ์", tags = "Indicators")
    @PostMapping("/api/v1/projects/{code}/indicators/{id}/criteria")
    ResponseEntity<RecordedAnswer> criteria(
            @PathVariable String code, @PathVariable String id, @RequestBody CriteriaFields body, Call call) {
        ProjectCode project = desk.code(code);
        IndicatorId indicator = desk.indicator(id);
        Fields fields = desk.fields();
        Given<String> criteria = fields.text("criteria", body.criteria());
        Given<LocalDate> effectiveOn = fields.date("effectiveOn", body.effectiveOn());
        Given<Integer> round = fields.optional("appealRound", body.appealRound(), AppealsController::aRound);
        Given<String> reason = fields.text("reason", body.reason());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new ChangeCriteria(project, indicator, criteria.get(), effectiveOn.get(), round.orNull(), reason.get()),
                call,
                body);
    }

    @Operation(summary = "Score a quarter, of the project or of an indicator: สยป. ประเมิน", tags = "Indicators")
    @PostMapping("/api/v1/projects/{code}/evaluations")
    ResponseEntity<RecordedAnswer> evaluate(@PathVariable String code, @RequestBody EvaluationFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<Quarter> quarter = fields.required("quarter", body.quarter(), Quarter::of);
        Given<IndicatorId> indicator = fields.optional("indicator", body.indicator(), IndicatorId::of);
        Given<Integer> version =
                fields.optional("criteriaVersion", body.criteriaVersion(), IndicatorsController::aVersion);
        Given<Score> score = fields.optional("score", body.score(), Score::of);
        List<ScorePart> parts = parts(fields, body.parts());
        String remark = fields.textOrNull("remark", body.remark());
        LocalDate evaluatedOn = fields.dateOrNull("evaluatedOn", body.evaluatedOn());
        String reason = fields.textOrNull("reason", body.reason());
        if (body.score() == null && parts.isEmpty()) {
            fields.wrong("score", CommonReason.REQUIRED);
        }
        if (body.indicator() == null && body.criteriaVersion() != null) {
            fields.wrong("indicator", CommonReason.REQUIRED);
        }
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new EvaluateQuarter(
                        project,
                        quarter.get(),
                        indicator.orNull(),
                        version.orNull(),
                        score.orNull(),
                        parts,
                        remark,
                        evaluatedOn,
                        reason),
                call,
                body);
    }

    private static List<ScorePart> parts(Fields fields, @Nullable List<@Nullable PartFields> given) {
        List<ScorePart> parts = new ArrayList<>();
        int place = 0;
        for (PartFields each : fields.list("parts", given)) {
            String at = "parts[" + place++ + "]";
            String number = fields.name(at + ".number", each.number()).orNull();
            Score score =
                    fields.optional(at + ".score", each.score(), Score::of).orNull();
            if (number != null && parts.stream().anyMatch(part -> part.number().equals(number))) {
                fields.wrong(at + ".number", CommonReason.INVALID_VALUE);
            } else if (number != null) {
                parts.add(new ScorePart(number, score));
            }
        }
        return parts;
    }

    private static int aVersion(int given) {
        if (given < 1 || given > MOST_VERSIONS) {
            throw new IllegalArgumentException("Not a version: " + given);
        }
        return given;
    }
}
