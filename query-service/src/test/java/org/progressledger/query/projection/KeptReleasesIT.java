package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.Generations.Model;
import org.progressledger.query.projection.KeptReleases.KeptRelease;
import org.progressledger.testservers.TestMongo;

/** What is thrown away of another release, as the server has it. */
class KeptReleasesIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final Family OWN = new Family("v5_1a2b3c4d");
    private static final Family OLD = new Family("v4_0badcafe");
    private static final Family OLDER = new Family("v3_0badcafe");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static KeptReleases releases(MongoDatabase database) {
        for (Family family : List.of(OWN, OLD, OLDER)) {
            database.getCollection(family.collection("projects", 1))
                    .insertOne(new Document("_id", "50470001-0001").append("text", "x".repeat(1_000)));
            new Generations(database, family).founded(0, Map.of("projects", new Model(1, List.of(1))));
        }
        return new KeptReleases(database, OWN, InstantSource.system());
    }

    private static TreeSet<String> collections(MongoDatabase database) {
        return database.listCollectionNames().into(new TreeSet<>());
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void each_release_is_told_with_its_size_and_one_of_them_goes(TestMongo server) throws Exception {
        MongoDatabase database = server.freshDatabase();
        KeptReleases releases = releases(database);

        assertThat(releases.all())
                .extracting(KeptRelease::release)
                .containsExactly(OWN.name(), OLD.name(), OLDER.name());
        assertThat(releases.all()).allSatisfy(each -> {
            assertThat(each.collections()).isEqualTo(2);
            assertThat(each.documents()).isEqualTo(2);
            assertThat(each.bytes()).isBetween(1_000L, 2_000L);
            assertThat(each.inUse()).isEqualTo(each.answersHere());
        });

        List<String> ended = new ArrayList<>();
        assertThat(releases.drop(OLD.name(), ended::add).documents()).isEqualTo(2);

        assertThat(ended).containsExactly(OLD.name());
        assertThat(collections(database))
                .containsExactlyInAnyOrder(
                        OWN.collection("generations"),
                        OWN.collection("projects", 1),
                        OLDER.collection("generations"),
                        OLDER.collection("projects", 1));
        database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_release_that_is_started_while_it_is_thrown_away_keeps_what_it_builds(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        KeptReleases releases = releases(database);
        Generations comesBack = new Generations(database, OLD);
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> {
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (comesBack.asked().version() != 0 && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            comesBack.founded(0, Map.of("projects", new Model(0, List.of(1))));
        });

        assertInUse(releases);

        started.join();
        assertThat(collections(database)).contains(OLD.collection("projects", 1), OLD.collection("generations"));
        assertThat(comesBack.asked().of("projects").live()).isZero();
        database.drop();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_release_of_which_an_instance_starts_just_now_is_in_use(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        KeptReleases releases = releases(database);
        new Generations(database, OLD).startsAt(Instant.now());
        assertThat(releases.all())
                .filteredOn(KeptRelease::inUse)
                .extracting(KeptRelease::release)
                .containsExactly(OWN.name(), OLD.name());
        assertInUse(releases);

        new Generations(database, OLD).startsAt(Instant.now().minus(SignsOfLife.SILENT_AFTER));
        CompletableFuture<Void> firstBeat = CompletableFuture.runAsync(
                () -> database.getCollection(OLD.collection("instances"))
                        .insertOne(new Document("_id", "one").append("beat", 1L)),
                CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
        assertInUse(releases);
        firstBeat.join();
        assertThat(collections(database)).contains(OLD.collection("projects", 1));
        database.drop();
    }

    private static void assertInUse(KeptReleases releases) {
        assertThatThrownBy(() -> releases.drop(OLD.name(), ended -> {}))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(QueryReason.RELEASE_IN_USE));
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void an_instance_whose_answers_were_thrown_away_changes_nothing_and_says_so(TestMongo server) {
        MongoDatabase database = server.freshDatabase();
        releases(database);
        Generations comesBack = new Generations(database, OLD);
        comesBack.forget();
        assertThatThrownBy(() -> comesBack.change(models -> models))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("thrown away");
        database.drop();
    }
}
