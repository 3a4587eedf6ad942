package org.progressledger.ledger;

import java.net.URI;
import java.util.Optional;

/** The one document that says who appends for all. Every change of it fails where it is no longer as it was seen. */
interface LeaseStore {

    /**
     * The lease as it stands.
     *
     * @param holder who has it; empty when nobody does
     * @param address where the holder takes appends
     * @param token counts the holders
     * @param beat counts the holder's signs of life
     */
    record Seen(String holder, String address, long token, long beat) {}

    Optional<Seen> read();

    /** Makes the lease with its first holder, under token 1; false if it is there. */
    boolean create(String holder, URI address);

    /** Hands the lease over under the next token; false if it is no longer as it was seen. */
    boolean take(Seen asSeen, String holder, URI address);

    /** A sign of life; false if somebody else has the lease. */
    boolean beat(String holder, long token);

    /** Gives the lease back, if it is still ours. */
    void release(String holder, long token);
}
