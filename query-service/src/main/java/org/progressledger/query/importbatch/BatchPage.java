package org.progressledger.query.importbatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;

/**
 * How far a batch is.
 *
 * @param trouble why it was not read again; null where nobody asked
 * @param canBeReadAgain whether some of its files were refused
 */
record BatchPage(
        Frame frame,
        String batchId,
        Moment madeAt,
        boolean reading,
        int total,
        int done,
        int read,
        int refused,
        boolean canBeReadAgain,
        @Nullable String trouble,
        List<FileShown> files) {

    /**
     * A file.
     *
     * @param state {@code WAITING}, {@code READ}, {@code RECORDED}, {@code REFUSED} or {@code LEFT_OUT}
     * @param problem why it was not read
     */
    record FileShown(
            int number,
            String name,
            String size,
            String state,
            @Nullable String importId,
            @Nullable String code,
            int warnings,
            boolean recordedBefore,
            @Nullable String problem,
            @Nullable String problemCode) {}
}
