package org.progressledger.store;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * A running server with the MongoDB protocol (as far as version 5.0's core goes) whose data is one file, or memory.
 *
 * <p>A write is acknowledged only after the commit that holds it is in the file (and forced to the disk, unless {@code fsync} is
 * off), whatever write concern was asked for. A read with read concern {@code majority} answers only what is durable. One process
 * owns a file; others connect by TCP. There are no sessions, transactions or change streams.
 */
public final class EmbeddedStore implements AutoCloseable {
    private final MongoServer server;
    private final DurableBackend backend;
    private final Compaction compaction;
    private final InetSocketAddress address;
    private boolean closed;

    private EmbeddedStore(MongoServer server, DurableBackend backend, Compaction compaction) {
        this.server = server;
        this.backend = backend;
        this.compaction = compaction;
        this.address = server.getLocalAddress();
    }

    /**
     * Opens the file and listens.
     *
     * @throws StoreInUse when another store, in any process, has the file
     * @throws StoreUnusable when the file or its folder cannot be read and written, or is not a store
     * @throws PortInUse when it cannot listen on the address and port
     */
    public static EmbeddedStore open(StoreSettings settings) {
        MVStore store = openFile(settings);
        DurableBackend backend;
        MongoServer server;
        Compaction compaction;
        try {
            backend = new DurableBackend(store, settings.fsync());
            backend.version(ServerVersion.MONGO_5_0);
            server = new MongoServer(backend);
            compaction = Compaction.start(store, backend, settings);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw new StoreUnusable(
                    "The store file cannot be read: " + settings.file() + " (" + e.getMessage() + ")", e);
        }
        try {
            server.bind(new InetSocketAddress(settings.address(), settings.port()), 1, settings.workers());
        } catch (Exception e) { // netty throws the checked BindException without declaring it
            compaction.close();
            server.shutdown();
            throw new PortInUse(settings.address(), settings.port(), e);
        }
        return new EmbeddedStore(server, backend, compaction);
    }

    /** For the MongoDB driver, without a database: {@code mongodb://127.0.0.1:27017}. */
    public String connectionString() {
        return "mongodb://" + host() + ":" + port();
    }

    /** The TCP port it listens on. */
    public int port() {
        return address.getPort();
    }

    /**
     * Why the store acknowledges no write any more (its file failed, say on a full disk); empty while all is well. Close it and open
     * it again.
     */
    public Optional<String> failure() {
        return Optional.ofNullable(backend.failure()).map(Throwable::toString);
    }

    /** Answers what is under way, then closes the file. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        compaction.close();
        server.shutdown();
    }

    private String host() {
        String host = address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getAddress().getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static MVStore openFile(StoreSettings settings) {
        // no background writer: every commit is ours, taken while no document changes
        var builder = new MVStore.Builder().autoCommitDisabled().cacheSize(settings.cacheMiB());
        @Nullable Path file = settings.file();
        if (file == null) return builder.open();
        Path absolute = file.toAbsolutePath();
        makeFolder(absolute.getParent());
        try {
            if (Files.isDirectory(absolute)) throw new IOException("it is a folder");
            MVStore store = builder.fileName(absolute.toString()).open();
            if (store.isReadOnly()) {
                store.closeImmediately();
                throw new IOException("it may only be read");
            }
            store.setVersionsToKeep(0);
            store.setRetentionTime((int) settings.retention().toMillis());
            return store;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) throw new StoreInUse(absolute, e);
            throw unusable(absolute, e);
        } catch (IOException | RuntimeException e) {
            throw unusable(absolute, e);
        }
    }

    private static void makeFolder(@Nullable Path folder) {
        if (folder == null) return;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnusable("The folder for the store cannot be made: " + folder + " (" + reason(e) + ")", e);
        }
        if (!Files.isWritable(folder)) {
            throw new StoreUnusable("The folder for the store cannot be written to: " + folder, null);
        }
    }

    private static StoreUnusable unusable(Path file, Exception e) {
        return new StoreUnusable("The store file cannot be used: " + file + " (" + reason(e) + ")", e);
    }

    static String reason(Exception e) {
        if (e instanceof FileSystemException) return e.getClass().getSimpleName() + " " + e.getMessage();
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
