package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.Letter;
import org.progressledger.events.ProjectCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What else happens to a project: จัดกิจกรรม, หนังสือ; and what was recorded by mistake. */
@RestController
class StoryController {
    private final RequestDesk desk;

    StoryController(RequestDesk desk) {
        this.desk = desk;
    }

    record ActivityFields(
            @Nullable LocalDate heldOn, @Nullable String description) {}

    /** {@code sequence} is the place of the mistaken fact among the events of its project, as the timeline tells it. */
    record MistakeFields(@Nullable Long sequence, @Nullable String reason) {}

    @Operation(summary = "Record an activity that was held", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/activities")
    ResponseEntity<RecordedAnswer> activity(@PathVariable String code, @RequestBody ActivityFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> heldOn = fields.date("heldOn", body.heldOn());
        Given<String> description = fields.text("description", body.description());
        fields.refuseIfAnyIsWrong();
        return desk.record(new RecordActivity(project, heldOn.get(), description.get()), call, body);
    }

    @Operation(summary = "Cite a letter", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/letters")
    ResponseEntity<RecordedAnswer> letter(@PathVariable String code, @RequestBody LetterFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<String> number = fields.name("number", body.number());
        String subject = fields.nameOrNull("subject", body.subject());
        LocalDate datedOn = fields.dateOrNull("datedOn", body.datedOn());
        fields.refuseIfAnyIsWrong();
        return desk.record(new CiteLetter(project, new Letter(number.get(), datedOn, subject)), call, body);
    }

    @Operation(summary = "Withdraw a fact that was recorded by mistake", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/withdrawals")
    ResponseEntity<RecordedAnswer> withdrawFact(@PathVariable String code, @RequestBody MistakeFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<Long> sequence = fields.required("sequence", body.sequence(), StoryController::aSequence);
        Given<String> reason = fields.text("reason", body.reason());
        fields.refuseIfAnyIsWrong();
        return desk.record(new WithdrawFact(project, sequence.get(), reason.get()), call, body);
    }

    private static long aSequence(long given) {
        if (given < 0) {
            throw new IllegalArgumentException("Facts count from 0: " + given);
        }
        return given;
    }
}
