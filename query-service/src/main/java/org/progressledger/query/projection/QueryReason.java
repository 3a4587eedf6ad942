package org.progressledger.query.projection;

import org.progressledger.problems.ReasonCode;

/** Why a question is not answered; the texts stand in {@code messages/queries}. */
public enum QueryReason implements ReasonCode {
    /** No such project; data {@code project}. */
    PROJECT_NOT_FOUND(404),
    /** No fact of the project was read from such a printout; data {@code project}, {@code sha256}. */
    PRINTOUT_NOT_FOUND(404),
    /** The project has no papers of that round, and no narrative speaks of it; data {@code round}. */
    APPEAL_NOT_SPOKEN_OF(404),
    /** No rule finds such a hit in the project, and nobody acknowledged one; data {@code flag}. */
    FLAG_NOT_FOUND(404),
    /** No project has such an agency code, and nothing is set for it; data {@code agency}. */
    AGENCY_NOT_FOUND(404),
    /** The asker may not see projects of this agency; data {@code project}. */
    NOT_YOUR_AGENCY(403),
    /** Nothing of the project was recorded by then, or nothing had happened; data {@code happenedOn}, {@code recordedAt}. */
    NOTHING_KNOWN_THEN(404),
    /** So many events lie between two points that they are not compared one by one; data {@code events}, {@code limit}. */
    TOO_MANY_EVENTS_BETWEEN(422),
    /** So many projects would be folded for another day that they are not; data {@code projects}, {@code limit}. */
    TOO_MANY_PROJECTS_TO_FOLD(422),
    /** What is asked across projects is being made from what an earlier release kept. */
    STILL_BEING_MADE(503),
    /** No event was recorded at that position yet; data {@code position}. */
    EVENT_NOT_FOUND(404),
    /** No checkpoint of that size was signed; data {@code size}. */
    CHECKPOINT_NOT_FOUND(404),
    /** What is stored at that position is not what was signed; data {@code position}. */
    NOT_WHAT_WAS_SEALED(503),
    /** The log is not sealed so far yet; data {@code size}, the number of events that are. */
    NOT_SEALED_YET(503),
    /** So many files are being made that this one has to wait; data {@code limit}. */
    TOO_MANY_EXPORTS(503),
    /** The project stands still before an event that cannot be shown; data {@code project}, {@code position}. */
    PROJECT_STANDS_STILL(503),
    /** The project does not stand still; data {@code project}. */
    NOT_STANDING_STILL(404),
    /** The project is being tried again already; data {@code project}. */
    BEING_TRIED(503),
    /** No such replay; data {@code replay}. */
    REPLAY_NOT_FOUND(404),
    /** One replay at a time goes on, or waits for somebody; data {@code replay}. */
    ANOTHER_REPLAY(409),
    /** That cannot be done with the replay as it is; data {@code replay}, {@code state}, {@code step}. */
    NOT_WITH_THIS_REPLAY(409),
    /** Nothing is in the database of what such a release kept for answering; data {@code release}. */
    RELEASE_NOT_KEPT(404),
    /** What is asked to be thrown away is what answers here; data {@code release}. */
    RELEASE_ANSWERS_HERE(409),
    /** An instance of that release still works with what it keeps, or did some minutes ago; data {@code release}. */
    RELEASE_IN_USE(409),
    /** The answers do not reflect the asked position yet; data {@code atLeast}, {@code position}. */
    NOT_CAUGHT_UP(503);

    private final int status;

    QueryReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
