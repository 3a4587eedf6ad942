package org.progressledger.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.progressledger.ledger.LogEntry;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.GrowingTree;
import org.progressledger.ledger.tree.Tile;
import org.progressledger.ledger.tree.TilePath;
import org.progressledger.ledger.tree.TiledTree;

/**
 * A log of many entries in memory, made by the library that seals the ledger. Each seal opens the tree again from its tiles,
 * as after a restart, and every sealed size can still be served.
 */
final class GrownLog {
    static final String ORIGIN = "ledger.example/grown";
    private static final Instant BEGAN = Instant.parse("2026-11-23T05:00:00.123Z");
    private static final String[] TYPES = {"progress-reported", "project-paused", "letter-cited", "ผู้ตรวจ"};

    private record Seal(String checkpoint, Map<TilePath, byte[]> edge) {}

    private final SigningKey key;
    private final String salt;
    private final Map<TilePath, byte[]> full = new HashMap<>();
    private final TreeMap<Long, Seal> seals = new TreeMap<>();

    private GrownLog(SigningKey key, String salt) {
        this.key = key;
        this.salt = salt;
        seals.put(
                0L,
                new Seal(note(new Checkpoint(ORIGIN, 0, new TiledTree(path -> Optional.empty(), 0).root())), Map.of()));
    }

    /** A log of that size, sealed at the sizes given and at many between them. */
    static GrownLog to(long size, long... alsoAt) {
        GrownLog log = new GrownLog(SigningKey.generate(ORIGIN), "as it was");
        Random random = new Random(20261123);
        for (long stop : alsoAt) {
            while (log.size() < stop) {
                log.seal(Math.min(stop, log.size() + 1 + random.nextInt(2_000)));
            }
        }
        while (log.size() < size) {
            log.seal(Math.min(size, log.size() + 1 + random.nextInt(2_000)));
        }
        return log;
    }

    /** What somebody with the same key makes of other entries. */
    GrownLog rewritten(long size) {
        GrownLog other = new GrownLog(key, "as it never was");
        other.seal(size);
        return other;
    }

    long size() {
        return seals.lastKey();
    }

    int sealCount() {
        return seals.size();
    }

    Iterable<Long> sizes() {
        return seals.keySet();
    }

    SigningKey key() {
        return key;
    }

    String verifierKey() {
        return key.verifier().toString();
    }

    /** Adds entries up to a size and signs a checkpoint. */
    void seal(long size) {
        GrowingTree tree = new GrowingTree(tree(size()), tile -> full.put(tile.path(), tile.bytes()));
        while (tree.size() < size) {
            tree.append(entry(tree.size()));
        }
        Map<TilePath, byte[]> edge = new HashMap<>();
        for (Tile tile : tree.edge()) {
            edge.put(tile.path(), tile.bytes());
        }
        seals.put(size, new Seal(note(new Checkpoint(ORIGIN, size, tree.root())), edge));
    }

    /** The tree of a sealed size. */
    TiledTree tree(long size) {
        return new TiledTree(path -> tile(size, path), size);
    }

    String checkpoint(long size) {
        return seals.get(size).checkpoint();
    }

    /** A tile as the tree of that size has it; nothing for any other. */
    Optional<byte[]> tile(long size, TilePath path) {
        return path.isFull() && path.isWithin(size)
                ? Optional.ofNullable(full.get(path))
                : Optional.ofNullable(seals.get(size).edge().get(path));
    }

    byte[] entry(long position) {
        return new LogEntry(
                        position,
                        "%08d-2564".formatted(position / 9),
                        position % 9,
                        TYPES[(int) (position % TYPES.length)],
                        position % 5 == 0 ? null : "1",
                        BEGAN.plusMillis(position * 37),
                        digest("payload", position),
                        digest("metadata", position))
                .bytes();
    }

    private String digest(String of, long position) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((salt + of + position).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String note(Checkpoint checkpoint) {
        return checkpoint.signedBy(key);
    }
}
