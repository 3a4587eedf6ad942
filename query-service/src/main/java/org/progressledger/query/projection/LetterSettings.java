package org.progressledger.query.projection;

import java.time.Duration;
import org.progressledger.ledger.deadletter.DeadLetterSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many projects may stand still while the others go on.
 *
 * @param projects the most that may; with one more the release is taken to be at fault, and the service stops at the event
 *     until projects are mended; 1 to 10,000, default 100
 * @param events the most that wait behind one project's event; 1 to 10,000, default 1,000
 * @param claim after which a project that an instance is trying again may be tried by another, counted anew with each event;
 *     default 5 minutes
 * @param timeout of each write of the queue; default 5 seconds
 */
@ConfigurationProperties("progress-ledger.dead-letters")
public record LetterSettings(
        @DefaultValue("100") int projects,
        @DefaultValue("1000") int events,
        @DefaultValue("5m") Duration claim,
        @DefaultValue("5s") Duration timeout) {
    private static final int MOST = 10_000;

    public LetterSettings {
        if (projects < 1 || projects > MOST || events < 1 || events > MOST) {
            throw new IllegalArgumentException("Not numbers of projects and events: " + projects + ", " + events);
        }
        if (claim.toMillis() < 1 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("Not times of a claim and a write: " + claim + ", " + timeout);
        }
    }

    DeadLetterSettings queue() {
        return new DeadLetterSettings(projects, events, claim, timeout);
    }
}
