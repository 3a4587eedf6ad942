package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.ledger.Examples.append;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.testservers.TestMongo;

/** What a commit log does when many write to it at once, on any server. */
@Timeout(120)
abstract class RacingContract {

    private static final int THREADS_PER_LOG = 8;
    private static final int APPENDS_PER_THREAD = 12;

    abstract TestMongo server();

    @Test
    void positions_are_dense_whoever_races_for_them() throws Exception {
        MongoDatabase database = server().freshDatabase();
        List<CommitLog> processes = List.of(open(database), open(database));
        List<Callable<List<Commit>>> writers = new ArrayList<>();
        for (int writer = 0; writer < processes.size() * THREADS_PER_LOG; writer++) {
            CommitLog log = processes.get(writer % processes.size());
            String stream = "stream-" + writer;
            writers.add(() -> IntStream.range(0, APPENDS_PER_THREAD)
                    .mapToObj(i -> log.append(append(stream, 2L * i, 2)))
                    .toList());
        }
        List<Commit> answered = all(writers);

        List<LedgerEvent> events = open(database).read(0, 10_000);
        assertThat(events)
                .extracting(LedgerEvent::position)
                .containsExactlyElementsOf(LongStream.range(0, 2L * writers.size() * APPENDS_PER_THREAD)
                        .boxed()
                        .toList());
        assertThat(events).extracting(LedgerEvent::recordedAt).isSorted();
        assertThat(answered.stream().flatMap(commit -> commit.events().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(events);
        for (int writer = 0; writer < writers.size(); writer++) {
            assertThat(processes.getFirst().readStream("stream-" + writer, 0)).hasSize(2 * APPENDS_PER_THREAD);
        }
    }

    @Test
    void of_many_who_want_the_same_place_one_gets_it() throws Exception {
        MongoDatabase database = server().freshDatabase();
        List<CommitLog> processes = List.of(open(database), open(database));
        List<Callable<List<Commit>>> writers = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            CommitLog log = processes.get(writer % processes.size());
            writers.add(() -> {
                try {
                    return List.of(log.append(append("contested", 0, 3)));
                } catch (SequenceConflict lost) {
                    return List.of();
                }
            });
        }
        List<Commit> won = all(writers);
        assertThat(won).hasSize(1);
        assertThat(open(database).read(0, 100)).isEqualTo(won.getFirst().events());
    }

    @Test
    void a_reader_beside_the_writers_never_sees_a_gap() throws Exception {
        MongoDatabase database = server().freshDatabase();
        CommitLog log = open(database);
        CommitLog other = open(database);
        CommitLog reader = open(database);
        int appends = 60;
        List<Callable<List<Commit>>> all = new ArrayList<>();
        for (CommitLog writing : List.of(log, other)) {
            all.add(() -> IntStream.range(0, appends)
                    .mapToObj(i -> writing.append(append("s" + writing.hashCode(), i, 1)))
                    .toList());
        }
        List<Long> seen = new ArrayList<>();
        all.add(() -> {
            while (seen.size() < 2 * appends) {
                reader.read(seen.size(), 7).forEach(event -> seen.add(event.position()));
            }
            return List.of();
        });
        all(all);
        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.range(0, 2L * appends).boxed().toList());
    }

    private static List<Commit> all(List<Callable<List<Commit>>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Commit> commits = new ArrayList<>();
            for (Future<List<Commit>> done : threads.invokeAll(work)) {
                commits.addAll(done.get());
            }
            return commits;
        }
    }

    private static CommitLog open(MongoDatabase database) {
        return CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
    }
}
