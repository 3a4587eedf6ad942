package org.progressledger.query.export;

import java.util.HashMap;
import java.util.Map;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.QueryReason;

/** How many files are being made, in all and for each account. */
final class Slots {
    private final ExportSettings settings;
    private final Map<String, Integer> taken = new HashMap<>();

    Slots(ExportSettings settings) {
        this.settings = settings;
    }

    /** @throws ProblemException if no more may be made now */
    synchronized void take(String account) {
        int all = taken.values().stream().mapToInt(Integer::intValue).sum();
        int own = taken.getOrDefault(account, 0);
        if (all >= settings.atOnce() || own >= settings.atOncePerAccount()) {
            int limit = own >= settings.atOncePerAccount() ? settings.atOncePerAccount() : settings.atOnce();
            throw new ProblemException(QueryReason.TOO_MANY_EXPORTS, Map.of("limit", limit))
                    .withRetryAfter(settings.retryAfter());
        }
        taken.merge(account, 1, Integer::sum);
    }

    synchronized void giveBack(String account) {
        taken.computeIfPresent(account, (known, files) -> files == 1 ? null : files - 1);
    }
}
