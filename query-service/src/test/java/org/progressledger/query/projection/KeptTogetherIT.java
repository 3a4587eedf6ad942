package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.Facts.CLERK;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.Facts;
import org.progressledger.testservers.TestMongo;

/** Several that write and ask at the same time. */
class KeptTogetherIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final int WRITERS = 6;
    private static final int FOLDS = 40;
    private static final LocalDate TODAY = LocalDate.of(2021, 4, 26);

    private static final List<RecordedEvent> RECORDED = recorded();

    private static List<RecordedEvent> recorded() {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (int place = 0; place < FOLDS; place++) {
            ProjectEvent event = place == 0
                    ? Facts.registered(BANGNA, "โครงการสร้างเครือข่าย", "สำนักงานเขตบางนา", 2564, null)
                    : Facts.report(BANGNA, place, TODAY.minusDays(FOLDS - place).toString(), Integer.toString(place));
            Instant at = Instant.parse("2021-08-01T03:00:00Z").plusSeconds(place);
            recorded.add(new RecordedEvent(place, place, "event-" + place, at, "hash-" + place, event, CLERK));
        }
        return recorded;
    }

    /** Lists of flags are the same again and again, and those of reports grow. */
    private static Folded folded(long position, LocalDate today) {
        ProjectHistory history = ProjectHistory.of(RECORDED.subList(0, (int) position + 1));
        return new Folded(history, Folding.of(history, TODAY), today, null, Map.of(), "flags");
    }

    private static Shelf shelf(MongoDatabase database) {
        Shelf shelf = new Shelf(
                Shelves.durable(database.getCollection("projects")),
                new Parts(Shelves.durable(database.getCollection("parts")), 1_000));
        shelf.prepare();
        return shelf;
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void the_newest_stays_whole_whoever_writes_last(TestMongo server) throws Exception {
        MongoDatabase database = server.freshDatabase();
        Shelf shelf = shelf(database);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            List<Long> positions = new ArrayList<>();
            for (long position = 0; position < FOLDS; position++) {
                positions.add(position);
            }
            Collections.shuffle(positions, new Random(writer));
            writers.add(() -> {
                for (long position : positions) {
                    Folded folded = folded(position, TODAY);
                    if (position % 3 == 0) {
                        shelf.keepAll(List.of(folded));
                    } else {
                        shelf.keep(folded);
                    }
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        Document kept = shelf.projects().find().first();
        assertThat(kept.getLong("position")).isEqualTo(FOLDS - 1);
        Map<String, String> expected = Shelf.digests(folded(FOLDS - 1, TODAY));
        assertThat(shelf.parts(List.of(kept)).get(kept.getString("_id")))
                .allSatisfy((name, digest) -> assertThat(digest).as(name).isEqualTo(expected.get(name)));
        long named = kept.get("parts", Document.class).values().stream()
                .mapToLong(ids -> ((List<?>) ids).size())
                .sum();
        assertThat(database.getCollection("parts").countDocuments())
                .as("nothing is left of those that were replaced")
                .isEqualTo(named);
        database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void an_earlier_day_does_not_replace_a_later_one(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        Shelf shelf = shelf(database);
        shelf.keep(folded(7, TODAY));
        shelf.keep(folded(7, TODAY.minusDays(1)));
        assertThat(shelf.projects().find().first().getString("foldedOn")).isEqualTo(TODAY.toString());
        shelf.keep(folded(8, TODAY.minusDays(1)));
        assertThat(shelf.positionOf(folded(8, TODAY).code())).isEqualTo(8);
        database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void an_instance_counts_for_as_long_as_it_is_seen_to_change(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        AtomicLong now = new AtomicLong();
        Family family = Family.keeping(List.of());
        OtherInstances one = new OtherInstances(database, family, new Instance("one"), now::get);
        OtherInstances other = new OtherInstances(database, family, new Instance("other"), now::get);
        other.look();
        one.look();
        assertThat(one.count()).as("it may have been gone for long").isZero();
        other.look();
        one.look();
        assertThat(one.count()).isEqualTo(1);

        other.look();
        one.tell(Map.of(0, 17L, 1, 16L));
        one.tell(Map.of(0, 15L));
        assertThat(other.positions()).as("never back").containsExactlyInAnyOrderEntriesOf(Map.of(0, 17L, 1, 16L));

        now.addAndGet(OtherInstances.SILENT_AFTER.plus(Duration.ofSeconds(1)).toNanos());
        one.look();
        one.look();
        assertThat(one.count()).as("it did not change since").isEqualTo(1);
        now.addAndGet(OtherInstances.SILENT_AFTER.plus(Duration.ofSeconds(1)).toNanos());
        one.look();
        assertThat(one.count()).isZero();

        for (int round = 0; round < 2; round++) {
            other.look();
            one.look();
        }
        assertThat(one.count()).isEqualTo(1);
        other.leave();
        one.look();
        assertThat(one.count()).as("it said that it goes").isZero();
        database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void nobody_acts_on_generations_that_are_long_gone(TestMongo server) throws Exception {
        MongoDatabase database = server.freshDatabase();
        Family family = Family.keeping(List.of("steps_v1"));
        Generations here = new Generations(database, family);
        Generations there = new Generations(database, family);
        here.founded(3, Map.of("projects", new Generations.Model(1, List.of(1))));
        there.founded(9, Map.of());
        assertThat(there.now().from()).as("begun once").isEqualTo(3);

        here.change(models -> {
            models.computeIfPresent("projects", (name, model) -> model.feeding(2));
            return models;
        });
        Thread.sleep(Generations.KNOWN_FOR.plusMillis(50));
        assertThat(there.now().of("projects").fed()).containsExactly(1, 2);
        assertThat(there.now().of("projects").live()).isEqualTo(1);
        database.drop();
    }

    /** Of which nobody has to know before the first report. */
    private record Noted() implements AcrossProjects {
        @Override
        public String collection() {
            return "noted_v1";
        }

        @Override
        public List<Bson> indexes() {
            return List.of();
        }

        @Override
        public Document entry(ProjectHistory history, Folding folding, LocalDate today) {
            return history.version() == 1 ? new Document() : new Document("reports", history.version() - 1);
        }

        @Override
        public boolean isFollowed() {
            return true;
        }

        @Override
        public boolean isFollowed(Document entry) {
            return entry.containsKey("reports");
        }
    }

    private static Folded noted(long position) {
        Folded folded = folded(position, TODAY);
        Document entry = new Noted().entry(folded.history(), folded.folding(), TODAY);
        return new Folded(folded.history(), folded.folding(), TODAY, null, Map.of("noted_v1", entry), "flags");
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void who_follows_finds_only_what_it_has_to_know_of_and_later_things_later(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        Family family = Family.keeping(List.of("noted_v1"));
        Generations generations = new Generations(database, family);
        generations.founded(-1, Map.of("noted_v1", new Generations.Model(1, List.of(1))));
        AtomicLong now = new AtomicLong(1_000);
        List<@Nullable Long> keptAt = new ArrayList<>();
        for (long position = 0; position < 3; position++) {
            // started anew each time, and by a clock that goes back
            KeptAcross across = new KeptAcross(
                    database,
                    family,
                    generations,
                    Map.of("noted_v1", new Noted()),
                    () -> Instant.ofEpochMilli(now.getAndAdd(-100)));
            across.keepAll("noted_v1", 1, List.of(noted(position)));
            Document kept = across.documents(new Noted()).find().first();
            assertThat(kept.getLong("position")).isEqualTo(position);
            keptAt.add(kept.getLong(KeptAcross.KEPT_AT));
        }
        assertThat(keptAt).containsExactly(null, 1_000L, 1_001L);
        database.drop();
    }
}
