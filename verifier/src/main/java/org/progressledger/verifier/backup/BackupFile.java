package org.progressledger.verifier.backup;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bson.RawBsonDocument;
import org.progressledger.verifier.backup.Contents.Part;

/** A backup that was written whole, checked before anything of it is put back. */
public final class BackupFile implements AutoCloseable {
    private static final int SMALLEST_DOCUMENT = 5;
    private static final int LARGEST_DOCUMENT = 17 * 1024 * 1024;
    private static final int DOCUMENTS_AT_ONCE = 1_000;
    private static final int BYTES_AT_ONCE = 8 * 1024 * 1024;

    private final ZipFile zip;
    private final Contents contents;

    private BackupFile(ZipFile zip, Contents contents) {
        this.zip = zip;
        this.contents = contents;
    }

    /** @throws BackupRefused if it is none, or not whole, or a bit of it is another than was written */
    public static BackupFile open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                ZipEntry list = zip.getEntry(Contents.ENTRY);
                if (list == null) {
                    throw new BackupRefused(file + " has no list of contents: it is no backup, or not whole");
                }
                BackupFile opened = new BackupFile(
                        zip, Contents.read(zip.getInputStream(list).readAllBytes()));
                opened.check();
                return opened;
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BackupRefused(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Contents contents() {
        return contents;
    }

    private void check() throws IOException {
        for (Part part : contents.collections()) {
            MessageDigest sha256 = BackupWriter.sha256();
            long[] documents = {0};
            read(part, sha256, document -> documents[0]++);
            if (documents[0] != part.documents()
                    || !HexFormat.of().formatHex(sha256.digest()).equals(part.sha256())) {
                throw new BackupRefused(part.entry() + " is not as it was written");
            }
        }
    }

    private void read(Part part, MessageDigest sha256, Consumer<RawBsonDocument> each) throws IOException {
        ZipEntry entry = zip.getEntry(part.entry());
        if (entry == null) {
            throw new BackupRefused(part.entry() + " is missing");
        }
        try (InputStream unpacked = new DigestInputStream(new BufferedInputStream(zip.getInputStream(entry)), sha256);
                DataInputStream in = new DataInputStream(unpacked)) {
            byte[] length = new byte[Integer.BYTES];
            while (in.readNBytes(length, 0, length.length) == length.length) {
                int size =
                        ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
                if (size < SMALLEST_DOCUMENT || size > LARGEST_DOCUMENT) {
                    throw new BackupRefused(part.entry() + " is not as it was written");
                }
                byte[] document = new byte[size];
                System.arraycopy(length, 0, document, 0, length.length);
                in.readFully(document, length.length, size - length.length);
                each.accept(new RawBsonDocument(document));
            }
        } catch (EOFException e) {
            throw new BackupRefused(part.entry() + " is not as it was written", e);
        }
    }

    /**
     * Puts everything back into a database that has nothing of it. The newest checkpoint comes last, so a database into which
     * this broke off is told from a whole one: nothing is signed in it.
     *
     * @throws BackupRefused if anything is there already, or the database does not answer
     */
    public void restoreInto(MongoDatabase database) {
        MongoDatabase safely = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        try {
            for (Part part : contents.collections()) {
                if (safely.getCollection(part.name()).find().first() != null) {
                    throw new BackupRefused(
                            "There is something in %s.%s already: restore into a database of another name, or drop it"
                                    .formatted(database.getName(), part.name()));
                }
            }
            for (Part part : contents.collections().reversed()) {
                restore(part, safely.getCollection(part.name(), RawBsonDocument.class));
            }
        } catch (MongoException e) {
            throw new BackupRefused("The database does not answer: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new BackupRefused("The file cannot be read: " + e.getMessage(), e);
        }
    }

    private void restore(Part part, MongoCollection<RawBsonDocument> into) throws IOException {
        List<RawBsonDocument> waiting = new ArrayList<>();
        int[] bytes = {0};
        read(part, BackupWriter.sha256(), document -> {
            waiting.add(document);
            bytes[0] += document.getByteBuffer().remaining();
            if (waiting.size() >= DOCUMENTS_AT_ONCE || bytes[0] >= BYTES_AT_ONCE) {
                into.insertMany(waiting);
                waiting.clear();
                bytes[0] = 0;
            }
        });
        if (!waiting.isEmpty()) {
            into.insertMany(waiting);
        }
        long there = into.countDocuments();
        if (there != part.documents()) {
            throw new BackupRefused("%s has %d documents and not %d: something else writes to this database"
                    .formatted(part.name(), there, part.documents()));
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupRefused("The file cannot be closed: " + e.getMessage(), e);
        }
    }
}
