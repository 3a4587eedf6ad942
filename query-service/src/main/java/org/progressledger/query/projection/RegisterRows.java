package org.progressledger.query.projection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;

/** Every project as the list finds, orders and counts it, held in memory; never older than the project's own document. */
public interface RegisterRows {
    /**
     * A project in the register.
     *
     * @param agency the first eight digits of its code
     * @param percent in hundredths
     * @param reportedOn the latest report's day; empty before the first
     * @param allocated in satang
     * @param spent in satang; null where nothing is stated
     * @param searched in what words are looked for
     * @param nameKey by what names are put in order
     * @param grams of what is searched
     */
    record Row(
            String code,
            String agency,
            ProjectStatus status,
            int fiscalYear,
            int percent,
            String reportedOn,
            long allocated,
            @Nullable Long spent,
            String searched,
            String nameKey,
            Grams grams) {}

    /** A bit for each of a text's trigrams, of 256: a text that holds words has all of their bits. */
    record Grams(long first, long second, long third, long fourth) {
        private static final int BITS = 8;

        public static Grams of(String folded) {
            long[] bits = new long[4];
            for (int i = 0; i + 2 < folded.length(); i++) {
                int gram = (folded.charAt(i) * 31 + folded.charAt(i + 1)) * 31 + folded.charAt(i + 2);
                int bit = gram * 0x9E3779B9 >>> Integer.SIZE - BITS;
                bits[bit / Long.SIZE] |= 1L << bit;
            }
            return new Grams(bits[0], bits[1], bits[2], bits[3]);
        }

        /** Whether the words may be in the text; most texts without them are passed over by this. */
        public boolean mayHold(Grams words) {
            return (first & words.first) == words.first
                    && (second & words.second) == words.second
                    && (third & words.third) == words.third
                    && (fourth & words.fourth) == words.fourth;
        }
    }

    /** All of them by code; empty while projects that an earlier release folded are missing. */
    Optional<List<Row>> rows();
}
