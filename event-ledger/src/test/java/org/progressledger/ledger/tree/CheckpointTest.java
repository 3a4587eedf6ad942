package org.progressledger.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SignedNote;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.note.VerifierKey;

class CheckpointTest {

    private static final SigningKey KEY = SigningKey.generate("ledger.example/log");
    private static final List<VerifierKey> KEYS = List.of(KEY.verifier());
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void is_the_three_lines_of_the_specifications_example() {
        Checkpoint checkpoint = new Checkpoint("example.com/behind-the-sofa", 20_852_163, Hash.fromBase64(ROOT));
        assertThat(checkpoint.text()).isEqualTo("example.com/behind-the-sofa\n20852163\n" + ROOT + "\n");
    }

    @Test
    void is_read_back_by_whoever_has_the_key() {
        Checkpoint signed = new Checkpoint("ledger.example/log", 7, Hash.fromBase64(ROOT));
        String note = signed.signedBy(KEY, SigningKey.generate("witness.example"));
        assertThat(Checkpoint.open(note, "ledger.example/log", KEYS)).isEqualTo(signed);
        assertThat(Checkpoint.unverified(note)).isEqualTo(signed);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> Checkpoint.open(note, "ledger.example/other", KEYS));
        VerifierKey other = SigningKey.generate("ledger.example/log").verifier();
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> Checkpoint.open(note, "ledger.example/log", List.of(other)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger.example/log\n7\n" + ROOT + "\nextension\n",
                "ledger.example/log\n07\n" + ROOT + "\n",
                "ledger.example/log\n-7\n" + ROOT + "\n",
                "ledger.example/log\n7\n" + "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "ledger.example/log\n7\nAAAA\n",
                "ledger.example/log\n0\n" + ROOT + "\n",
                "ledger.example/log\n7\n",
                "\n7\n" + ROOT + "\n"
            })
    void other_texts_are_no_checkpoints_whoever_signed_them(String text) {
        String note = SignedNote.sign(text, KEY);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> Checkpoint.open(note, "ledger.example/log", KEYS));
    }

    @Test
    void a_proof_file_holds_all_that_is_needed() {
        Naive.Tiles tiles = new Naive.Tiles();
        GrowingTree grown = Naive.grown(tiles, 300);
        String note = new Checkpoint("ledger.example/log", 300, grown.root()).signedBy(KEY);
        TlogProof proof = TlogProof.of(new TiledTree(tiles, 300).inclusion(17), note);
        assertThat(proof.text())
                .startsWith("c2sp.org/tlog-proof@v1\nindex 17\n")
                .endsWith("\n\n" + note);
        TlogProof read = TlogProof.parse(proof.text());
        Checkpoint opened = Checkpoint.open(read.checkpoint(), "ledger.example/log", KEYS);
        assertThat(read.proves(Naive.entry(17), opened)).isTrue();
        assertThat(read.proves(Naive.entry(18), opened)).isFalse();
        assertThat(TlogProof.parse(proof.text().replace("index 17", "index 18")).proves(Naive.entry(17), opened))
                .isFalse();
        byte[] extra = "what it is".getBytes(StandardCharsets.UTF_8);
        TlogProof more = new TlogProof(extra, 17, read.path(), note);
        assertThat(more.text()).startsWith("c2sp.org/tlog-proof@v1\nextra d2hhdCBpdCBpcw==\nindex 17\n");
        assertThat(TlogProof.parse(more.text()).extra()).isEqualTo(extra);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2sp.org/tlog-proof@v1\nindex 0\n",
                "c2sp.org/tlog-proof@v2\nindex 0\n\nnote",
                "c2sp.org/tlog-proof@v1\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex 01\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex -1\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex 1\nextra AAAA\n\nnote",
                "c2sp.org/tlog-proof@v1\nextra AA\nindex 1\n\nnote",
                "c2sp.org/tlog-proof@v1\nindex 99999999999999999999\n\nnote"
            })
    void other_texts_are_no_proofs(String text) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> TlogProof.parse(text));
    }
}
