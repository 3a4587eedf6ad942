package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final Fingerprint.Maker FINGERPRINTS = new Fingerprint.Maker();

    private static Fingerprint of(String text) {
        return CheckedCommit.fingerprint(text, FINGERPRINTS);
    }

    @Test
    void texts_that_differ_are_not_taken_for_the_same() {
        try (Seen seen = new Seen(1_000_000)) {
            for (int i = 0; i < 20_000; i++) {
                seen.add(of("event-" + i), i);
            }
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(-1);
        }
    }

    @Test
    void the_first_text_that_came_twice_is_named_by_its_second_position() {
        try (Seen seen = new Seen(1_000_000)) {
            for (int i = 0; i < 1_000; i++) {
                seen.add(of("event-" + i), i);
            }
            seen.add(of("event-700"), 1_000);
            seen.add(of("event-3"), 1_001);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(1_000);
            assertThat(seen.firstRepeated(1_000)).isEqualTo(-1);
        }
    }

    @Test
    void a_repetition_is_found_when_the_first_one_lies_in_a_temporary_file() {
        try (Seen seen = new Seen(100)) {
            for (int i = 0; i < 1_050; i++) {
                seen.add(of("event-" + i), i);
            }
            seen.add(of("event-0"), 1_050);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(1_050);
        }
    }

    @Test
    void the_empty_text_is_a_text() {
        try (Seen seen = new Seen(100)) {
            seen.add(of(""), 1);
            seen.add(of(""), 2);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(2);
        }
    }

    @Test
    void the_place_of_a_text_does_not_matter_and_each_of_its_bytes_does() {
        for (int length = 0; length < 40; length++) {
            byte[] text = new byte[length];
            Fingerprint genuine = FINGERPRINTS.of(text, 0, length);
            byte[] elsewhere = new byte[length + 20];
            Arrays.fill(elsewhere, (byte) 7);
            System.arraycopy(text, 0, elsewhere, 3, length);
            assertThat(FINGERPRINTS.of(elsewhere, 3, length)).isEqualTo(genuine);
            for (int at = 0; at < length; at++) {
                byte[] other = text.clone();
                other[at] = 1;
                assertThat(FINGERPRINTS.of(other, 0, length)).isNotEqualTo(genuine);
            }
            assertThat(FINGERPRINTS.of(new byte[length + 1], 0, length + 1)).isNotEqualTo(genuine);
        }
    }
}
