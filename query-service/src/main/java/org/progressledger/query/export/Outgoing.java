package org.progressledger.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.ProjectView;

/** A file on its way out: counted, digested, and broken off when it takes too long. */
public final class Outgoing extends OutputStream {
    private final OutputStream out;
    private final long deadline;
    private final MessageDigest digest = sha256();
    private long bytes;
    private long rows;
    private String trouble = "FAILED";
    private @Nullable Long firstPosition;
    private @Nullable Long lastPosition;

    Outgoing(OutputStream out, Duration longest) {
        this.out = out;
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    /** It took longer than the setting allows. */
    static final class TookTooLong extends IOException {
        private static final long serialVersionUID = 1;

        TookTooLong() {
            super("A file took longer than progress-ledger.exports.longest allows");
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Whoever asked does not read any more. */
    static final class ReaderGone extends IOException {
        private static final long serialVersionUID = 1;

        ReaderGone(IOException cause) {
            super("The reader has gone", cause);
        }
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        try {
            out.write(from, offset, length);
        } catch (IOException gone) {
            trouble = "READER_GONE";
            throw new ReaderGone(gone);
        }
        digest.update(from, offset, length);
        bytes += length;
    }

    /** Nothing: as long as nothing has left, a problem can still be answered as one. */
    @Override
    public void flush() {}

    /** Nothing: the server ends the response, or breaks it off. */
    @Override
    public void close() {}

    void send() throws IOException {
        try {
            out.flush();
        } catch (IOException gone) {
            trouble = "READER_GONE";
            throw new ReaderGone(gone);
        }
    }

    /** Counts a row, or whatever the file consists of. */
    public void row() throws IOException {
        inTime();
        rows++;
    }

    /** Notes what of the ledger is in the file. */
    public void covers(ProjectView project) {
        covers(project.registration().position(), project.ledgerPosition());
    }

    /** Notes what of the ledger is in the file. */
    public void covers(long first, long last) {
        firstPosition = firstPosition == null ? first : Math.min(firstPosition, first);
        lastPosition = lastPosition == null ? last : Math.max(lastPosition, last);
    }

    private void inTime() throws TookTooLong {
        if (System.nanoTime() - deadline > 0) {
            trouble = "TOOK_TOO_LONG";
            throw new TookTooLong();
        }
    }

    /** Why it was broken off, if it was; writers wrap what the stream throws. */
    String trouble() {
        return trouble;
    }

    long bytes() {
        return bytes;
    }

    long rows() {
        return rows;
    }

    @Nullable
    Long firstPosition() {
        return firstPosition;
    }

    @Nullable
    Long lastPosition() {
        return lastPosition;
    }

    /** Of all that was sent; to be asked once, at the end. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
