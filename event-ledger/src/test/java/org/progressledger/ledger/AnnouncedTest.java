package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;

/** What is kept of the commits that the server announced. */
class AnnouncedTest {
    private final LedgerInMemory ledger = new LedgerInMemory().add(100, 1);
    private long now;

    private Announced announced(long bytes) {
        return new Announced(bytes, () -> now);
    }

    private RawBsonDocument document(long position) {
        return CommitDocument.of(ledger.at(position));
    }

    private int size(long position) {
        return document(position).getByteBuffer().remaining();
    }

    @Test
    void a_commit_is_found_by_the_position_that_it_begins_at() {
        Announced announced = announced(1 << 20);
        announced.add(document(7));
        assertThat(announced.at(7)).contains(ledger.at(7));
        assertThat(announced.at(6)).isEmpty();
        assertThat(announced.at(8)).isEmpty();
    }

    @Test
    void the_newest_are_kept_as_far_as_there_is_room() {
        Announced announced = announced(3L * size(50) + size(50) / 2);
        for (long position = 50; position < 60; position++) {
            announced.add(document(position));
        }
        assertThat(announced.at(56)).isEmpty();
        for (long position = 57; position < 60; position++) {
            assertThat(announced.at(position)).contains(ledger.at(position));
        }
    }

    @Test
    void the_same_announced_twice_takes_the_room_of_one() {
        Announced announced = announced(2L * size(50) + size(50) / 2);
        announced.add(document(50));
        for (int again = 0; again < 5; again++) {
            announced.add(document(51));
        }
        assertThat(announced.at(50)).isPresent();
    }

    @Test
    void one_larger_than_all_room_is_not_kept() {
        Announced announced = announced(size(7) - 1);
        announced.add(document(7));
        assertThat(announced.at(7)).isEmpty();
    }

    @Test
    void what_was_announced_a_while_ago_is_asked_for() {
        Announced announced = announced(1 << 20);
        announced.add(document(7));
        now = TimeUnit.SECONDS.toNanos(10);
        assertThat(announced.at(7)).isPresent();
        now++;
        assertThat(announced.at(7)).isEmpty();
    }

    @Test
    void what_is_damaged_is_not_told() {
        BsonDocument changed = document(7).decode(new BsonDocumentCodec());
        changed.put("actor", new BsonString("nobody"));
        Announced announced = announced(1 << 20);
        announced.add(new RawBsonDocument(changed, new BsonDocumentCodec()));
        assertThat(announced.at(7)).isEmpty();
    }

    @Test
    void all_is_forgotten_when_nothing_is_announced_any_more() {
        Announced announced = announced(1 << 20);
        announced.add(document(7));
        announced.forget();
        assertThat(announced.at(7)).isEmpty();
    }
}
