package org.progressledger.query.flags;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Thresholds of audit flags. When one is changed, every project is looked at anew after the start.
 *
 * @param jumpPoints points in one report from which a rise is a {@code PCT_JUMP}; above 0 to 100, default 25
 * @param behindPoints points behind elapsed time from which a report is {@code BEHIND_ELAPSED}; above 0 to 100, default 20
 * @param similarity from which a narrative is like the one before ({@code DUPLICATE_NARRATIVE}); 0.5 to 1, default 0.75
 * @param comparedCharacters of a narrative that are looked at for likeness; 100 to 20,000, default 4,000. Sameness is
 *     looked for in all of them
 * @param lateDays the most between the date of a letter or an activity and the day on which it is told, without
 *     {@code LATE_DISCLOSURE}; 0 to 3,650, default 90
 */
@ConfigurationProperties("progress-ledger.flags")
record FlagSettings(
        @DefaultValue("25") BigDecimal jumpPoints,
        @DefaultValue("20") BigDecimal behindPoints,
        @DefaultValue("0.75") BigDecimal similarity,
        @DefaultValue("4000") int comparedCharacters,
        @DefaultValue("90") int lateDays) {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST_SIMILARITY = new BigDecimal("0.5");

    FlagSettings {
        if (!arePoints(jumpPoints) || !arePoints(behindPoints)) {
            throw new IllegalArgumentException("Not points of a percentage: " + jumpPoints + ", " + behindPoints);
        }
        if (similarity.compareTo(LEAST_SIMILARITY) < 0 || similarity.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("Not a similarity from 0.5 to 1: " + similarity);
        }
        if (comparedCharacters < 100 || comparedCharacters > 20_000 || lateDays < 0 || lateDays > 3_650) {
            throw new IllegalArgumentException(
                    "Not characters or days to go by: " + comparedCharacters + ", " + lateDays);
        }
    }

    private static boolean arePoints(BigDecimal given) {
        return given.signum() > 0 && given.compareTo(MOST_POINTS) <= 0;
    }

    /** What the hits depend on, as text. */
    String thresholds() {
        return String.join(
                ";",
                Sentences.plain(jumpPoints),
                Sentences.plain(behindPoints),
                Sentences.plain(similarity),
                Integer.toString(comparedCharacters),
                Integer.toString(lateDays));
    }
}
