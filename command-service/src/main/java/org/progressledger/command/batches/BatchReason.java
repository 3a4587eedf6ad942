package org.progressledger.command.batches;

import org.progressledger.problems.ReasonCode;

/** Why a batch, or a file in it, is not read. The texts are in {@code messages/batches_*.properties}. */
public enum BatchReason implements ReasonCode {
    /** No such batch of this account, or it was kept long enough; {@code batchId}. */
    IMPORT_BATCH_NOT_FOUND(404),
    /** More files than {@code limit}. */
    BATCH_TOO_MANY_FILES(413),
    /** More bytes than {@code limit}. */
    BATCH_TOO_LARGE(413),
    /** {@code limit} batches of the account are kept already. */
    TOO_MANY_BATCHES(429),
    /** As many files as {@code limit} wait already, or others are being unpacked. */
    IMPORT_QUEUE_FULL(503),
    /** It is still being read. */
    BATCH_STILL_READING(409),
    /** None of its files could be read better. */
    NOTHING_TO_READ_AGAIN(409),
    /** Of a file: the very bytes of file {@code number}. */
    FILE_TWICE_IN_BATCH(422),
    /** Of a file: the service ended {@code tries} times while it was read, or failed. */
    READING_BROKE_OFF(422);

    private final int status;

    BatchReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
