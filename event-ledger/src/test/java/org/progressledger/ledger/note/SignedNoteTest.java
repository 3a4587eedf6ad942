package org.progressledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the example of Go's sumdb/note and that of the specification. */
class SignedNoteTest {

    private static final String SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private static final String VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String NOTE = TEXT
            + "\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private static final List<VerifierKey> PETER = List.of(VerifierKey.parse(VERIFIER));

    @Test
    void signs_as_gos_example_does() {
        assertThat(SignedNote.sign(TEXT, SigningKey.parse(SECRET, VERIFIER))).isEqualTo(NOTE);
    }

    @Test
    void opens_gos_example() {
        SignedNote note = SignedNote.parse(NOTE);
        assertThat(note.openedBy(PETER)).isEqualTo(TEXT);
        assertThat(note.signatures()).extracting(Object::toString).containsExactly("PeterNeumann c74f20a3");
    }

    @Test
    void keys_are_written_as_they_are_read() {
        assertThat(PETER.getFirst()).hasToString(VERIFIER);
        assertThat(SigningKey.parse(SECRET, VERIFIER).secret()).isEqualTo(SECRET);
        assertThat(SigningKey.parse(SECRET, VERIFIER).toString()).doesNotContain("AYEKFALVFGyN");
        assertThat(VerifierKey.parse("TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6")
                        .name())
                .isEqualTo("TEST");
    }

    @Test
    void a_new_key_signs_what_its_verifier_opens() {
        SigningKey key = SigningKey.generate("ledger.example/log");
        SigningKey again = SigningKey.parse(key.secret(), key.verifier().toString());
        String note = SignedNote.sign("งานคืบหน้า\n\nมีบรรทัดว่าง\n", again);
        assertThat(SignedNote.parse(note).openedBy(List.of(key.verifier()))).isEqualTo("งานคืบหน้า\n\nมีบรรทัดว่าง\n");
    }

    @Test
    void signatures_of_unknown_keys_are_passed_over() {
        String both = SignedNote.sign(TEXT, SigningKey.generate("witness.example"), SigningKey.parse(SECRET, VERIFIER));
        assertThat(SignedNote.parse(both).openedBy(PETER)).isEqualTo(TEXT);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SignedNote.parse(both).openedBy(List.of(VerifierKey.parse(ENOCH))));
    }

    @Test
    void one_false_signature_of_a_known_key_spoils_the_note() {
        String changed = NOTE.replace("cryptography", "cryptographY");
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SignedNote.parse(changed).openedBy(PETER));
        String other = SignedNote.sign("another text\n", SigningKey.parse(SECRET, VERIFIER));
        String both = NOTE + other.substring(other.indexOf('—'));
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SignedNote.parse(both).openedBy(PETER));
    }

    @Test
    void every_single_damage_to_a_note_is_refused() {
        for (int i = 0; i < NOTE.length(); i++) {
            String damaged = NOTE.substring(0, i) + (char) (NOTE.charAt(i) ^ 1) + NOTE.substring(i + 1);
            assertThatExceptionOfType(NoteRefused.class)
                    .describedAs(damaged)
                    .isThrownBy(() -> SignedNote.parse(damaged).openedBy(PETER));
            String shorter = NOTE.substring(0, i) + NOTE.substring(i + 1);
            assertThatExceptionOfType(NoteRefused.class)
                    .describedAs(shorter)
                    .isThrownBy(() -> SignedNote.parse(shorter).openedBy(PETER));
        }
    }

    @Test
    void every_part_of_a_verifier_key_is_refused() {
        for (int from = 0; from <= VERIFIER.length(); from++) {
            for (int until = from; until <= VERIFIER.length(); until++) {
                String part = VERIFIER.substring(from, until);
                if (!part.equals(VERIFIER)) {
                    assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> VerifierKey.parse(part));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
            })
    void verifier_keys_of_another_kind_or_spelling_are_refused(String key) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> VerifierKey.parse(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\n",
                "text\n\n— Peter x08go/ZJ",
                "text\r\n\n— Peter x08go/ZJ\n",
                "text\n\n-- Peter x08go/ZJ\n",
                "text\n\n— Peter\u0000 x08go/ZJ\n",
                "text\n\n— Peter x08gow==\n",
                "text\n\n— Pet+er x08go/ZJ\n",
                "text\n\n— Peter x08go/ZJkuA\n",
                "text\n\n— Peter x08go/ZJ \n",
                "text\n— Peter x08go/ZJ\n"
            })
    void what_is_no_signed_note_is_refused(String note) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> SignedNote.parse(note));
    }

    @Test
    void halves_that_do_not_belong_together_are_refused() {
        SigningKey one = SigningKey.generate("log");
        SigningKey other = SigningKey.generate("log");
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(
                        () -> SigningKey.parse(one.secret(), other.verifier().toString()));
        String secretOfOther = "PRIVATE+KEY+log+" + one.verifier().id() + "+"
                + other.secret().substring(other.secret().indexOf('+', "PRIVATE+KEY+log+".length()) + 1);
        assertThatExceptionOfType(NoteRefused.class)
                .isThrownBy(() -> SigningKey.parse(secretOfOther, one.verifier().toString()))
                .withMessageNotContaining(other.secret().substring(30));
    }
}
