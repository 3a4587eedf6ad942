package org.progressledger.query.transparency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the transparency log is answered.
 *
 * @param retryAfter what a caller is told to wait for an event to be sealed; default 2 seconds
 * @param alarmAfter how long the oldest event may wait for its seal before health is down; default 60 seconds
 * @param witnessedOnly whether {@code /checkpoint} and proofs are of the newest checkpoint that a quorum of witnesses cosigned,
 *     as soon as there is one, and not of the newest; default false
 */
@ConfigurationProperties("progress-ledger.transparency")
public record TransparencySettings(
        @DefaultValue("2s") Duration retryAfter,
        @DefaultValue("60s") Duration alarmAfter,
        @DefaultValue("false") boolean witnessedOnly) {

    public TransparencySettings {
        if (!retryAfter.isPositive() || !alarmAfter.isPositive()) {
            throw new IllegalArgumentException("progress-ledger.transparency: both times are longer than nothing");
        }
    }
}
