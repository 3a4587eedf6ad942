package org.progressledger.ledger.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against what transparency-dev's formats/note made of the specification's example. */
class CosignatureTest {

    private static final String KEY = "witness.example/w1+aa4a09d1+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs";
    private static final String TEXT = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
            """;
    private static final String LINE =
            "— witness.example/w1 qkoJ0QAAAABrB2Z4xRLGX8mlPRq0RsIYppy4xNmaHNu4cW6CF1zP9kxAzGcR23bM"
                    + "cZILInjCflrkl/KRnyl54ufh5J+CtDjBh8dLBQ==\n";
    private static final CosignatureKey WITNESS = CosignatureKey.parse(KEY);

    @Test
    void reads_a_cosignature_and_its_time() {
        assertThat(Cosignature.among(LINE, TEXT, List.of(WITNESS)))
                .containsExactly(new Cosignature(WITNESS, Instant.ofEpochSecond(1_795_647_096L), LINE));
        assertThat(WITNESS).hasToString(KEY);
    }

    @Test
    void keeps_one_line_of_each_key_and_passes_others_over() {
        String other = LINE.replace("witness.example/w1", "witness.example/w2");
        assertThat(Cosignature.among(other, TEXT, List.of(WITNESS))).isEmpty();
        assertThat(Cosignature.among(other + LINE + LINE, TEXT, List.of(WITNESS)))
                .hasSize(1);
    }

    @Test
    void refuses_a_cosignature_of_another_text_or_time() {
        refused(LINE, TEXT.replace("20852163", "20852164"));
        // the bytes of the time are within the first letters of the base64
        refused(LINE.replace("AAAABrB2Z4", "AAAABrB2Z5"), TEXT);
        refused(LINE.replace("BQ==", "BA=="), TEXT);
        // cut to the length of a signature without time
        refused("— witness.example/w1 qkoJ0QAAAABrB2Z4xRLGX8mlPRq0RsIYppy4xNmaHNu4cW6CF1zP\n", TEXT);
    }

    private static void refused(String lines, String text) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> Cosignature.among(lines, text, List.of(WITNESS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "— witness.example/w1 qkoJ0QAA", "nonsense\n", "\n", "— a b c\n"})
    void refuses_what_are_no_signature_lines(String lines) {
        refused(lines, TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "witness.example/w1",
                "witness.example/w1+aa4a09d2+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs",
                "witness.example/w2+aa4a09d1+BOpKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "witness.example/w1+aa4a09d1+BOpKbGPi"
            })
    void refuses_other_keys(String key) {
        assertThatExceptionOfType(NoteRefused.class).isThrownBy(() -> CosignatureKey.parse(key));
    }
}
