package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The hashed metadata is fixed for ever. */
class EnvelopeTest {

    private static final Tail END = new Tail(41, Examples.NOON);

    @Test
    void the_envelope_is_this_text() {
        Commit commit = new Draft(append("7", event("id", "s", 0)), 10).at(END, Duration.ofSeconds(1), Examples.NOON);
        assertThat(commit.events().getFirst().metadataJson())
                .isEqualTo("{\"aggregateType\":\"project\",\"commit\":{\"actor\":\"officer\",\"commandId\":\"7\","
                        + "\"first\":41,\"requestDigest\":\"" + Examples.DIGEST + "\",\"size\":1},\"eventId\":\"id\","
                        + "\"timestamp\":\"2026-11-23T05:00:00.123Z\",\"values\":{\"actor\":\"officer\",\"late\":true,"
                        + "\"lines\":[[1,4]],\"source\":{\"n\":7}}}");
    }

    @Test
    void every_event_and_every_text_has_a_salt_of_its_own() {
        Commit commit = new Draft(append("s", 0, 3), 10).at(END, Duration.ofSeconds(1), Examples.NOON);
        assertThat(commit.events())
                .extracting(LedgerEvent::payload)
                .containsOnly(commit.events().getFirst().payload());
        assertThat(commit.events()).extracting(LedgerEvent::payloadHash).doesNotHaveDuplicates();
        assertThat(commit.events())
                .flatExtracting(LedgerEvent::payloadSalt, LedgerEvent::metadataSalt)
                .doesNotHaveDuplicates()
                .allSatisfy(salt -> assertThat((String) salt).hasSize(64));
    }

    @Test
    void hashes_are_sha_256_of_salt_and_text() {
        // printf '\x00\x01abc' | sha256sum, the salt written in hex
        assertThat(SaltedHash.of("0001", "abc"))
                .isEqualTo("c038ae3bc0bc351d1a67b5446f000f21df05e24bdfd434e905afd2c3eaf801e4");
    }

    @Test
    void what_is_stored_is_what_is_read() {
        Commit commit = new Draft(append("s", 0, 3), 10).at(END, Duration.ofSeconds(1), Examples.NOON);
        assertThat(CommitCheck.read(CommitDocument.of(commit))).isEqualTo(commit);
    }
}
