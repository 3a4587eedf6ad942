package org.progressledger.ledger.faults;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody asked of the ledger, and what was answered.
 *
 * @param startedAt nanoseconds of a clock that all processes of the machine share
 * @param endedAt the same; {@link Long#MAX_VALUE} while nobody was answered
 * @param sequence of the event that was to be recorded; of a question the last one that was seen, -1 for none
 * @param eventId null for a question
 * @param position of what was recorded; -1 otherwise
 */
record Operation(
        long startedAt,
        long endedAt,
        Outcome outcome,
        String stream,
        long sequence,
        @Nullable String eventId,
        long position) {
    enum Outcome {
        /** Acknowledged. */
        RECORDED,
        /** Nothing was recorded: its place was taken. */
        TAKEN,
        /** Nothing was recorded, for another reason. */
        REFUSED,
        /** May have been recorded: an answer was lost, or whoever asked died. */
        UNKNOWN,
        /** A question for the last sequence of a stream. */
        READ
    }
}
