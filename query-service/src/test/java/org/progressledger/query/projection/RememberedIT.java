package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.problems.ProblemException;
import org.progressledger.testservers.TestMongo;

/** What is held in memory beside what is kept. */
class RememberedIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Two generations of words by code, and how far they have come. */
    private static final class Office {
        final MongoDatabase database;
        final AtomicLong position = new AtomicLong();
        final Set<String> unreadable = ConcurrentHashMap.newKeySet();
        volatile String generation = "g1";

        Office(TestMongo server) {
            database = server.freshDatabase();
        }

        private MongoCollection<Document> words() {
            return database.getCollection(generation);
        }

        void keep(String code, String word, long keptAt) {
            words().replaceOne(
                            Filters.eq("_id", code),
                            new Document("word", word).append("keptAt", keptAt),
                            new ReplaceOptions().upsert(true));
        }

        private String read(Document document) {
            String word = document.getString("word");
            if (unreadable.contains(word)) {
                throw new IllegalStateException(word);
            }
            return word;
        }

        Remembered<String, List<String>> remembered(Duration oldest, Duration patience) {
            return new Remembered<>(
                    this::words,
                    new Remembered.Reading<>(List.of("word"), this::read, List::copyOf),
                    position::get,
                    oldest,
                    patience);
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_was_kept_is_read_as_soon_as_the_position_moved_and_is_one_and_the_same_until_then(TestMongo server) {
        Office office = new Office(server);
        Remembered<String, List<String>> remembered = office.remembered(SELDOM, PATIENCE);
        assertThat(remembered.all()).isEmpty();

        office.keep("b", "two", 100_002);
        office.keep("a", "one", 100_001);
        office.words().insertOne(new Document("_id", "c").append("word", "of which nobody has to know"));
        assertThat(remembered.all()).as("nobody said so").isEmpty();
        office.position.set(1);
        List<String> two = remembered.all();
        assertThat(two).as("by code").containsExactly("one", "two");

        office.position.set(2);
        assertThat(remembered.all()).as("nothing changed").isSameAs(two);
        office.keep("a", "uno", 100_003);
        office.keep("d", "late, by a clock that is behind", 95_000);
        office.position.set(3);
        assertThat(remembered.all()).containsExactly("uno", "two", "late, by a clock that is behind");
        assertThat(two).as("what was given stays").containsExactly("one", "two");
        office.database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void who_knows_of_something_newer_has_it_read_though_the_position_did_not_move(TestMongo server) {
        Office office = new Office(server);
        Remembered<String, List<String>> remembered = office.remembered(SELDOM, PATIENCE);
        assertThat(remembered.all()).isEmpty();
        office.keep("a", "one", 1);
        assertThat(remembered.all()).isEmpty();
        assertThat(remembered.anew()).containsExactly("one");
        assertThat(remembered.all()).containsExactly("one");
        office.database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_escaped_is_looked_for_now_and_then_even_where_others_read_all_the_time(TestMongo server) {
        Office office = new Office(server);
        office.keep("a", "one", 100_001);
        Remembered<String, List<String>> seldom = office.remembered(SELDOM, PATIENCE);
        Remembered<String, List<String>> often = office.remembered(Duration.ZERO, PATIENCE);
        assertThat(seldom.all()).isEqualTo(often.all()).containsExactly("one");

        office.keep("a", "uno", 5);
        office.keep("b", "two", 6);
        office.position.set(1);
        assertThat(seldom.all()).containsExactly("one");
        assertThat(often.all()).containsExactly("uno", "two");
        assertThat(often.all()).as("nothing changed since").isSameAs(often.all());
        office.database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_a_replay_built_anew_is_read_as_a_whole(TestMongo server) {
        Office office = new Office(server);
        office.keep("a", "one", 100_001);
        office.keep("b", "two", 100_002);
        Remembered<String, List<String>> remembered = office.remembered(SELDOM, PATIENCE);
        assertThat(remembered.all()).containsExactly("one", "two");

        office.generation = "g2";
        office.keep("b", "due", 2);
        office.position.set(1);
        assertThat(remembered.all()).containsExactly("due");
        office.database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void what_could_not_be_read_is_read_the_next_time(TestMongo server) {
        Office office = new Office(server);
        Remembered<String, List<String>> remembered = office.remembered(SELDOM, PATIENCE);
        assertThat(remembered.all()).isEmpty();
        office.keep("a", "one", 1);
        office.keep("b", "two", 100_002);
        office.unreadable.add("two");
        office.position.set(1);
        assertThatThrownBy(remembered::all).isInstanceOf(IllegalStateException.class);
        office.unreadable.clear();
        assertThat(remembered.all()).containsExactly("one", "two");
        office.database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void nobody_waits_for_ever_while_others_read(TestMongo server) throws InterruptedException {
        Office office = new Office(server);
        office.keep("a", "one", 1);
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Remembered<String, List<String>> remembered = new Remembered<>(
                office::words,
                new Remembered.Reading<>(
                        List.of("word"),
                        document -> {
                            reads.countDown();
                            await(goesOn);
                            return Objects.requireNonNull(document.getString("word"));
                        },
                        List::copyOf),
                office.position::get,
                SELDOM,
                Duration.ofMillis(1));
        AtomicBoolean isRead = new AtomicBoolean();
        Thread other =
                Thread.ofVirtual().start(() -> isRead.set(remembered.all().equals(List.of("one"))));
        reads.await();
        assertThatThrownBy(remembered::all)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.reason().name()).isEqualTo("TEMPORARILY_UNAVAILABLE"));
        goesOn.countDown();
        other.join();
        assertThat(isRead).isTrue();
        assertThat(remembered.all()).containsExactly("one");
        office.database.drop();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
