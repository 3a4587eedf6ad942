package org.progressledger.ledger;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The way to another process. */
interface ForwardingLine extends AutoCloseable {

    /**
     * What came back.
     *
     * @param status as HTTP has it
     * @param comeLater whether it said when to come again
     */
    record Reply(int status, boolean comeLater, byte[] body) {}

    /** Sends a question; the reply fails with a {@link java.net.ConnectException} if it certainly never arrived. */
    CompletableFuture<Reply> send(URI address, byte[] question);

    @Override
    void close();
}
