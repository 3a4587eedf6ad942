package org.progressledger.query.projection;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;

/**
 * What is held in memory of every document that is followed ({@link AcrossProjects#isFollowed}), never older than the answers
 * beside which it is shown. All are read once; then only what was kept since.
 *
 * @param <T> what is held of a project
 * @param <S> what is made of all of them
 */
public final class Remembered<T, S> {
    // whoever wrote before may have had a clock that was this much behind
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration COME_BACK = Duration.ofSeconds(1);
    private static final int READ_TOGETHER = 1_000;
    private static final int ESCAPED_TOGETHER = 10_000;

    private final Supplier<MongoCollection<Document>> documents;
    private final Reading<T, S> how;
    private final LongSupplier reflected;
    private final Duration oldest;
    private final Duration patience;

    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Held<T>> held = new TreeMap<>();
    private String readFrom = "";
    private long seen;
    private boolean isChanged;
    private long lookedForEscapedAt;
    private volatile @Nullable Made<S> made;

    /**
     * How documents are read.
     *
     * @param fields that are needed beside {@code _id} and {@link KeptAcross#KEPT_AT}
     * @param holding what is held of a document
     * @param making what is made of all that is held, by the projects' codes
     */
    record Reading<T, S>(List<String> fields, Function<Document, T> holding, Function<Collection<T>, S> making) {}

    /**
     * @param documents that answer now
     * @param reflected the position up to which they reflect the ledger
     * @param oldest a day that comes may change documents without an event: as often as that is looked for
     * @param patience how long somebody waits at most while others read
     */
    Remembered(
            Supplier<MongoCollection<Document>> documents,
            Reading<T, S> how,
            LongSupplier reflected,
            Duration oldest,
            Duration patience) {
        this.documents = documents;
        this.how = how;
        this.reflected = reflected;
        this.oldest = oldest;
        this.patience = patience;
    }

    private record Held<T>(long keptAt, T value) {}

    /** @param began when reading began, and {@code position} what was reflected then */
    private record Made<S>(S all, long position, long began) {}

    /**
     * All projects at one moment. As long as nothing changes it is one and the same.
     *
     * @throws ProblemException while projects that an earlier release folded are missing, and where reading takes others too long
     */
    public S all() {
        Made<S> last = made;
        return last != null && isFresh(last, reflected.getAsLong()) ? last.all() : read(false);
    }

    /**
     * The same, with what was kept since the ledger's position moved last: for somebody who found a document that is newer.
     *
     * @throws ProblemException as {@link #all}
     */
    public S anew() {
        return read(true);
    }

    private boolean isFresh(Made<S> last, long position) {
        return last.position() == position && System.nanoTime() - last.began() <= oldest.toNanos();
    }

    private S read(boolean inAnyCase) {
        long asked = System.nanoTime();
        await();
        try {
            // taken before the documents are read, which may only be newer
            long position = reflected.getAsLong();
            Made<S> last = made;
            if (last != null && (last.began() - asked > 0 || (!inAnyCase && isFresh(last, position)))) {
                return last.all();
            }
            return read(position, last).all();
        } finally {
            reading.unlock();
        }
    }

    private void await() {
        try {
            if (!reading.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(COME_BACK);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).withRetryAfter(COME_BACK);
        }
    }

    private Made<S> read(long position, @Nullable Made<S> last) {
        long began = System.nanoTime();
        MongoCollection<Document> now = documents.get();
        readWhatIsNew(now);
        if (last == null || began - lookedForEscapedAt > oldest.toNanos()) {
            readWhatEscaped(now);
            lookedForEscapedAt = began;
        }
        S all = last == null || isChanged
                ? how.making().apply(held.values().stream().map(Held::value).toList())
                : last.all();
        Made<S> read = new Made<>(all, position, began);
        isChanged = false;
        made = read;
        return read;
    }

    private void readWhatIsNew(MongoCollection<Document> documents) {
        String name = documents.getNamespace().getCollectionName();
        if (!name.equals(readFrom)) {
            // a replay has built them anew
            seen = 0;
            held.clear();
            isChanged = true;
            readFrom = name;
        }
        read(documents, Filters.gt(KeptAcross.KEPT_AT, seen - OVERLAP.toMillis()));
    }

    /** Of several that write one may have stopped for longer than is overlapped: looked for in an index, without a document. */
    private void readWhatEscaped(MongoCollection<Document> documents) {
        List<String> escaped = new ArrayList<>();
        for (Document document : documents
                .find(Filters.gt(KeptAcross.KEPT_AT, 0L))
                .projection(Projections.include(KeptAcross.KEPT_AT))
                .batchSize(ESCAPED_TOGETHER)) {
            if (!isHeld(document)) {
                escaped.add(document.getString("_id"));
            }
        }
        if (!escaped.isEmpty()) {
            read(documents, Filters.in("_id", escaped));
        }
    }

    /** All of it or, where reading breaks off, nothing: what was not read is read the next time. */
    private void read(MongoCollection<Document> documents, Bson which) {
        Map<String, Held<T>> found = new HashMap<>();
        long latest = seen;
        for (Document document :
                documents.find(which).projection(Projections.include(fields())).batchSize(READ_TOGETHER)) {
            long keptAt = document.getLong(KeptAcross.KEPT_AT);
            latest = Math.max(latest, keptAt);
            if (!isHeld(document)) {
                found.put(
                        document.getString("_id"),
                        new Held<>(keptAt, how.holding().apply(document)));
            }
        }
        held.putAll(found);
        seen = latest;
        isChanged |= !found.isEmpty();
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>(how.fields());
        fields.add(KeptAcross.KEPT_AT);
        return fields;
    }

    private boolean isHeld(Document document) {
        Held<T> before = held.get(document.getString("_id"));
        return before != null && before.keptAt() == document.getLong(KeptAcross.KEPT_AT);
    }
}
