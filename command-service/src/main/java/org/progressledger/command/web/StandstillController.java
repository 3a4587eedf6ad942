package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A project stands still, goes on, ends and is opened again. */
@RestController
class StandstillController {
    private final RequestDesk desk;

    StandstillController(RequestDesk desk) {
        this.desk = desk;
    }

    record PauseFields(
            @Nullable LocalDate effectiveOn,
            @Nullable PauseCause cause,
            @Nullable String words,
            @Nullable LetterFields letter) {}

    record ResumeFields(
            @Nullable LocalDate effectiveOn,
            @Nullable String words,
            @Nullable LetterFields letter) {}

    record CompleteFields(
            @Nullable LocalDate completedOn,
            @Nullable String words,
            @Nullable LetterFields letter) {}

    record CancelFields(
            @Nullable LocalDate cancelledOn,
            @Nullable String reason,
            @Nullable LetterFields letter) {}

    record ReopenFields(
            @Nullable LocalDate reopenedOn,
            @Nullable String reason,
            @Nullable LetterFields letter) {}

    @Operation(summary = "Pause the project: ชะลอโครงการ", tags = "Status")
    @PostMapping("/api/v1/projects/{code}/pause")
    ResponseEntity<RecordedAnswer> pause(@PathVariable String code, @RequestBody PauseFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> effectiveOn = fields.date("effectiveOn", body.effectiveOn());
        Given<PauseCause> cause = fields.required("cause", body.cause());
        Given<String> words = fields.text("words", body.words());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(
                new PauseProject(project, effectiveOn.get(), cause.get(), words.get(), letter.orNull()), call, body);
    }

    @Operation(summary = "Work goes on after a pause: ดำเนินโครงการต่อ", tags = "Status")
    @PostMapping("/api/v1/projects/{code}/resumption")
    ResponseEntity<RecordedAnswer> resume(@PathVariable String code, @RequestBody ResumeFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> effectiveOn = fields.date("effectiveOn", body.effectiveOn());
        String words = fields.textOrNull("words", body.words());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(new ResumeProject(project, effectiveOn.get(), words, letter.orNull()), call, body);
    }

    @Operation(summary = "Complete the project: โครงการแล้วเสร็จ", tags = "Status")
    @PostMapping("/api/v1/projects/{code}/completion")
    ResponseEntity<RecordedAnswer> complete(@PathVariable String code, @RequestBody CompleteFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> completedOn = fields.date("completedOn", body.completedOn());
        String words = fields.textOrNull("words", body.words());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(new CompleteProject(project, completedOn.get(), words, letter.orNull()), call, body);
    }

    @Operation(summary = "Cancel the project: ยกเลิกโครงการ", tags = "Status")
    @PostMapping("/api/v1/projects/{code}/cancellation")
    ResponseEntity<RecordedAnswer> cancel(@PathVariable String code, @RequestBody CancelFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> cancelledOn = fields.date("cancelledOn", body.cancelledOn());
        Given<String> reason = fields.text("reason", body.reason());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(new CancelProject(project, cancelledOn.get(), reason.get(), letter.orNull()), call, body);
    }

    @Operation(summary = "Open a completed or cancelled project again: เปิดโครงการใหม่", tags = "Status")
    @PostMapping("/api/v1/projects/{code}/reopening")
    ResponseEntity<RecordedAnswer> reopen(@PathVariable String code, @RequestBody ReopenFields body, Call call) {
        ProjectCode project = desk.code(code);
        Fields fields = desk.fields();
        Given<LocalDate> reopenedOn = fields.date("reopenedOn", body.reopenedOn());
        Given<String> reason = fields.text("reason", body.reason());
        Given<Letter> letter = fields.letter("letter", body.letter());
        fields.refuseIfAnyIsWrong();
        return desk.record(new ReopenProject(project, reopenedOn.get(), reason.get(), letter.orNull()), call, body);
    }
}
