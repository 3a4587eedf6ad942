package org.progressledger.query.importdrop;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How large something is, as people say it. */
public final class Sizes {
    private static final int UNIT = 1024;

    private Sizes() {}

    /** {@code 2 MB}, {@code 1.5 MB}, {@code 26 KB}. */
    public static String written(long bytes) {
        return bytes < UNIT * UNIT ? in(bytes, UNIT, 0) + " KB" : in(bytes, (long) UNIT * UNIT, 1) + " MB";
    }

    private static String in(long bytes, long unit, int decimals) {
        return BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(unit), decimals, RoundingMode.UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
