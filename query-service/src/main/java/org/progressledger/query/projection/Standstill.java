package org.progressledger.query.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.deadletter.KeptLetter;
import org.progressledger.ledger.deadletter.LedgerContent;

/**
 * A project that stands still before an event that cannot be shown.
 *
 * @param position of that event
 * @param events that wait, this one included
 * @param since when it failed first
 * @param lastTriedAt when it failed last
 */
public record Standstill(
        String project,
        long position,
        int events,
        Instant since,
        Instant lastTriedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CauseView cause) {

    /**
     * What failed. Its words are in the log alone: they may be anybody's.
     *
     * @param type the exception's
     * @param at where in the program
     */
    public record CauseView(String type, String at) {
        static @Nullable CauseView of(KeptLetter letter) {
            return letter.cause()
                    .map(cause -> new CauseView(cause.type(), cause.message()))
                    .orElse(null);
        }
    }

    static Standstill of(List<KeptLetter> letters) {
        KeptLetter first = letters.getFirst();
        return new Standstill(
                first.sequence(),
                position(first),
                letters.size(),
                first.enqueuedAt(),
                first.lastTouched(),
                CauseView.of(first));
    }

    static long position(KeptLetter letter) {
        return letter.content().getLong(LedgerContent.POSITION);
    }
}
