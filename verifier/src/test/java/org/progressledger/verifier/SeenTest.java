package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenTest {

    @Test
    void texts_that_differ_are_not_taken_for_the_same() {
        try (Seen seen = new Seen(1_000_000)) {
            for (int i = 0; i < 20_000; i++) {
                seen.add("event-" + i, i);
            }
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(-1);
        }
    }

    @Test
    void the_first_text_that_came_twice_is_named_by_its_second_position() {
        try (Seen seen = new Seen(1_000_000)) {
            for (int i = 0; i < 1_000; i++) {
                seen.add("event-" + i, i);
            }
            seen.add("event-700", 1_000);
            seen.add("event-3", 1_001);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(1_000);
            assertThat(seen.firstRepeated(1_000)).isEqualTo(-1);
        }
    }

    @Test
    void a_repetition_is_found_when_the_first_one_lies_in_a_temporary_file() {
        try (Seen seen = new Seen(100)) {
            for (int i = 0; i < 1_050; i++) {
                seen.add("event-" + i, i);
            }
            seen.add("event-0", 1_050);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(1_050);
        }
    }

    @Test
    void the_empty_text_is_a_text() {
        try (Seen seen = new Seen(100)) {
            seen.add("", 1);
            seen.add("", 2);
            assertThat(seen.firstRepeated(Long.MAX_VALUE)).isEqualTo(2);
        }
    }
}
