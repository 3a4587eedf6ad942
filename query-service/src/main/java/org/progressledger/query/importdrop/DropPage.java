package org.progressledger.query.importdrop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * Where printouts are handed in.
 *
 * @param trouble why the last one was not taken; null at first
 * @param limits what can be handed in, told before
 * @param mostBytes of one sending
 */
record DropPage(
        Frame frame,
        @Nullable Trouble trouble,
        List<String> limits,
        long mostBytes,
        String tooLarge,
        List<DraftShown> drafts,
        List<BatchShown> batches) {

    /**
     * Why a printout was not taken.
     *
     * @param lines of the paper around the one that is meant; empty where it is none
     */
    record Trouble(String detail, String code, @Nullable String file, List<PaperLine> lines) {}

    record PaperLine(int number, String text, boolean meant) {}

    record DraftShown(
            String importId, String name, @Nullable String code, Moment madeAt, Moment waitsUntil, boolean recorded) {}

    record BatchShown(String batchId, Moment madeAt, boolean reading, String words) {}
}
