package org.progressledger.command.sealing;

import java.nio.file.Path;
import java.time.Duration;
import org.progressledger.ledger.sealing.SealingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger is sealed.
 *
 * @param enabled whether this instance seals or stands by to; default true
 * @param origin which log: the URL under which the query service is known, without its scheme; default
 *     {@code progress-ledger.local}. It is the name of the key as well, and cannot be changed once that is made
 * @param keyFile the signing key; default {@code data/ledger.key}
 * @param interval between looks for something to seal; default 1 second
 * @param batch most events under one checkpoint, 1 to 100,000; default 5,000
 * @param lease after which another instance takes over from one that no longer seals; longer than the interval; default 5 seconds
 * @param recheckEvery how often some sealed events are read again and compared; 0 for never; default 10 seconds
 */
@ConfigurationProperties("progress-ledger.sealing")
public record SealerSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("progress-ledger.local") String origin,
        @DefaultValue("data/ledger.key") Path keyFile,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("5000") int batch,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("10s") Duration recheckEvery) {

    public SealerSettings {
        if (origin.isEmpty() || origin.codePoints().anyMatch(c -> c <= ' ' || c == '+' || Character.isSpaceChar(c))) {
            throw new IllegalArgumentException(
                    "progress-ledger.sealing.origin is not empty and has neither spaces nor plus signs: " + origin);
        }
        new SealingSettings(origin, keyFile, interval, batch, lease, recheckEvery); // refuses what is out of range
    }

    SealingSettings toLedger() {
        return new SealingSettings(origin, keyFile, interval, batch, lease, recheckEvery);
    }
}
