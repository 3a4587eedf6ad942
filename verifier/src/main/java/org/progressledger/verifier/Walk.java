package org.progressledger.verifier;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.verifier.DueCheckpoints.Due;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Verdict.Counts;
import org.progressledger.verifier.Verdict.Remark;

/** One way through a ledger, from its first event to its last. */
final class Walk implements Listener, AutoCloseable {
    private static final int FINGERPRINTS_IN_MEMORY = 2_000_000; // 48 MB
    private final LedgerCopy copy;
    private final Expected expected;
    private final Progress progress;
    private final Pipeline pipeline;
    private final Streams streams = new Streams();
    private final Seen ids = new Seen(FINGERPRINTS_IN_MEMORY);
    private final Seen commands = new Seen(FINGERPRINTS_IN_MEMORY);
    private final Fingerprint.Maker fingerprints = new Fingerprint.Maker();
    private final DueCheckpoints due = new DueCheckpoints();
    private final Set<Remark> remarks = EnumSet.noneOf(Remark.class);
    private final @Nullable TileComparison tiles;
    private final GrowingTree tree = new GrowingTree(this::filled);
    private final AnchorCheck anchors;
    private final OutsidersSaid outsiders;
    private Signers signers = new Signers(List.of(), List.of());
    private KeyStarts starts = new KeyStarts(List.of());
    private @Nullable Checkpoint newest;
    private String newestNote = "";
    private @Nullable Instant recordedAt;
    private boolean isSigned;
    private boolean areCommitsSeen = true;
    private long commits;
    private long checkpoints;
    private long agreed;
    private long sealed = -1;
    private String root = "";

    Walk(LedgerCopy copy, Expected expected, Progress progress, int threads) {
        this.copy = copy;
        this.expected = expected;
        this.progress = progress;
        this.pipeline = new Pipeline(threads);
        this.anchors = new AnchorCheck(expected.outsiders());
        this.outsiders = new OutsidersSaid(expected.outsiders());
        this.tiles = copy.tiles().map(TileComparison::new).orElse(null);
    }

    @Override
    public void keys(List<StatedKey> keys) {
        signers = new Signers(keys, expected.keys());
        starts = new KeyStarts(keys);
        for (Expected.Kept kept : expected.kept()) {
            try {
                Checkpoint opened = signers.open(kept.note());
                StoredCheckpoint found = new StoredCheckpoint(opened.size(), kept.note(), kept.name());
                due.add(new Due(opened, kept.name(), true, anchors.of(found)));
            } catch (NoteRefused e) {
                throw new Wrong(new Finding(
                        Kind.KEPT_NOT_SIGNED, -1, kept.name(), kept.name(), String.valueOf(e.getMessage())));
            }
        }
        compareDue();
    }

    @Override
    public void newest(StoredCheckpoint stored) {
        newest = open(stored);
        newestNote = stored.note();
        isSigned = true;
        starts.signed(newest.size());
        due.add(new Due(newest, stored.where(), false, anchors.of(stored)));
        compareDue();
    }

    @Override
    public void checkpoint(StoredCheckpoint stored) {
        isSigned = true;
        pipeline.add(stored.note().length(), () -> {
            Due opened = new Due(open(stored), stored.where(), false, anchors.of(stored));
            return () -> {
                starts.signed(opened.checkpoint().size());
                if (opened.checkpoint().size() < tree.size()) {
                    throw new Wrong(Kind.CHECKPOINT_MALFORMED, -1, stored.where(), Long.toString(stored.size()));
                }
                due.add(opened);
                compareDue();
            };
        });
    }

    private Checkpoint open(StoredCheckpoint stored) {
        if (newest != null && stored.size() == newest.size() && stored.note().equals(newestNote)) {
            return newest; // a signature takes longer than all else, and this one was looked at
        }
        String size = Long.toString(stored.size());
        try {
            Checkpoint checkpoint = signers.open(stored.note());
            if (checkpoint.size() != stored.size()) {
                throw new Wrong(Kind.CHECKPOINT_MALFORMED, -1, stored.where(), size);
            }
            return checkpoint;
        } catch (NoteRefused e) {
            throw new Wrong(
                    new Finding(Kind.CHECKPOINT_NOT_SIGNED, -1, stored.where(), size, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void commit(RawBsonDocument document) {
        pipeline.add(document.getByteBuffer().remaining(), () -> {
            CheckedCommit commit = CheckedCommit.of(document, fingerprints);
            return () -> {
                commits++;
                place(commit);
            };
        });
    }

    @Override
    public void entry(PublishedEntry entry) {
        areCommitsSeen = false;
        if (entry.event().isEmpty()) {
            remarks.add(Remark.PAYLOADS_NOT_SEEN);
        }
        pipeline.add(entry.bytes().length, () -> {
            CheckedCommit event = Entries.of(entry, fingerprints);
            return () -> place(event);
        });
    }

    /** Puts a commit after those before it. */
    private void place(CheckedCommit commit) {
        long next = tree.size();
        if (commit.first() != next) {
            Kind kind = commit.first() > next ? Kind.EVENTS_MISSING : Kind.COMMIT_INSIDE_ANOTHER;
            throw new Wrong(Finding.at(kind, Math.min(next, commit.first()), "_id"));
        }
        if (recordedAt != null && commit.recordedAt().isBefore(recordedAt)) {
            throw new Wrong(Finding.at(Kind.RECORDED_TOO_EARLY, next, "recordedAt"));
        }
        recordedAt = commit.recordedAt();
        if (commit.command() != null) {
            commands.add(commit.command(), next);
        }
        for (int i = 0; i < commit.events().size(); i++) {
            CheckedCommit.Event event = commit.events().get(i);
            if (!streams.take(event.stream(), event.sequence())) {
                String expected = Long.toString(streams.next(event.stream()));
                throw new Wrong(Kind.SEQUENCE_BROKEN, next + i, commit.field(i, "sequence"), expected);
            }
            if (event.id() != null) {
                ids.add(event.id(), next + i);
            }
            tree.append(event.entry(), event.leaf());
            compareDue();
        }
        progress.at(tree.size(), copy.events());
    }

    private void filled(Tile tile) {
        if (tiles != null && newest != null && tile.path().isWithin(newest.size())) {
            tiles.compare(tile);
        }
    }

    private void compareDue() {
        if (!due.isDue(tree.size())) {
            return;
        }
        if (tiles != null && newest != null && newest.size() == tree.size()) {
            tiles.compare(tree.edge());
        }
        for (Due one : due.take(tree.size())) {
            if (!one.checkpoint().root().equals(tree.root())) {
                throw new Wrong(notTheSame(one));
            }
            checkpoints++;
            agreed = tree.size();
            outsiders.said(one.checkpoint().size(), one.anchored());
            if (!one.isKept()) {
                sealed = tree.size();
                root = one.checkpoint().root().base64();
            }
        }
        if (tiles != null) {
            tiles.first()
                    .filter(difference -> difference.tile().isWithin(agreed))
                    .ifPresent(difference -> {
                        throw new Wrong(difference.finding());
                    });
        }
    }

    private Finding notTheSame(Due one) {
        String size = Long.toString(one.checkpoint().size());
        if (one.isKept()) {
            return new Finding(Kind.KEPT_DIFFERS, agreed, one.where(), size, "");
        }
        return Optional.ofNullable(tiles)
                .flatMap(kept -> kept.firstReplaced(tree, one.checkpoint()))
                .orElse(new Finding(Kind.ROOT_DIFFERS, agreed, one.where(), size, ""));
    }

    /** Looks at what can be seen only when all was told. */
    void end() {
        pipeline.finish();
        due.first().ifPresent(missing -> {
            Kind kind = missing.isKept() ? Kind.KEPT_IS_LONGER : Kind.LEDGER_CUT_OFF;
            String size = Long.toString(missing.checkpoint().size());
            throw new Wrong(new Finding(kind, tree.size(), missing.isKept() ? missing.where() : "_id", size, ""));
        });
        repeated(Long.MAX_VALUE).ifPresent(finding -> {
            throw new Wrong(finding);
        });
        if (!isSigned && !(expected.keys().isEmpty() && expected.kept().isEmpty())) {
            throw new Wrong(Finding.of(Kind.NO_CHECKPOINT, "tree_head", ""));
        }
        starts.requireAll();
        outsiders.requireWhatWasAskedFor();
    }

    private Optional<Finding> repeated(long below) {
        long id = ids.firstRepeated(below);
        long command = commands.firstRepeated(id < 0 ? below : id + 1);
        if (command >= 0) {
            return Optional.of(Finding.at(Kind.COMMAND_TWICE, command, "command"));
        }
        return id < 0 ? Optional.empty() : Optional.of(Finding.at(Kind.EVENT_ID_TWICE, id, "id"));
    }

    /** What was wrong when it was read may have come after other things that are still in work, or show only together. */
    Finding first(Finding found) {
        Finding finding = found;
        if (!pipeline.hasFailed()) {
            try {
                pipeline.finish();
            } catch (Wrong e) {
                finding = e.finding();
            }
        }
        return firstOfAll(finding);
    }

    private Finding firstOfAll(Finding finding) {
        if (finding.position() < 0) {
            return finding;
        }
        Finding first = finding;
        if (tiles != null && newest != null) {
            first = tiles.firstReplaced(tree, newest)
                    .filter(replaced -> replaced.position() < finding.position())
                    .orElse(finding);
        }
        return repeated(first.position()).orElse(first);
    }

    boolean isSealed() {
        return sealed >= 0;
    }

    Set<Remark> remarks() {
        if (expected.keys().isEmpty()) {
            remarks.add(Remark.KEYS_ARE_THE_LEDGERS);
        }
        if (expected.kept().isEmpty()) {
            remarks.add(Remark.NOTHING_KEPT);
        }
        if (sealed >= 0 && sealed < tree.size()) {
            remarks.add(Remark.TAIL_NOT_SEALED);
        }
        if (tiles == null) {
            remarks.add(Remark.TILES_NOT_SEEN);
        }
        remarks.addAll(outsiders.remarks(sealed));
        return remarks;
    }

    Counts counts() {
        return new Counts(
                tree.size(),
                areCommitsSeen ? commits : -1,
                streams.count(),
                checkpoints,
                tiles == null ? 0 : tiles.compared(),
                sealed,
                root,
                outsiders.witnessed(),
                outsiders.stamped(),
                outsiders.stampedAt());
    }

    @Override
    public void close() {
        pipeline.close();
        ids.close();
        commands.close();
    }
}
