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
     * @param grams {@link #grams} of what is searched
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
            long grams) {

        /** Whether words are found in it. */
        public boolean holds(String words, long gramsOfWords) {
            // few of those without the words get by the first look, which costs next to nothing
            return (grams & gramsOfWords) == gramsOfWords && searched.contains(words);
        }
    }

    /** A bit for each of a text's trigrams, of 64: a text that holds words has all of their bits. */
    static long grams(String folded) {
        long bits = 0;
        for (int i = 0; i + 2 < folded.length(); i++) {
            int gram = (folded.charAt(i) * 31 + folded.charAt(i + 1)) * 31 + folded.charAt(i + 2);
            bits |= 1L << (gram * 0x9E3779B9 >>> 26);
        }
        return bits;
    }

    /** All of them by code; empty while projects that an earlier release folded are missing. */
    Optional<List<Row>> rows();
}
