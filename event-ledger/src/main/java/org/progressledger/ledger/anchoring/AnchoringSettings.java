package org.progressledger.ledger.anchoring;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who anchors the log, and how often they are asked.
 *
 * @param witnesses who cosign; none by default
 * @param quorum how many of them have to have cosigned a checkpoint for it to count as witnessed; 0 if none has to
 * @param authority who stamps checkpoints with the time; none by default
 * @param interval between looks for a checkpoint to anchor; default 10 seconds
 * @param timeout of one exchange; default 5 seconds
 */
public record AnchoringSettings(
        List<Witness> witnesses,
        int quorum,
        Optional<TimestampAuthority> authority,
        Duration interval,
        Duration timeout) {

    private static final int MOST_WITNESSES = 16;

    public AnchoringSettings {
        witnesses = List.copyOf(witnesses);
        Set<String> names = new HashSet<>(witnesses.stream().map(Witness::name).toList());
        if (witnesses.size() > MOST_WITNESSES || names.size() < witnesses.size()) {
            throw new IllegalArgumentException("At most 16 witnesses, each with a name of its own: " + names);
        }
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "A quorum of %d cannot be had of %d witnesses".formatted(quorum, witnesses.size()));
        }
        if (!interval.isPositive() || !timeout.isPositive()) {
            throw new IllegalArgumentException("Interval and timeout are longer than nothing");
        }
    }

    /** Whether anybody is to be asked. */
    public boolean isWanted() {
        return !witnesses.isEmpty() || authority.isPresent();
    }
}
