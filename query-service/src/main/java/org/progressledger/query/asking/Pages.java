package org.progressledger.query.asking;

import java.util.Map;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;

/** The parameters {@code page}, from 0, and {@code size}, 1 to 200, of every list. */
public final class Pages {
    private static final int MOST_ON_A_PAGE = 200;
    private static final int DEEPEST = 1_000_000;

    private Pages() {}

    /** @throws ProblemException for a page that no list has, or that lies behind the millionth line */
    public static void check(int page, int size) {
        require(page >= 0 && (long) page * Math.max(size, 1) <= DEEPEST, "page");
        require(size >= 1 && size <= MOST_ON_A_PAGE, "size");
    }

    private static void require(boolean holds, String parameter) {
        if (!holds) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }
}
