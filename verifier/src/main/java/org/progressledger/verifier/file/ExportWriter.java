package org.progressledger.verifier.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Sha256;
import org.progressledger.verifier.mongo.MongoCopy;
import org.progressledger.verifier.mongo.StoredDocuments;

/** Writes a ledger into one file. What is stored is written as it is, right or wrong: it is for the check to judge. */
public final class ExportWriter implements StoredDocuments {
    private static final List<String> OF_THE_HEAD = List.of("keys", "size", "note", "sealedAt");
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long commits;
    private long checkpoints;

    private ExportWriter(OutputStream out) {
        this.out = out;
    }

    /** What was written. */
    public record Written(long commits, long checkpoints, long bytes) {}

    /**
     * Writes the file beside its place and moves it there when it is whole.
     *
     * @throws CopyUnreadable if the ledger cannot be read, or the file not be written
     */
    public static Written write(MongoCopy ledger, Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            ExportWriter writer;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                writer = new ExportWriter(out);
                ledger.tell(writer);
                writer.end();
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new Written(writer.commits, writer.checkpoints, Files.size(file));
        } catch (IOException | UncheckedIOException e) {
            throw new CopyUnreadable("The file cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void head(@Nullable RawBsonDocument document) {
        BsonDocument head = new BsonDocument("format", new BsonString(LedgerFile.FORMAT));
        for (String field : OF_THE_HEAD) {
            if (document != null && document.containsKey(field)) {
                head.append(field, document.get(field));
            }
        }
        line(LedgerFile.HEAD, head);
    }

    @Override
    public void anchors(RawBsonDocument document) {
        line(LedgerFile.ANCHORS, document);
    }

    @Override
    public void over() {} // the last line tells what was written, which this class knows

    @Override
    public void checkpoint(RawBsonDocument document) {
        checkpoints++;
        line(LedgerFile.CHECKPOINT, document);
    }

    @Override
    public void commit(RawBsonDocument document) {
        commits++;
        line(LedgerFile.COMMIT, document);
    }

    private void end() {
        line(
                LedgerFile.END,
                new BsonDocument("commits", new BsonInt64(commits))
                        .append("checkpoints", new BsonInt64(checkpoints))
                        .append("sha256", new BsonString(HexFormat.of().formatHex(digest.digest()))));
    }

    private void line(String kind, BsonDocument content) {
        byte[] line = LedgerFile.line(kind, content).getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
