package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppendTest {

    @Test
    void no_two_commands_share_a_key_whatever_characters_they_hold() {
        assertThat(List.of(
                        new CommandIdentity("a", "b\",\"c", null).key(),
                        new CommandIdentity("a\",\"b", "c", null).key(),
                        new CommandIdentity("", "a,b,c", null).key(),
                        new CommandIdentity("a", "b,c", null).key(),
                        new CommandIdentity("a,b", "c", null).key()))
                .doesNotHaveDuplicates();
        assertThat(new CommandIdentity("officer", "7", null).key()).isEqualTo("[\"officer\",\"7\"]");
    }

    @Test
    void refuses_the_same_event_id_twice_in_one_append() {
        assertThatExceptionOfType(DuplicateEventId.class)
                .isThrownBy(() -> new Draft(append(event("id", "a", 0), event("id", "b", 0)), 10))
                .satisfies(e -> assertThat(e.eventId()).isEqualTo("id"));
    }

    @Test
    void refuses_a_place_twice_or_left_out_in_one_append() {
        assertThatExceptionOfType(SequenceConflict.class)
                .isThrownBy(() -> new Draft(append(event("a", 4), event("a", 4)), 10))
                .satisfies(e -> assertThat(e.sequence()).isEqualTo(4));
        assertThatExceptionOfType(SequenceConflict.class)
                .isThrownBy(() -> new Draft(append(event("a", 4), event("b", 0), event("a", 6)), 10))
                .satisfies(e -> assertThat(e.stream()).isEqualTo("a"));
    }

    @Test
    void refuses_an_append_of_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> append());
    }

    @Test
    void refuses_names_that_are_empty_too_long_or_no_text() {
        for (String name : List.of("", "x".repeat(1025), "\ud800")) {
            assertThatIllegalArgumentException().isThrownBy(() -> event(name, "s", 0));
            assertThatIllegalArgumentException().isThrownBy(() -> event("id", name, 0));
            assertThatIllegalArgumentException().isThrownBy(() -> new CommandIdentity("a", name, null));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new CommandIdentity("a", "b", "not a digest"));
        assertThatIllegalArgumentException().isThrownBy(() -> event("s", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> event("s", CanonicalJson.MAX_INTEGER + 1));
    }

    @Test
    void refuses_fractions_in_metadata() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new NewEvent("id", "", "s", 0, "t", null, Examples.NOON, "{}", Map.of("percent", 12.5)))
                .withMessageContaining("percent");
    }

    @Test
    void keeps_timestamps_in_whole_milliseconds() {
        NewEvent event =
                new NewEvent("id", "", "s", 0, "t", null, Instant.parse("2026-01-01T00:00:00.123999Z"), "{}", Map.of());
        assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-01-01T00:00:00.123Z"));
    }
}
