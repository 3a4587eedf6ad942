package org.progressledger.verifier.mongo;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.verifier.CopyUnreadable;

/**
 * The documents of a query, fetched by a thread of its own while those before them are looked at; never more of them than a few
 * megabytes, or what the server sends at once.
 */
final class ReadAhead implements AutoCloseable {
    private static final int CHUNKS = 8;
    private static final int DOCUMENTS = 512;
    private static final long BYTES = 1 << 20;
    private final BlockingQueue<Chunk> fetched = new ArrayBlockingQueue<>(CHUNKS);
    private final Thread thread;
    private Deque<RawBsonDocument> present = new ArrayDeque<>();
    private boolean isOver;

    /** Some documents; the last chunk has none, and says why there are no more if it is not that all were read. */
    private record Chunk(
            Deque<RawBsonDocument> documents, @Nullable RuntimeException failure) {}

    ReadAhead(FindIterable<RawBsonDocument> query) {
        thread = new Thread(() -> fetch(query), "ledger-verify-reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void fetch(FindIterable<RawBsonDocument> query) {
        try {
            fetched.put(new Chunk(new ArrayDeque<>(), all(query)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody wants more
        }
    }

    /** What went wrong, or null. */
    private @Nullable RuntimeException all(FindIterable<RawBsonDocument> query) throws InterruptedException {
        try (MongoCursor<RawBsonDocument> cursor = query.cursor()) {
            while (cursor.hasNext()) {
                Deque<RawBsonDocument> documents = new ArrayDeque<>(DOCUMENTS);
                long bytes = 0;
                do {
                    RawBsonDocument document = cursor.next();
                    documents.add(document);
                    bytes += document.getByteBuffer().remaining();
                } while (bytes < BYTES && documents.size() < DOCUMENTS && cursor.hasNext());
                fetched.put(new Chunk(documents, null));
            }
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** The next document; null if there are no more. Throws what the query threw. */
    @Nullable
    RawBsonDocument next() {
        while (present.isEmpty() && !isOver) {
            try {
                Chunk chunk = fetched.take();
                if (chunk.failure() != null) {
                    throw chunk.failure();
                }
                present = chunk.documents();
                isOver = present.isEmpty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CopyUnreadable("Interrupted", e);
            }
        }
        return present.poll();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
