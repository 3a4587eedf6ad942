package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.AcknowledgeFlag;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectCode;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** ข้อสังเกตของการตรวจสอบ: an auditor has seen one. */
@RestController
class FlagsController {
    private final RequestDesk desk;

    FlagsController(RequestDesk desk) {
        this.desk = desk;
    }

    /** {@code flag} is the hit's flag, as its answer names it. */
    record AcknowledgementFields(
            @Nullable AuditFlag flag, @Nullable String reason) {}

    @Operation(summary = "Acknowledge a hit of an audit flag: รับทราบข้อสังเกต", tags = "Flags")
    @PostMapping("/api/v1/projects/{code}/flags/{id}/acknowledgement")
    ResponseEntity<RecordedAnswer> acknowledge(
            @PathVariable String code, @PathVariable String id, @RequestBody AcknowledgementFields body, Call call) {
        ProjectCode project = desk.code(code);
        AuditFlag ofId = AuditFlag.ofId(id)
                .orElseThrow(() -> new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "id")));
        Fields fields = desk.fields();
        Given<AuditFlag> flag = fields.required("flag", body.flag());
        Given<String> reason = fields.text("reason", body.reason());
        if (body.flag() != null && body.flag() != ofId) {
            // the one in the body guards against a mistyped path
            fields.wrong("flag", CommonReason.INVALID_VALUE);
        }
        fields.refuseIfAnyIsWrong();
        return desk.record(new AcknowledgeFlag(project, id, flag.get(), reason.get()), call, body);
    }
}
