package org.progressledger.verifier;

/** Told how far a check is. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = (events, of) -> {};

    /**
     * Called again and again, by one thread.
     *
     * @param events looked at so far
     * @param of how many to expect; -1 if that is not known
     */
    void at(long events, long of);
}
