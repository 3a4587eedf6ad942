package org.progressledger.verifier.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Sha256;
import org.progressledger.verifier.Wrong;
import org.progressledger.verifier.mongo.StoredDocuments;

/** Reads the lines of an exported ledger, and compares what was read with the count and the digest at its end. */
final class ExportReader {
    private static final int LONGEST_LINE = 256 << 20;
    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();
    private final InputStream in;
    private final StoredDocuments listener;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private long number;
    private long commits;
    private long checkpoints;
    private boolean isFirstFormat;

    private record Line(String kind, BsonDocument content, byte[] bytes) {}

    ExportReader(InputStream in, StoredDocuments listener) {
        this.in = in;
        this.listener = listener;
    }

    void all() throws IOException {
        Line head = read();
        BsonValue format = head.content().remove("format");
        isFirstFormat = new BsonString(LedgerFile.FIRST_FORMAT).equals(format);
        if (!head.kind().equals(LedgerFile.HEAD)
                || !(isFirstFormat || new BsonString(LedgerFile.FORMAT).equals(format))) {
            throw damaged("does not begin an export of format " + LedgerFile.FORMAT);
        }
        listener.head(head.content().isEmpty() ? null : raw(head.content()));
        digest.update(head.bytes());
        Line line = read();
        while (!line.kind().equals(LedgerFile.END)) {
            tell(line);
            digest.update(line.bytes());
            line = read();
        }
        end(line.content());
    }

    private void tell(Line line) {
        switch (line.kind()) {
            case LedgerFile.COMMIT -> {
                commits++;
                listener.commit(raw(line.content()));
            }
            case LedgerFile.ANCHORS -> {
                if (isFirstFormat) {
                    throw damaged("is not of the format that the first line names");
                }
                listener.anchors(raw(line.content()));
            }
            case LedgerFile.CHECKPOINT -> {
                checkpoints++;
                listener.checkpoint(raw(line.content()));
            }
            default -> throw damaged("is neither commit, checkpoint nor end");
        }
    }

    private void end(BsonDocument end) throws IOException {
        BsonDocument expected = new BsonDocument("commits", new BsonInt64(commits))
                .append("checkpoints", new BsonInt64(checkpoints))
                .append("sha256", new BsonString(HexFormat.of().formatHex(digest.digest())));
        if (!LedgerFile.line(LedgerFile.END, expected).equals(LedgerFile.line(LedgerFile.END, end))) {
            throw damaged("the lines before it are not those that were written");
        }
        listener.over();
        if (in.read() >= 0) {
            number++;
            throw damaged("something follows the end");
        }
    }

    private Line read() throws IOException {
        number++;
        byte[] bytes = bytes();
        try {
            BsonDocument document = BsonDocument.parse(new String(bytes, StandardCharsets.UTF_8));
            Iterator<Map.Entry<String, BsonValue>> members = document.entrySet().iterator();
            Map.Entry<String, BsonValue> only = members.next();
            Line line = new Line(only.getKey(), only.getValue().asDocument(), bytes);
            byte[] again = LedgerFile.line(line.kind(), line.content()).getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(again, bytes)) {
                return line;
            }
        } catch (RuntimeException | StackOverflowError e) { // the parser has many ways to say no
            throw damaged("cannot be read: " + e.getMessage());
        }
        throw damaged("is not written as an export writes it");
    }

    private byte[] bytes() throws IOException {
        buffer.reset();
        for (int one = in.read(); one >= 0; one = in.read()) {
            buffer.write(one);
            if (one == '\n') {
                return buffer.toByteArray();
            }
            if (buffer.size() > LONGEST_LINE) {
                throw damaged("is longer than " + LONGEST_LINE + " bytes");
            }
        }
        throw damaged("is cut off");
    }

    private static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(document, CODEC);
    }

    private Wrong damaged(String how) {
        String line = Long.toString(number);
        return new Wrong(new Finding(Kind.FILE_DAMAGED, -1, "line " + line, line, how));
    }
}
