package org.progressledger.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitCheck;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.verifier.Expected.Kept;
import org.progressledger.verifier.file.FileCopy;

/** A ledger of three events under checkpoints of 1 and 3, exported once and for all: commits at 0 and 1. */
public final class Golden {
    private Golden() {}

    public static byte[] bytes(String file) {
        try (InputStream in = Golden.class.getResourceAsStream("/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    public static byte[] export() {
        return bytes("small-ledger.jsonl");
    }

    public static VerifierKey key() {
        return VerifierKey.parse(text("small-ledger.vkey"));
    }

    public static String checkpoint() {
        return text("small-ledger.checkpoint");
    }

    /** The auditor knows key and checkpoint. */
    public static Expected known() {
        return new Expected(List.of(key()), List.of(new Kept("kept", checkpoint())));
    }

    public static List<LedgerEvent> events() {
        return text("small-ledger.jsonl")
                .lines()
                .map(BsonDocument::parse)
                .filter(line -> line.containsKey("commit"))
                .map(line -> CommitCheck.read(line.getDocument("commit")))
                .map(Commit::events)
                .flatMap(List::stream)
                .toList();
    }

    public static Verdict check(byte[] export, Expected expected) {
        return new LedgerCheck(expected, 1)
                .check(new FileCopy(() -> new ByteArrayInputStream(export)), Progress.SILENT);
    }

    public static Verdict check(String export) {
        return check(export.getBytes(StandardCharsets.UTF_8), Expected.nothing());
    }
}
