package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.ledger.tree.TlogProof;

/**
 * Tessera and Go's own packages accept what the library makes, at sizes where tiles fill and levels begin, and refuse whatever
 * was altered.
 */
@WithLogTools
class LogOfManySizesIT {
    private static final long[] SIZES = {1, 2, 255, 256, 257, 600, 65_535, 65_536, 65_537};
    private static final long MOST = 100_000;
    private static final long SMALL = 600;

    private static GrownLog log;

    @TempDir
    private Path folder;

    @BeforeAll
    static void grow() {
        log = GrownLog.to(MOST, SIZES);
    }

    private LogTools tools() {
        return new LogTools(folder);
    }

    private Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 255, 256, 257, 600, 65_535, 65_536, 65_537, MOST})
    void both_accept_a_log_of_this_size(long size) throws IOException {
        Path earlier = made("earlier");
        for (long sealed : log.sizes()) {
            if (sealed <= size) {
                Files.writeString(earlier.resolve(String.valueOf(sealed)), log.checkpoint(sealed));
            }
        }
        try (ServedLog served = new ServedLog(log, size)) {
            assertThat(tools().fsck(served.url(), log.verifierKey())).as("fsck").matches(LogTools.Verdict::accepted);
            assertThat(tools().checklog(
                                    served.url(),
                                    log.verifierKey(),
                                    "-every",
                                    size > 1_000 ? "251" : "1",
                                    "-earlier",
                                    earlier.toString()))
                    .as("checklog")
                    .matches(LogTools.Verdict::accepted);
        }
    }

    @Test
    void a_hundred_thousand_entries_were_sealed_in_many_steps() {
        assertThat(log.size()).isEqualTo(MOST);
        assertThat(log.sealCount()).isGreaterThan(80);
    }

    @Test
    void proofs_in_files_stand_and_fall_with_their_entries() throws IOException {
        Path proofs = made("proofs");
        long[] positions = {0, 1, 254, 255, 256, 599, 65_534, 65_535, 65_536};
        for (long size : List.of(SMALL, 65_537L)) {
            for (long position : positions) {
                if (position < size) {
                    writeProof(proofs, size, position, log.entry(position));
                }
            }
        }
        try (ServedLog served = new ServedLog(log, SMALL)) {
            String[] options = {"-every", "100", "-proofs", proofs.toString()};
            assertThat(tools().checklog(served.url(), log.verifierKey(), options)
                            .told())
                    .contains("15 proofs stand")
                    .endsWith("checked\n");

            writeProof(proofs, SMALL, 256, log.entry(257));
            assertThat(tools().checklog(served.url(), log.verifierKey(), options))
                    .matches(verdict -> !verdict.accepted() && verdict.told().contains("600-256.tlog-proof"));
        }
    }

    private static void writeProof(Path folder, long size, long position, byte[] entry) throws IOException {
        String name = size + "-" + position;
        TlogProof proof = TlogProof.of(log.tree(size).inclusion(position), log.checkpoint(size));
        Files.writeString(folder.resolve(name + ".tlog-proof"), proof.text());
        Files.write(folder.resolve(name + ".entry"), entry);
    }

    record Alteration(String what, long size, String path, UnaryOperator<byte[]> how) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Alteration> alterations() {
        return List.of(
                new Alteration("a letter of an entry", SMALL, "tile/entries/001", flipped(40)),
                new Alteration("a letter of the newest entry", SMALL, "tile/entries/002.p/88", flippedFromEnd(9)),
                new Alteration("an entry less", SMALL, "tile/entries/002.p/88", LogOfManySizesIT::lastEntryCut),
                new Alteration("a hash of a full tile", SMALL, "tile/0/001", flipped(32 * 100 + 5)),
                new Alteration("a hash of a partial tile", SMALL, "tile/0/002.p/88", flipped(32 * 87)),
                new Alteration("a hash of a higher tile", SMALL, "tile/1/000.p/2", flipped(33)),
                new Alteration("a hash of the highest tile", 65_537, "tile/2/000.p/1", flipped(0)),
                new Alteration("a tile cut short", SMALL, "tile/0/001", tile -> Arrays.copyOf(tile, tile.length - 32)),
                new Alteration("the signature", SMALL, ServedLog.CHECKPOINT, LogOfManySizesIT::signatureOfOtherText),
                new Alteration("the size", SMALL, ServedLog.CHECKPOINT, replaced("\n600\n", "\n599\n")),
                new Alteration("the origin", SMALL, ServedLog.CHECKPOINT, replaced("grown\n600", "other\n600")),
                new Alteration("the root", SMALL, ServedLog.CHECKPOINT, LogOfManySizesIT::otherRoot),
                new Alteration(
                        "the root, signed again",
                        SMALL,
                        ServedLog.CHECKPOINT,
                        note -> signed(log.key(), log.tree(257).root())),
                new Alteration(
                        "key of the same name",
                        SMALL,
                        ServedLog.CHECKPOINT,
                        note -> signed(
                                SigningKey.generate(GrownLog.ORIGIN),
                                log.tree(SMALL).root())));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void tessera_refuses_a_log_with_an_altered(Alteration alteration) {
        try (ServedLog served = new ServedLog(log, alteration.size()).altered(alteration.path(), alteration.how())) {
            LogTools.Verdict verdict = tools().fsck(served.url(), log.verifierKey());
            assertThat(verdict).matches(told -> !told.accepted());
            assertThat(verdict.told()).doesNotContain("did not end");
        }
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void go_refuses_a_log_with_an_altered(Alteration alteration) {
        try (ServedLog served = new ServedLog(log, alteration.size()).altered(alteration.path(), alteration.how())) {
            assertThat(tools().checklog(
                                    served.url(), log.verifierKey(), "-every", alteration.size() > 1_000 ? "251" : "1"))
                    .matches(verdict -> !verdict.accepted() && verdict.told().contains("checklog: refused"));
        }
    }

    @Test
    void both_refuse_a_log_that_lacks_a_bundle() {
        try (ServedLog served = new ServedLog(log, SMALL).without("tile/entries/001")) {
            assertThat(tools().fsck(served.url(), log.verifierKey())).matches(verdict -> !verdict.accepted());
            assertThat(tools().checklog(served.url(), log.verifierKey())).matches(verdict -> !verdict.accepted());
        }
    }

    @Test
    void a_kept_checkpoint_shows_that_history_was_rewritten_or_cut() throws IOException {
        GrownLog other = log.rewritten(SMALL);
        Path earlier = made("earlier");
        Files.writeString(earlier.resolve("kept"), log.checkpoint(257));
        String[] options = {"-earlier", earlier.toString()};
        try (ServedLog served = new ServedLog(other, SMALL);
                ServedLog cut = new ServedLog(log, 256)) {
            assertThat(tools().fsck(served.url(), log.verifierKey()))
                    .as("it keeps no state: what is whole in itself passes")
                    .matches(LogTools.Verdict::accepted);
            assertThat(tools().checklog(served.url(), log.verifierKey(), options))
                    .matches(verdict -> !verdict.accepted() && verdict.told().contains("kept"));
            assertThat(tools().checklog(cut.url(), log.verifierKey(), options))
                    .matches(verdict -> !verdict.accepted() && verdict.told().contains("had 257 entries"));
        }
    }

    private static UnaryOperator<byte[]> flipped(int at) {
        return bytes -> {
            bytes[at] ^= 1;
            return bytes;
        };
    }

    private static UnaryOperator<byte[]> flippedFromEnd(int back) {
        return bytes -> flipped(bytes.length - back).apply(bytes);
    }

    private static UnaryOperator<byte[]> replaced(String what, String with) {
        return note -> {
            String before = new String(note, StandardCharsets.UTF_8);
            assertThat(before).contains(what);
            return before.replace(what, with).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] lastEntryCut(byte[] bundle) {
        return Arrays.copyOf(bundle, bundle.length - 2 - log.entry(SMALL - 1).length);
    }

    private static byte[] signatureOfOtherText(byte[] note) {
        String ours = new String(note, StandardCharsets.UTF_8);
        String others = log.checkpoint(257);
        return (ours.substring(0, ours.indexOf("\n\n")) + others.substring(others.indexOf("\n\n")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] otherRoot(byte[] note) {
        return replaced(log.tree(SMALL).root().base64(), log.tree(257).root().base64())
                .apply(note);
    }

    private static byte[] signed(SigningKey key, Hash root) {
        return new Checkpoint(GrownLog.ORIGIN, SMALL, root).signedBy(key).getBytes(StandardCharsets.UTF_8);
    }
}
