package org.progressledger.command.printedform;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** แบบแสดงรายงานความก้าวหน้า…: from the bytes of a printout to a draft. A plain function of its arguments. */
public final class PrintedFormReader {
    private PrintedFormReader() {}

    /**
     * Reads one form.
     *
     * @param bytes as they came
     * @param declared UTF-8 or windows-874 (TIS-620); null: UTF-8 is tried first, then windows-874
     */
    public static ReadResult read(byte[] bytes, @Nullable Charset declared, ReadLimits limits) {
        return new ReadResult.Unreadable(UnreadableCode.NOT_A_PROGRESS_FORM, null, java.util.Map.of());
    }
}
