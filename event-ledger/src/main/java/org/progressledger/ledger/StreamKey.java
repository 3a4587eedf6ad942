package org.progressledger.ledger;

/** An event's place in its stream as one string, {@code stream/sequence}; unambiguous, for digits follow the last slash. */
final class StreamKey {

    private StreamKey() {}

    static String of(String stream, long sequence) {
        return stream + '/' + sequence;
    }
}
