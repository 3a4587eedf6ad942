package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Letter;
import org.progressledger.events.ProjectCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
            @Nullable LetterFields letter) {}

    @Operation(summary = "File a round of an appeal: ยื่นอุทธรณ์", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals")
    ResponseEntity<RecordedAnswer> file(
            @PathVariable String code,
            @RequestBody FilingFields body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
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
                asker,
                key,
                "appeal " + project,
                body);
    }

    @Operation(summary = "Decide a round that was filed", tags = "Appeals")
    @PostMapping("/api/v1/projects/{code}/appeals/{round}/decision")
    ResponseEntity<RecordedAnswer> decide(
            @PathVariable String code,
            @PathVariable int round,
            @RequestBody DecisionFields body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> decidedOn = fields.date("decidedOn", body.decidedOn());
        Given<AppealOutcome> outcome = fields.required("outcome", body.outcome());
        String before = fields.textOrNull("criteriaBefore", body.criteriaBefore());
        String after = fields.textOrNull("criteriaAfter", body.criteriaAfter());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new DecideAppeal(project, round, decidedOn.get(), outcome.get(), before, after, letter.orNull()),
                asker,
                key,
                "decide " + project + " " + round,
                body);
    }

    private static int aRound(int given) {
        if (given < 1 || given > MOST_ROUNDS) {
            throw new IllegalArgumentException("Not a round: " + given);
        }
        return given;
    }
}
