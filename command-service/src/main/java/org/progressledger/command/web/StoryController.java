package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** What else happens to a project: จัดกิจกรรม, หนังสือ, ชะลอโครงการ. */
@RestController
class StoryController {
    private final RequestDesk desk;

    StoryController(RequestDesk desk) {
        this.desk = desk;
    }

    record ActivityFields(
            @Nullable LocalDate heldOn, @Nullable String description) {}

    record PauseFields(
            @Nullable LocalDate effectiveOn,
            @Nullable PauseCause cause,
            @Nullable String words,
            @Nullable LetterFields letter) {}

    @Operation(summary = "Record an activity that was held", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/activities")
    ResponseEntity<RecordedAnswer> activity(
            @PathVariable String code,
            @RequestBody ActivityFields body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> heldOn = fields.date("heldOn", body.heldOn());
        Given<String> description = fields.text("description", body.description());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new RecordActivity(project, heldOn.get(), description.get()), asker, key, "activity " + project, body);
    }

    @Operation(summary = "Cite a letter", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/letters")
    ResponseEntity<RecordedAnswer> letter(
            @PathVariable String code,
            @RequestBody LetterFields body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<String> number = fields.name("number", body.number());
        String subject = fields.nameOrNull("subject", body.subject());
        LocalDate datedOn = fields.dateOrNull("datedOn", body.datedOn());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new CiteLetter(project, new Letter(number.get(), datedOn, subject)),
                asker,
                key,
                "letter " + project,
                body);
    }

    @Operation(summary = "Pause the project: ชะลอโครงการ", tags = "Story")
    @PostMapping("/api/v1/projects/{code}/pause")
    ResponseEntity<RecordedAnswer> pause(
            @PathVariable String code,
            @RequestBody PauseFields body,
            @RequestHeader(name = CommandAnswers.IDEMPOTENCY_KEY, required = false) @Nullable String key,
            @CurrentAsker Asker asker) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> effectiveOn = fields.date("effectiveOn", body.effectiveOn());
        Given<PauseCause> cause = fields.required("cause", body.cause());
        Given<String> words = fields.text("words", body.words());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new PauseProject(project, effectiveOn.get(), cause.get(), words.get(), letter.orNull()),
                asker,
                key,
                "pause " + project,
                body);
    }
}
