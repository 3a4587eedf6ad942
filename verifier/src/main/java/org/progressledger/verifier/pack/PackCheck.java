package org.progressledger.verifier.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.LogEntry;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.TlogProof;
import org.progressledger.verifier.AnchorCheck;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Entries;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.OutsidersSaid;
import org.progressledger.verifier.StoredCheckpoint;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Counts;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Verdict.Remark;
import org.progressledger.verifier.Wrong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an evidence pack ({@code progress-ledger-evidence/1}): its files, its events, and that the log has them. That no event of the
 * project is left out, beyond a dense row of sequences, no proof of inclusion can tell.
 */
public final class PackCheck {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORMAT = "progress-ledger-evidence/1";
    private static final List<String> REPEATED =
            List.of("position", "stream", "sequence", "type", "revision", "payloadHash", "metadataHash");
    private final PackFiles files;
    private final Expected expected;
    private final Set<Remark> remarks = EnumSet.of(Remark.ONE_PROJECT, Remark.TILES_NOT_SEEN);
    private final OutsidersSaid outsiders;
    private List<VerifierKey> keys;
    private @Nullable Checkpoint sealed;
    private String sealedNote = "";
    private long events;
    private long proved;
    private long last = -1;

    private PackCheck(PackFiles files, Expected expected) {
        this.files = files;
        this.expected = expected;
        this.keys = expected.keys();
        this.outsiders = new OutsidersSaid(expected.outsiders());
    }

    /** Checks a pack; never throws for what is in it. */
    public static Verdict check(Path file, Expected expected) {
        try (PackFiles files = new PackFiles(file)) {
            return new PackCheck(files, expected).verdict();
        } catch (CopyUnreadable e) {
            return new Verdict(
                    Outcome.UNREADABLE,
                    Optional.empty(),
                    Optional.of(String.valueOf(e.getMessage())),
                    new Counts(0, -1, 0, 0, 0, -1, "", -1, -1, Optional.empty()),
                    Set.of());
        }
    }

    private Verdict verdict() {
        Outcome outcome;
        Optional<Finding> finding = Optional.empty();
        try {
            check();
            outcome = sealed != null && proved > 0 ? Outcome.VERIFIED : Outcome.UNSIGNED;
        } catch (Wrong e) {
            finding = Optional.of(e.finding());
            outcome = Outcome.WRONG;
        } catch (JacksonException e) {
            finding = Optional.of(PackFiles.changed("statement.json").finding());
            outcome = Outcome.WRONG;
        }
        Counts counts = new Counts(
                events,
                -1,
                1,
                sealed == null ? 0 : 1,
                0,
                sealed == null ? -1 : sealed.size(),
                sealed == null ? "" : sealed.root().base64(),
                outsiders.witnessed(),
                outsiders.stamped(),
                outsiders.stampedAt());
        remarks.addAll(outsiders.remarks(counts.sealed()));
        return new Verdict(outcome, finding, Optional.empty(), counts, remarks);
    }

    private void check() {
        files.compareWithSums();
        JsonNode statement = JSON.readTree(files.text("statement.json"));
        if (!statement.path("format").asString("").equals(FORMAT)) {
            throw PackFiles.changed("statement.json");
        }
        openCheckpoint();
        for (String line : files.text("events.jsonl").lines().toList()) {
            event(JSON.readTree(line), statement.path("project").asString(""));
        }
        if (events != statement.path("events").asLong(-1)
                || last != statement.path("lastPosition").asLong(-2)) {
            throw PackFiles.changed("statement.json");
        }
        if (sealed == null && !(expected.keys().isEmpty() && expected.kept().isEmpty())) {
            throw new Wrong(Kind.NO_CHECKPOINT, -1, "checkpoint", "");
        }
        outsiders.requireWhatWasAskedFor();
    }

    private void openCheckpoint() {
        if (expected.keys().isEmpty()) {
            remarks.add(Remark.KEYS_ARE_THE_LEDGERS);
        }
        Optional<byte[]> note = files.bytes("checkpoint");
        if (note.isEmpty()) {
            return;
        }
        try {
            if (keys.isEmpty()) {
                keys = List.of(VerifierKey.parse(files.text("ledger.vkey")));
            }
            sealedNote = new String(note.get(), StandardCharsets.UTF_8);
            sealed = open(sealedNote, keys);
        } catch (NoteRefused e) {
            throw new Wrong(
                    new Finding(Kind.CHECKPOINT_NOT_SIGNED, -1, "checkpoint", "?", String.valueOf(e.getMessage())));
        }
        compareKept(sealed);
        StoredCheckpoint found = new StoredCheckpoint(sealed.size(), sealedNote, "checkpoint");
        outsiders.said(sealed.size(), new AnchorCheck(expected.outsiders()).of(found));
    }

    private static Checkpoint open(String note, List<VerifierKey> keys) {
        return Checkpoint.open(note, keys.getFirst().name(), keys);
    }

    private void compareKept(Checkpoint packed) {
        if (expected.kept().isEmpty()) {
            remarks.add(Remark.NOTHING_KEPT);
        }
        for (Expected.Kept kept : expected.kept()) {
            Checkpoint known;
            try {
                known = open(kept.note(), keys);
            } catch (NoteRefused e) {
                throw new Wrong(new Finding(
                        Kind.KEPT_NOT_SIGNED, -1, kept.name(), kept.name(), String.valueOf(e.getMessage())));
            }
            if (known.size() != packed.size()) {
                remarks.add(Remark.KEPT_NOT_COMPARED);
            } else if (!known.root().equals(packed.root())) {
                throw new Wrong(Kind.KEPT_DIFFERS, 0, kept.name(), Long.toString(known.size()));
            }
        }
    }

    private void event(JsonNode event, String project) {
        String text = event.path("logEntry").asString("");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LogEntry entry = Entries.parse(bytes);
        long position = entry.position();
        JsonNode members = JSON.readTree(text);
        for (String member : REPEATED) {
            if (!members.path(member).asString("").equals(event.path(member).asString(""))) {
                throw new Wrong(Finding.at(Kind.FIELD_CHANGED, position, member));
            }
        }
        requireInstant(event, position, "recordedAt", entry.recordedAt().toString());
        requireHash(event, position, "payload", entry.payloadHash());
        requireHash(event, position, "metadata", entry.metadataHash());
        requireSameAsMetadata(event, position);
        if (!Entries.leafHash(bytes).equals(event.path("leafHash").asString(""))) {
            throw new Wrong(Finding.at(Kind.FIELD_CHANGED, position, "leafHash"));
        }
        if (!entry.stream().equals(project) || entry.sequence() != events || position <= last) {
            throw new Wrong(Kind.SEQUENCE_BROKEN, position, "sequence", Long.toString(events));
        }
        requireSame("events/%d/entry.json".formatted(position), text);
        for (String file : List.of("payload", "metadata")) {
            requireSame(
                    "events/%d/%s.json".formatted(position, file),
                    event.path(file).asString(""));
        }
        prove(position, bytes);
        events++;
        last = position;
    }

    private static void requireSameAsMetadata(JsonNode event, long position) {
        JsonNode metadata = JSON.readTree(event.path("metadata").asString(""));
        requireText(event, position, "aggregateType", metadata.path("aggregateType"));
        requireText(event, position, "eventId", metadata.path("eventId"));
        requireText(event, position, "actor", metadata.path("commit").path("actor"));
        requireText(event, position, "commandId", metadata.path("commit").path("commandId"));
        requireInstant(event, position, "timestamp", metadata.path("timestamp").asString(""));
    }

    private static void requireText(JsonNode event, long position, String member, JsonNode hashed) {
        if (!event.path(member).asString("").equals(hashed.asString(""))) {
            throw new Wrong(Finding.at(Kind.FIELD_CHANGED, position, member));
        }
    }

    private static void requireInstant(JsonNode event, long position, String member, String hashed) {
        try {
            if (Instant.parse(event.path(member).asString("")).equals(Instant.parse(hashed))) {
                return;
            }
        } catch (DateTimeParseException e) {
            throw new Wrong(new Finding(Kind.FIELD_CHANGED, position, member, "", String.valueOf(e.getMessage())));
        }
        throw new Wrong(Finding.at(Kind.FIELD_CHANGED, position, member));
    }

    private static void requireHash(JsonNode event, long position, String field, String hash) {
        String salt = event.path(field + "Salt").asString("");
        if (!Entries.saltedHash(salt, event.path(field).asString("")).equals(hash)) {
            throw new Wrong(Finding.at(Kind.FIELD_CHANGED, position, field));
        }
    }

    private void requireSame(String file, String text) {
        if (!Arrays.equals(files.required(file), text.getBytes(StandardCharsets.UTF_8))) {
            throw PackFiles.changed(file);
        }
    }

    /** The checkpoint of a proof: nearly always the pack's own, which was opened already. */
    private Checkpoint opened(String note) {
        return sealed != null && note.equals(sealedNote) ? sealed : open(note, keys);
    }

    private void prove(long position, byte[] entry) {
        if (sealed == null) {
            return;
        }
        if (position >= sealed.size()) {
            remarks.add(Remark.TAIL_NOT_SEALED);
            return;
        }
        String file = "proofs/" + position + ".tlog-proof";
        try {
            TlogProof proof = TlogProof.parse(files.text(file));
            if (proof.index() != position || !proof.proves(entry, opened(proof.checkpoint()))) {
                throw new Wrong(Kind.PROOF_FAILS, position, file, file);
            }
        } catch (NoteRefused e) {
            throw new Wrong(Kind.PROOF_FAILS, position, file, file);
        }
        proved++;
    }
}
