package org.progressledger.command.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.Asked;
import org.progressledger.command.project.CommandDesk;
import org.progressledger.command.project.CommandSettings;
import org.progressledger.command.project.Decision;
import org.progressledger.command.project.ProjectCommand;
import org.progressledger.command.project.Refusal;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.Sha256;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.projectledger.MasterKey;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What every command endpoint does alike: key, digest, hand over, answer. */
@Component
class RequestDesk {
    private final CommandDesk desk;
    private final PersonVault vault;
    private final MasterKey masterKey;
    private final JsonMapper json;
    private final CommandSettings limits;

    RequestDesk(CommandDesk desk, PersonVault vault, MasterKey masterKey, JsonMapper json, CommandSettings limits) {
        this.desk = desk;
        this.vault = vault;
        this.masterKey = masterKey;
        this.json = json;
        this.limits = limits;
    }

    Fields fields() {
        return new Fields(limits);
    }

    /** The code in the path. */
    ProjectCode code(String given) {
        if (!ProjectCode.isValid(given)) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "code"));
        }
        return ProjectCode.of(given);
    }

    /** The rules say so as well; asked before anything of a person is kept. */
    void refuseOtherAgency(ProjectCode project, Asker asker) {
        if (!asker.mayActFor(project.text())) {
            throw new ProblemException(Refusal.NOT_YOUR_AGENCY, Map.of("project", project.text()));
        }
    }

    /** Sealed under the person's key; a wrong name or phone is reported among the fields. */
    @Nullable
    PersonalData sealed(Fields fields, String field, @Nullable PersonFields given) {
        if (given == null) {
            return null;
        }
        String name = fields.name(field + ".name", given.name()).orNull();
        String phone = fields.nameOrNull(field + ".phone", given.phone());
        return name == null ? null : vault.seal(new Person(name, phone, null));
    }

    /** The indicator in the path. */
    IndicatorId indicator(String given) {
        try {
            return IndicatorId.of(given);
        } catch (IllegalArgumentException notOne) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "id"));
        }
    }

    /** @param body what the request said, before anything was sealed */
    ResponseEntity<RecordedAnswer> record(ProjectCommand command, Call call, Object body) {
        return CommandAnswers.recorded(
                desk.handle(command, call.asker(), call.key(), call.expectedVersion(), digest(call.operation(), body)));
    }

    /**
     * The event that a command would record if it were asked for now; nothing is recorded.
     *
     * @throws ProblemException if it would be refused
     */
    ProjectEvent foreseen(ProjectCommand command, Asker asker) {
        Decision decision = desk.foresee(List.of(new Asked(command, null)), asker)
                .getFirst()
                .decision();
        return switch (decision) {
            case Decision.Accepted accepted -> accepted.outcomes().getFirst().event();
            case Decision.Refused refused -> throw new ProblemException(refused.reason(), refused.data());
        };
    }

    /** Keyed, for a request may hold names, and a plain digest of a name can be guessed. */
    private Sha256 digest(String operation, Object body) {
        return Sha256.of(masterKey.fingerprint("request", operation + "\n" + json.writeValueAsString(body)));
    }
}
