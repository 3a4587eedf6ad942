package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.Letter;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReviewOutcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** อุทธรณ์: a round is filed, and decided by somebody else. */
@RestController
class AppealsController {
    private static final int MOST_ROUNDS = 99;

    private final RequestDesk desk;

    AppealsController(RequestDesk desk) {
        this.desk = desk;
    }

    record FilingFields(
            @Nullable Integer round,
            @Nullable LocalDate filedOn,
            @Nullable String grounds,
            @Nullable String asked,
            @Nullable LetterFields letter) {}

    record DecisionFields(
            @Nullable LocalDate decidedOn,
            @Nullable AppealOutcome outcome,
            @Nullable String criteriaBefore,
            @Nullable String criteriaAfter,
            @Nullable String indicator,
            @Nullable LetterFields letter) {}

    record WithdrawalFields(
            @Nullable LocalDate withdrawnOn,
            @Nullable String reason,
            @Nullable LetterFields letter) {}

    record ReviewFields(
            @Nullable LocalDate reviewedOn,
            @Nullable ReviewOutcome outcome,
            @Nullable String finding) {}

    @Operation(summary = "File a round of an appeal: ยื่นอุทธรณ์", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals")
    ResponseEntity<RecordedAnswer> file(@PathVariable String code, @RequestBody FilingFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<Integer> round = fields.required("round", body.round(), AppealsController::aRound);
        Given<LocalDate> filedOn = fields.date("filedOn", body.filedOn());
        Given<String> grounds = fields.text("grounds", body.grounds());
        Given<String> asked = fields.text("asked", body.asked());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new FileAppeal(project, round.get(), filedOn.get(), grounds.get(), asked.get(), letter.orNull()),
                call,
                body);
    }

    @Operation(summary = "Decide a round that was filed", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals/{round}/decision")
    ResponseEntity<RecordedAnswer> decide(
            @PathVariable String code, @PathVariable int round, @RequestBody DecisionFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> decidedOn = fields.date("decidedOn", body.decidedOn());
        Given<AppealOutcome> outcome = fields.required("outcome", body.outcome());
        String before = fields.textOrNull("criteriaBefore", body.criteriaBefore());
        String after = fields.textOrNull("criteriaAfter", body.criteriaAfter());
        Given<IndicatorId> indicator = fields.optional("indicator", body.indicator(), IndicatorId::of);
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new DecideAppeal(
                        project,
                        round,
                        decidedOn.get(),
                        outcome.get(),
                        before == null && after == null ? null : new CriteriaChange(before, after, indicator.orNull()),
                        letter.orNull()),
                call,
                body);
    }

    @Operation(summary = "Take a filed round back: ถอนอุทธรณ์", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals/{round}/withdrawal")
    ResponseEntity<RecordedAnswer> withdraw(
            @PathVariable String code, @PathVariable int round, @RequestBody WithdrawalFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> withdrawnOn = fields.date("withdrawnOn", body.withdrawnOn());
        Given<String> reason = fields.text("reason", body.reason());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new WithdrawAppeal(project, round, withdrawnOn.get(), reason.get(), letter.orNull()), call, body);
    }

    @Operation(summary = "Record a finding about a round: สอบทานอุทธรณ์", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals/{round}/review")
    ResponseEntity<RecordedAnswer> review(
            @PathVariable String code, @PathVariable int round, @RequestBody ReviewFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        LocalDate reviewedOn = fields.dateOrNull("reviewedOn", body.reviewedOn());
        Given<ReviewOutcome> outcome = fields.required("outcome", body.outcome());
        Given<String> finding = fields.text("finding", body.finding());
        fields.refuseIfAnyIsWrong();
        return desk.record(new ReviewAppeal(project, round, reviewedOn, outcome.get(), finding.get()), call, body);
    }

    static int aRound(int given) {
        if (given < 1 || given > MOST_ROUNDS) {
            throw new IllegalArgumentException("Not a round: " + given);
        }
        return given;
    }
}
