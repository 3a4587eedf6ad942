package org.progressledger.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing in works, under {@code progress-ledger.access}.
 *
 * @param bcryptStrength cost of hashing a password, as a power of two, 4 to 16; 12 unless set
 * @param passwordMinimum the fewest characters of a chosen password, 8 to 72; 12 unless set
 * @param verifiedFor how long a password once verified is trusted before the account is looked at again, so also how
 *     late a changed or disabled account is noticed where another service changed it; 0 unless set: the account is looked
 *     at each time, and only hashing is saved
 * @param verifiedAtMost how many verified name and password pairs are remembered; 10,000 unless set
 * @param failedPerAccount failed sign-ins of one username from one address within the window before it must wait; 10
 * @param failedPerAddress failed sign-ins from one address within the window before it must wait; 100
 * @param failedWindow the sliding window of both; 1 minute unless set
 * @param failedAtMost how many names and addresses are remembered for that; 20,000 unless set
 */
@Validated
@ConfigurationProperties("progress-ledger.access")
public record AccessSettings(
        @DefaultValue("12") @Min(4) @Max(16) int bcryptStrength,
        @DefaultValue("12") @Min(8) @Max(72) int passwordMinimum,
        @DefaultValue("0s") Duration verifiedFor,
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int verifiedAtMost,
        @DefaultValue("10") @Min(1) @Max(10_000) int failedPerAccount,
        @DefaultValue("100") @Min(1) @Max(100_000) int failedPerAddress,
        @DefaultValue("1m") Duration failedWindow,
        @DefaultValue("20000") @Min(100) @Max(1_000_000) int failedAtMost) {

    public AccessSettings {
        if (verifiedFor.isNegative() || verifiedFor.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("verified-for must be from 0 to 1 hour: " + verifiedFor);
        }
        if (failedWindow.compareTo(Duration.ofSeconds(1)) < 0 || failedWindow.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("failed-window must be from 1 second to 1 day: " + failedWindow);
        }
    }

    /** The settings that apply when nothing is set. */
    public static AccessSettings defaults() {
        return new AccessSettings(12, 12, Duration.ZERO, 10_000, 10, 100, Duration.ofMinutes(1), 20_000);
    }

    /** These settings with another cost of hashing. */
    public AccessSettings withBcryptStrength(int strength) {
        return new AccessSettings(
                strength,
                passwordMinimum,
                verifiedFor,
                verifiedAtMost,
                failedPerAccount,
                failedPerAddress,
                failedWindow,
                failedAtMost);
    }
}
