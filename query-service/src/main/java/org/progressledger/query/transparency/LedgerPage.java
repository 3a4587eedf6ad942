package org.progressledger.query.transparency;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Pager;

/**
 * The ledger: its size, its seals, and how to check it without trusting us.
 *
 * @param lastPosition null before the first event
 * @param shown the newest checkpoint, as {@code /checkpoint} gives it; null before the first
 * @param keys of the log, the present one last
 * @param checkedHere null for whoever may not read what came of the service's own checks
 * @param readsEvents whether whoever reads may read events and their proofs
 * @param address of this server, as the browser called it
 */
record LedgerPage(
        Frame frame,
        String size,
        @Nullable String lastPosition,
        Sealing sealing,
        @Nullable Shown shown,
        List<Key> keys,
        List<Kept> kept,
        Pager pager,
        Comparison comparison,
        @Nullable CheckedHere checkedHere,
        boolean readsEvents,
        String address,
        String account) {

    /** How sealing goes. */
    enum State {
        NOTHING_RECORDED,
        NOTHING_SEALED,
        GOING_ON,
        /** Events wait for longer than they should. */
        BEHIND,
        /** The sealer signs nothing until a person has mended something. */
        REFUSED;

        /** @param oldest how long the first event that is not sealed has been waiting; zero where none is */
        static State of(boolean isRecorded, boolean isSealed, boolean isRefused, Duration oldest, Duration alarmAfter) {
            if (isRefused) {
                return REFUSED;
            }
            if (!isRecorded) {
                return NOTHING_RECORDED;
            }
            if (oldest.compareTo(alarmAfter) > 0) {
                return BEHIND;
            }
            return isSealed ? GOING_ON : NOTHING_SEALED;
        }
    }

    /**
     * How far sealing is behind recording.
     *
     * @param oldest how long the first of those that wait has been waiting
     * @param refusal why nothing is signed, in the page's language; null while something is
     * @param refusalDetail the sealer's own words, for those who run it
     */
    record Sealing(
            State state,
            @Nullable Moment last,
            @Nullable String age,
            String unsealed,
            String oldest,
            @Nullable String refusal,
            @Nullable String refusalDetail) {
        /** Whether a person has to do something. */
        // the template calls it
        public boolean isStopped() {
            return state == State.BEHIND || state == State.REFUSED;
        }
    }

    /**
     * A checkpoint.
     *
     * @param note as it was signed, with the lines of witnesses below
     */
    record Shown(String origin, String size, String note, Moment sealedAt) {}

    /** A key of the log and the smallest tree that it may have signed. */
    record Key(String text, String from) {}

    /**
     * One of the checkpoints that are kept.
     *
     * @param added events since the one before it; null for the first
     * @param grew whether it was proven now that it only added to the one before it; null where that cannot be said
     * @param compare address that compares it with the newest; null for the newest
     */
    record Kept(
            String size,
            Moment sealedAt,
            @Nullable String added,
            String root,
            String note,
            boolean isStamped,
            @Nullable Boolean grew,
            @Nullable String compare) {}

    /**
     * Two checkpoints that are compared.
     *
     * @param from as it was typed
     * @param problem what is wrong with what was typed; null where nothing is
     * @param result null where nothing was asked or found
     */
    record Comparison(
            String from,
            String to,
            @Nullable String problem,
            @Nullable Result result) {
        /** Whether the question cannot be answered. */
        // the template calls it
        public boolean isWrong() {
            return problem != null;
        }
    }

    /**
     * What came of comparing them.
     *
     * @param path the hashes of the proof
     */
    record Result(boolean isProven, Shown earlier, Shown later, String added, List<String> path) {}

    /**
     * What came of the service's own checks.
     *
     * @param every how often it checks; null if it does not
     * @param running null while it does not check
     * @param last null before the first check ended
     */
    record CheckedHere(
            @Nullable String every,
            @Nullable Running running,
            @Nullable Checked last) {}

    /** A check that has not ended. */
    record Running(Moment begunAt, long events, long of, String shown, String shownOf) {
        /** Whether it is known how many there are. */
        // the template calls it
        public boolean isMeasured() {
            return of > 0;
        }
    }

    /**
     * A check that ended.
     *
     * @param style of its outcome, by which it is seen
     * @param finding the first thing that is wrong; null where nothing is
     * @param wrongAt its position, where it is about an event
     * @param recordedSince events that it did not see
     */
    record Checked(
            String style,
            String icon,
            String words,
            String sentence,
            Moment endedAt,
            String took,
            String rate,
            String events,
            String sealed,
            String checkpoints,
            String tiles,
            String recordedSince,
            @Nullable String finding,
            @Nullable String findingField,
            @Nullable Long wrongAt) {}
}
