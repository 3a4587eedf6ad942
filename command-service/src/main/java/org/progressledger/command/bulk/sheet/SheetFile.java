package org.progressledger.command.bulk.sheet;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.ProblemException;

/** A file that a spreadsheet wrote. What it is, its first bytes tell and not its sender. */
public final class SheetFile {
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] COMPOUND = {0xD0, 0xCF, 0x11, 0xE0};

    private SheetFile() {}

    /**
     * @param declared as the sender says a text is encoded; null where he does not
     * @param headings how many of a row's cells are known as headings
     * @throws ProblemException one of {@link SheetReason}
     */
    public static List<Tab> tabs(
            byte[] bytes, @Nullable Charset declared, ToIntFunction<List<String>> headings, SheetLimits limits) {
        if (bytes.length > limits.bytes()) {
            throw SheetLimits.exceeded(SheetReason.SHEET_TOO_LARGE, limits.bytes());
        }
        if (SheetText.begins(bytes, COMPOUND)) {
            throw new ProblemException(SheetReason.SHEET_IS_LOCKED_OR_OLD);
        }
        if (SheetText.begins(bytes, ZIP)) {
            return Workbook.tabs(bytes, limits);
        }
        Grid grid = DelimitedText.read(SheetText.of(bytes, declared), headings, limits);
        return List.of(new Tab(null, false, () -> grid));
    }
}
