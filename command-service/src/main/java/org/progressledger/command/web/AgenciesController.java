package org.progressledger.command.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.command.agencies.AgencyChange;
import org.progressledger.command.agencies.AgencyDesk;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.AgencyEdit;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** หน่วยงาน: how an agency is called, and which codes are counted as one. */
@RestController
class AgenciesController {
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");

    private final AgencyDesk agencies;
    private final RequestDesk desk;

    AgenciesController(AgencyDesk agencies, RequestDesk desk) {
        this.agencies = agencies;
        this.desk = desk;
    }

    /** What is missing stays as it is; an empty text is taken away. */
    record AgencyEditFields(
            @Nullable String name,
            @Nullable String belongsTo,
            @Nullable String reason) {}

    /**
     * What is set now; null leaves it to what was registered.
     *
     * @param edit the one that set it; null if nothing ever was set
     */
    record AgencyEdited(
            String code,
            @Nullable String name,
            @Nullable String belongsTo,
            @Nullable AgencyEdit edit) {}

    @Operation(summary = "Name an agency, or count its code under another", tags = "Agencies")
    @PutMapping("/api/v1/agencies/{code}")
    AgencyEdited setAgency(@PathVariable String code, @RequestBody AgencyEditFields body, @CurrentAsker Asker asker) {
        if (!CODE.matcher(code).matches()) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "code"));
        }
        Fields fields = desk.fields();
        String name = name(fields, body.name());
        String belongsTo = belongsTo(fields, body.belongsTo());
        Given<String> reason = fields.text("reason", body.reason());
        if (body.name() == null && body.belongsTo() == null) {
            fields.wrong("name", CommonReason.REQUIRED);
        }
        fields.refuseIfAnyIsWrong();
        AgencyDesk.Standing standing = agencies.set(new AgencyChange(code, name, belongsTo, reason.get()), asker);
        return new AgencyEdited(
                standing.code(), standing.setting().name(), standing.setting().belongsTo(), standing.latest());
    }

    private static @Nullable String name(Fields fields, @Nullable String given) {
        if (given == null || given.isEmpty()) {
            return given;
        }
        String checked = fields.name("name", given).orNull();
        if (checked == null) {
            return null;
        }
        String composed = ThaiSpelling.composed(checked);
        if (composed.isEmpty()) {
            // marks without width alone
            fields.wrong("name", CommonReason.WRONG_FORMAT);
        }
        return composed;
    }

    private static @Nullable String belongsTo(Fields fields, @Nullable String given) {
        if (given != null && !given.isEmpty() && !CODE.matcher(given).matches()) {
            fields.wrong("belongsTo", CommonReason.WRONG_FORMAT);
        }
        return given;
    }
}
