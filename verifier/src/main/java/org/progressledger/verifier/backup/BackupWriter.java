package org.progressledger.verifier.backup;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.RawBsonDocument;
import org.progressledger.verifier.backup.Contents.Part;

/**
 * Writes a database into a file while services go on recording.
 *
 * <p>What it holds is a state that the ledger had, although nothing stands still: the newest checkpoint is read first, then the
 * tiles under it, then the commits, which are only ever added, and then what commits refer to, which is there before them. So the
 * ledger in it is at least as long as what is signed in it, and no commit lacks the key of its persons or its printout.
 */
public final class BackupWriter {
    private static final String HEAD = "tree_head";
    private static final String COMMITS = "commits";
    private static final List<String> IN_THIS_ORDER =
            List.of(HEAD, "tree_edges", "tree_tiles", "tree_checkpoints", "tree_anchors", COMMITS);
    private static final List<String> BY_SIZE = List.of("tree_checkpoints", "tree_anchors");
    private static final BsonDocument BY_ID = new BsonDocument("_id", new BsonInt32(1));

    private final MongoDatabase database;
    private final Consumer<String> beforeEach;
    private long sealed;
    private long events;

    private BackupWriter(MongoDatabase database, Consumer<String> beforeEach) {
        this.beforeEach = beforeEach;
        this.database = database.withReadConcern(ReadConcern.MAJORITY).withReadPreference(ReadPreference.primary());
    }

    /**
     * Whether a collection has to be backed up: answers and snapshots are made again from the ledger, and whoever was signed in
     * signs in again.
     */
    static boolean isNeeded(String collection) {
        return !collection.startsWith("query_")
                && !collection.startsWith("system.")
                && !collection.equals("sessions")
                && !collection.equals("snapshots");
    }

    /**
     * Writes all that cannot be made again; the file is there when it is whole, and readable by its owner only.
     *
     * @throws BackupRefused if the database does not answer, a position is missing, or the file cannot be written
     */
    public static Contents write(MongoDatabase database, Path to) {
        return write(database, to, collection -> {});
    }

    /** @param beforeEach told of each collection before it is read */
    static Contents write(MongoDatabase database, Path to, Consumer<String> beforeEach) {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, ownersOnly());
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(part));
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                Contents contents = new BackupWriter(database, beforeEach).write(zip);
                zip.putNextEntry(new ZipEntry(Contents.ENTRY));
                zip.write(contents.written());
                zip.closeEntry();
                zip.finish();
                Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
                return contents;
            }
        } catch (IOException e) {
            throw new BackupRefused("The file cannot be written: " + e, e);
        } catch (MongoException e) {
            throw new BackupRefused("The database does not answer: " + e.getMessage(), e);
        } finally {
            part.toFile().delete();
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Contents write(ZipOutputStream zip) throws IOException {
        String begun = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        List<Part> parts = new ArrayList<>();
        for (String name : IN_THIS_ORDER) {
            parts.add(write(name, zip));
        }
        // looked for only now: what the last commits refer to may be the first of its kind
        List<String> there = database.listCollectionNames().into(new ArrayList<>());
        for (String name : there.stream().sorted().toList()) {
            if (isNeeded(name) && !IN_THIS_ORDER.contains(name)) {
                parts.add(write(name, zip));
            }
        }
        return new Contents(begun, events, sealed, parts);
    }

    private Part write(String name, ZipOutputStream zip) throws IOException {
        beforeEach.accept(name);
        zip.putNextEntry(new ZipEntry(name + ".bson"));
        MessageDigest sha256 = sha256();
        long documents = 0;
        MongoCollection<RawBsonDocument> stored = database.getCollection(name, RawBsonDocument.class);
        WritableByteChannel out = Channels.newChannel(new DigestOutputStream(zip, sha256));
        try (MongoCursor<RawBsonDocument> cursor = stored.find().sort(BY_ID).cursor()) {
            while (cursor.hasNext()) {
                RawBsonDocument document = cursor.next();
                if (isOfThisState(name, document)) {
                    write(document.getByteBuffer().asNIO(), out);
                    documents++;
                }
            }
        }
        zip.closeEntry();
        return new Part(name, documents, HexFormat.of().formatHex(sha256.digest()));
    }

    private static void write(ByteBuffer bytes, WritableByteChannel out) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Takes note of how far the state goes, and leaves out checkpoints that were signed after the one it ends with. */
    private boolean isOfThisState(String name, RawBsonDocument document) {
        if (name.equals(HEAD)) {
            sealed = document.containsKey("size") ? document.getNumber("size").longValue() : 0;
        } else if (name.equals(COMMITS)) {
            long position = document.getNumber("_id").longValue();
            if (position != events) {
                throw new BackupRefused(
                        "Position %d is missing in the ledger: check it with ledger-verify".formatted(events));
            }
            events += document.getArray("events").size();
        }
        return !BY_SIZE.contains(name) || document.getNumber("_id").longValue() <= sealed;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
