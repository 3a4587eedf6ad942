package org.progressledger.command.project;

import java.util.Optional;
import org.progressledger.events.Appeal;
import org.progressledger.events.Project;

/**
 * What may be done to a round of an appeal, by how far it has come. The same table stands in {@code docs/appeals.md}, and a
 * test compares the two.
 */
final class AppealStates {
    private AppealStates() {}

    /** How far a round has come. */
    enum State {
        /** Nobody speaks of it. */
        NONE,
        /** A narrative speaks of it; no papers are recorded. */
        CITED,
        /** It waits for its decision. */
        FILED,
        DECIDED,
        WITHDRAWN
    }

    /** What is asked of a round. */
    enum Deed {
        FILE,
        DECIDE,
        WITHDRAW,
        REVIEW,
        CITE
    }

    static State of(Project project, int round) {
        Appeal appeal = project.appeals().get(round);
        if (appeal == null) {
            return project.isCited(round) ? State.CITED : State.NONE;
        }
        return switch (appeal.state()) {
            case FILED -> State.FILED;
            case DECIDED -> State.DECIDED;
            case WITHDRAWN -> State.WITHDRAWN;
        };
    }

    /** Why the deed is refused in that state; empty where the state allows it. */
    static Optional<Refusal> refusal(State state, Deed deed) {
        return switch (deed) {
            case FILE ->
                switch (state) {
                    case NONE, CITED -> Optional.empty();
                    case FILED -> Optional.of(Refusal.APPEAL_STILL_OPEN);
                    case DECIDED, WITHDRAWN -> Optional.of(Refusal.ROUND_NOT_ABOVE_FILED);
                };
            case DECIDE, WITHDRAW ->
                switch (state) {
                    case NONE, CITED -> Optional.of(Refusal.APPEAL_NOT_FILED);
                    case FILED -> Optional.empty();
                    case DECIDED -> Optional.of(Refusal.APPEAL_ALREADY_DECIDED);
                    case WITHDRAWN -> Optional.of(Refusal.APPEAL_WAS_WITHDRAWN);
                };
            case REVIEW ->
                switch (state) {
                    case NONE -> Optional.of(Refusal.APPEAL_NOT_FILED);
                    case CITED, FILED, DECIDED, WITHDRAWN -> Optional.empty();
                };
            // paper is evidence, whatever the papers of the round say
            case CITE -> Optional.empty();
        };
    }

    /** The state after a deed that was not refused. */
    static State after(State state, Deed deed) {
        return switch (deed) {
            case FILE -> State.FILED;
            case DECIDE -> State.DECIDED;
            case WITHDRAW -> State.WITHDRAWN;
            case REVIEW -> state;
            case CITE -> state == State.NONE ? State.CITED : state;
        };
    }
}
