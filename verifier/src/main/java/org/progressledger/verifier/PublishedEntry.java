package org.progressledger.verifier;

import java.util.Optional;

/**
 * An entry of the published log and, if the service tells it, the event that it is of.
 *
 * @param bytes the entry
 * @param event what the service says was recorded there
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
public record PublishedEntry(byte[] bytes, Optional<ToldEvent> event) {

    /**
     * An event with what its hashes were made of.
     *
     * @param eventId unique in the ledger
     * @param payload the exact text
     * @param payloadSalt hex
     * @param metadata the exact text
     * @param metadataSalt hex
     */
    public record ToldEvent(String eventId, String payload, String payloadSalt, String metadata, String metadataSalt) {}
}
