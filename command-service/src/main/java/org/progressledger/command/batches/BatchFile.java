package org.progressledger.command.batches;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ReasonCode;

/**
 * A file of a batch.
 *
 * @param number its place in the batch, from 1
 * @param name as the sender calls it: text to show, never a path
 * @param sha256 null where its bytes were not taken
 * @param importId of the draft, made or to be made
 * @param tries how often its reading was begun
 * @param read what it was read as; null until then
 * @param problem why it was not read; null otherwise
 */
record BatchFile(
        int number,
        String name,
        int bytes,
        @Nullable String sha256,
        @Nullable String charset,
        boolean pdf,
        String importId,
        State state,
        int tries,
        @Nullable ReadAs read,
        @Nullable Problem problem) {

    /** Where a file stands. */
    enum State {
        WAITING,
        READ,
        REFUSED,
        /** A directory, or what an operating system puts beside files. */
        LEFT_OUT
    }

    /**
     * @param warnings how many things a person should look at
     * @param recordedBefore whether facts were recorded from these very bytes before
     */
    record ReadAs(String projectCode, int warnings, boolean recordedBefore) {}

    /** @param data the values of the code's sentence */
    record Problem(String code, Map<String, Object> data) {
        static Problem of(ReasonCode reason, Map<String, Object> data) {
            return new Problem(reason.name(), data);
        }

        static Problem of(ProblemException refused) {
            return new Problem(refused.reason().name(), refused.data());
        }
    }

    /** Whether its bytes wait for another reading. */
    boolean canBeReadAgain() {
        return state == State.REFUSED && sha256 != null;
    }

    BatchFile begun() {
        return with(State.WAITING, tries + 1, null, null);
    }

    BatchFile again() {
        return with(State.WAITING, 0, null, null);
    }

    BatchFile readAs(ReadAs as) {
        return with(State.READ, tries, as, null);
    }

    BatchFile refused(Problem why) {
        return with(State.REFUSED, tries, null, why);
    }

    private BatchFile with(State next, int begun, @Nullable ReadAs as, @Nullable Problem why) {
        return new BatchFile(number, name, bytes, sha256, charset, pdf, importId, next, begun, as, why);
    }
}
