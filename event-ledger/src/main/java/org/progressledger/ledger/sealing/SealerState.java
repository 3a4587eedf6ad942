package org.progressledger.ledger.sealing;

import java.util.Optional;

/**
 * What a sealer does.
 *
 * @param role whether it seals
 * @param size how many events it knows to be sealed; -1 while it does not know
 * @param signed checkpoints that it signed since it began
 * @param refusal why it signs nothing, if a person has to mend something first
 */
public record SealerState(Role role, long size, long signed, Optional<Refusal> refusal) {

    /** What it is at present. */
    public enum Role {
        /** It has not looked yet. */
        STARTING,
        /** It seals. */
        SEALING,
        /** Another one seals; this one stands by. */
        STANDING_BY,
        /** It would seal, and may not. */
        REFUSING,
        /** The database does not answer, or answered badly: it tries again. */
        WAITING
    }
}
