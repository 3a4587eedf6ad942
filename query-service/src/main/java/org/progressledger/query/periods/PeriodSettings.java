package org.progressledger.query.periods;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which differences between periods are exceptions.
 *
 * @param leastPoints a rise of fewer points than this leaves a percentage below 100 {@code UNCHANGED}; above 0 to 100,
 *     default 0.01, so that only an equal percentage is
 * @param jumpPoints points from which a rise is {@code JUMPED}; above 0 to 100, default 25
 */
@ConfigurationProperties("progress-ledger.periods")
record PeriodSettings(
        @DefaultValue("0.01") BigDecimal leastPoints,
        @DefaultValue("25") BigDecimal jumpPoints) {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    PeriodSettings {
        if (!arePoints(leastPoints) || !arePoints(jumpPoints)) {
            throw new IllegalArgumentException("Not points of a percentage: " + leastPoints + ", " + jumpPoints);
        }
    }

    private static boolean arePoints(BigDecimal given) {
        return given.signum() > 0 && given.compareTo(MOST_POINTS) <= 0;
    }
}
