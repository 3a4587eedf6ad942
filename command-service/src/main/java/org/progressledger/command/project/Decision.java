package org.progressledger.command.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.Provenance;
import org.progressledger.events.Source;
import org.progressledger.problems.ReasonCode;

/** The answer to a command. A refusal is an answer, so it is a value. */
public sealed interface Decision {

    /** The events to record, in their order, in one commit. */
    record Accepted(List<Outcome> outcomes) implements Decision {
        public Accepted {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Nothing is recorded, and why; the data fills the places of the reason's text. */
    record Refused(ReasonCode reason, Map<String, Object> data) implements Decision {
        public Refused {
            data = Map.copyOf(data);
        }
    }

    /**
     * One event and what its metadata says beside actor and command.
     *
     * @param source where it was read, for imported facts
     * @param reportNo the report whose narrative tells it
     * @param reason why, where the fact needs a reason
     */
    record Outcome(
            ProjectEvent event,
            @Nullable Source source,
            @Nullable Integer reportNo,
            @Nullable String reason) {

        /** The event's metadata: the command's, with this outcome's source and reason. */
        public Provenance provenance(Provenance ofCommand) {
            Provenance because = ofCommand.because(reason);
            return source == null ? because : because.from(source, reportNo);
        }
    }

    static Decision accept(ProjectEvent event) {
        return new Accepted(List.of(new Outcome(event, null, null, null)));
    }

    /** @param reason null where the fact needs none and none was given */
    static Decision accept(ProjectEvent event, @Nullable String reason) {
        return new Accepted(List.of(new Outcome(event, null, null, reason)));
    }

    static Decision refuse(ReasonCode reason, Map<String, Object> data) {
        return new Refused(reason, data);
    }
}
