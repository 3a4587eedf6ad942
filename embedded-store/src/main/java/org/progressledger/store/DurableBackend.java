package org.progressledger.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one command at a time, and answers a write only when the commit that holds it is durable. Writes that arrive while a commit
 * is being forced to the disk share the next one.
 *
 * <p>Two locks, always taken in this order: {@code commitLock}, whoever makes the changes durable; {@code commandLock}, whoever
 * reads or changes documents. A commit serialises documents, so it needs both; forcing the file needs only the first.
 */
final class DurableBackend extends H2Backend {
    private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "createindexes",
            "dropindexes",
            "create",
            "drop",
            "dropdatabase",
            "renamecollection");
    private static final Set<String> DURABLE_READS = Set.of("majority", "linearizable", "snapshot");

    private final MVStore store;
    private final boolean fsync;
    private final ReentrantLock commitLock = new ReentrantLock();
    private final ReentrantLock commandLock = new ReentrantLock();
    private long written; // guarded by commandLock: writes seen
    private long durable; // guarded by commitLock: writes on the disk
    private volatile @Nullable RuntimeException broken; // written under commitLock, once

    DurableBackend(MVStore store, boolean fsync) {
        super(store);
        this.store = store;
        this.fsync = fsync;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        // of the superclass: its constructor opens the databases of the file before this class has fields
        return new DurableDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) return hello(channel, database, query);
        boolean writes = writes(name, query);
        long seen;
        @Nullable Document reply = null;
        @Nullable RuntimeException refusal = null;
        commandLock.lock();
        try {
            // a copy: the stored documents themselves must not leave the lock
            reply = copy(super.handleCommand(channel, database, command, query));
        } catch (MongoServerException e) {
            refusal = e;
        } catch (RuntimeException e) {
            LOG.error("The command {} on database {} failed", name, database, e);
            refusal = e;
        } finally {
            if (writes) written++;
            seen = written;
            commandLock.unlock();
        }
        // "duplicate key" is an answer about somebody else's write: that one must be durable, too
        if (store.isPersistent() && (writes || readsDurable(name, query))) awaitDurable(seen);
        if (refusal != null) throw refusal;
        if (name.equals("insert")) countInserted(query, Objects.requireNonNull(reply));
        return Objects.requireNonNull(reply);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return locked(() -> super.handleQuery(query));
    }

    @Override
    public void closeCursors(List<Long> cursorIds) {
        commandLock.lock();
        try {
            super.closeCursors(cursorIds);
        } finally {
            commandLock.unlock();
        }
    }

    /** Why no write is acknowledged any more; null while all is well. */
    @Nullable
    RuntimeException failure() {
        return broken;
    }

    /** Runs {@code task}, which may rewrite pages, while nobody reads, writes or commits, and commits what it left. */
    void exclusively(Runnable task) {
        commitLock.lock();
        try {
            long upTo;
            commandLock.lock();
            try {
                refuseIfBroken();
                upTo = written;
                task.run();
                store.commit();
            } finally {
                commandLock.unlock();
            }
            force();
            durable = upTo;
        } catch (RuntimeException e) {
            breakDown(e);
            throw e;
        } finally {
            commitLock.unlock();
        }
    }

    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query)
                .append("isWritablePrimary", true)
                .append("helloOk", true);
    }

    private void awaitDurable(long mine) {
        commitLock.lock();
        try {
            refuseIfBroken();
            if (durable >= mine) return;
            long upTo;
            boolean changed;
            commandLock.lock();
            try {
                upTo = written;
                changed = store.hasUnsavedChanges();
                if (changed) store.commit();
            } finally {
                commandLock.unlock();
            }
            if (changed) force();
            durable = upTo;
        } catch (RuntimeException e) {
            breakDown(e);
            throw e;
        } finally {
            commitLock.unlock();
        }
    }

    private void force() {
        if (fsync) store.sync();
    }

    /** A file that failed once may lose what it seems to have taken: from now on no write is acknowledged. */
    private void breakDown(RuntimeException e) {
        if (broken != null) return;
        broken = e;
        LOG.error("The store file failed; the store takes no further writes until it is opened again", e);
    }

    private void refuseIfBroken() {
        RuntimeException failure = broken;
        if (failure != null) throw new IllegalStateException("The store failed: " + failure.getMessage(), failure);
    }

    private <T> T locked(Supplier<T> reading) {
        commandLock.lock();
        try {
            return reading.get();
        } finally {
            commandLock.unlock();
        }
    }

    private static boolean writes(String name, Document query) {
        if (WRITES.contains(name)) return true;
        return name.equals("aggregate")
                && query.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(s -> s instanceof Document d && (d.containsKey("$out") || d.containsKey("$merge")));
    }

    private static boolean readsDurable(String name, Document query) {
        return name.equals("getmore")
                || (query.get("readConcern") instanceof Document concern
                        && concern.get("level") instanceof String level
                        && DURABLE_READS.contains(level));
    }

    /** The engine counts the documents it was sent; a client wants to know how many went in. */
    private static void countInserted(Document insert, Document reply) {
        if (!(reply.get("writeErrors") instanceof List<?> errors) || errors.isEmpty()) return;
        boolean ordered = !Boolean.FALSE.equals(insert.get("ordered"));
        int inserted = ordered && errors.getFirst() instanceof Document first
                ? ((Number) Objects.requireNonNull(first.get("index"))).intValue()
                : ((List<?>) Objects.requireNonNull(insert.get("documents"))).size() - errors.size();
        reply.put("n", inserted);
    }

    private static @Nullable Document copy(@Nullable Document reply) {
        return reply == null ? null : reply.cloneDeeply();
    }
}
