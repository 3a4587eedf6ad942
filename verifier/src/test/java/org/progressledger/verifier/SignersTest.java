package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.note.NoteRefused;
import org.progressledger.ledger.note.SigningKey;
import org.progressledger.ledger.tree.Checkpoint;
import org.progressledger.ledger.tree.Hash;

class SignersTest {
    private static final SigningKey FIRST = SigningKey.generate("log");
    private static final SigningKey SECOND = SigningKey.generate("log");
    private static final SigningKey STRANGER = SigningKey.generate("log");
    private static final List<StatedKey> STATED =
            List.of(new StatedKey(FIRST.verifier(), 0), new StatedKey(SECOND.verifier(), 10));

    private static String note(long size, SigningKey key) {
        return new Checkpoint("log", size, Hash.ofLeaf(new byte[] {1})).signedBy(key);
    }

    @Test
    void each_key_signs_from_its_first_tree_to_the_one_before_its_successors() {
        Signers signers = new Signers(STATED, List.of());
        assertThat(signers.open(note(9, FIRST)).size()).isEqualTo(9);
        assertThat(signers.open(note(10, SECOND)).size()).isEqualTo(10);
        refuses(signers, note(10, FIRST));
        refuses(signers, note(9, SECOND));
        refuses(signers, note(9, STRANGER));
    }

    @Test
    void where_keys_are_given_no_other_counts() {
        Signers signers = new Signers(STATED, List.of(FIRST.verifier()));
        assertThat(signers.open(note(9, FIRST)).size()).isEqualTo(9);
        refuses(signers, note(10, SECOND));
    }

    @Test
    void a_given_key_that_the_ledger_does_not_state_counts() {
        Signers signers = new Signers(List.of(), List.of(FIRST.verifier()));
        assertThat(signers.open(note(9, FIRST)).size()).isEqualTo(9);
    }

    @Test
    void without_keys_nothing_is_signed() {
        refuses(new Signers(List.of(), List.of()), note(9, FIRST));
    }

    @Test
    void keys_whose_times_are_not_told_may_sign_anything() {
        Signers signers = new Signers(
                List.of(new StatedKey(FIRST.verifier(), 0), new StatedKey(SECOND.verifier(), 0)), List.of());
        assertThat(signers.open(note(9, FIRST)).size()).isEqualTo(9);
        assertThat(signers.open(note(9, SECOND)).size()).isEqualTo(9);
    }

    private static void refuses(Signers signers, String note) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> signers.open(note));
    }
}
