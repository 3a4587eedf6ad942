package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.testservers.TestMongo;

/** What a commit log does with appends that come together, on any server. */
@Timeout(120)
abstract class GroupCommitContract {

    private static final LedgerSettings SETTINGS = LedgerSettings.defaults();
    private static final int SEEDS = Integer.getInteger("group.commit.seeds", 1);

    private MongoDatabase database;
    private CommitLog other;
    private FaultyLine line;
    private CommitLog log;

    abstract TestMongo server();

    @BeforeEach
    void emptyLedger() {
        database = server().freshDatabase();
        other = CommitLog.open(database, SETTINGS, InstantSource.system());
        other.append(append("recorded before", event("known", "taken", 0), event("taken", 1)));
        open(SETTINGS);
    }

    private void open(LedgerSettings settings) {
        line = new FaultyLine(database, settings);
        log = new CommitLog(line, settings, InstantSource.system());
    }

    /** An append is held up on the line, and these come while it is. */
    private List<Future<Commit>> together(List<Append> appends) {
        CountDownLatch letGo = line.holdFirst();
        Future<Commit> first = begin(append("first", 0, 1)).answer();
        line.awaitHeld();
        List<Future<Commit>> answers = appends.stream()
                .map(append -> {
                    Begun begun = begin(append);
                    begun.awaitWaiting();
                    return begun.answer();
                })
                .toList();
        letGo.countDown();
        assertThat(first).succeedsWithin(Duration.ofSeconds(FaultyLine.PATIENCE_SECONDS));
        return answers;
    }

    private record Begun(Thread thread, Future<Commit> answer) {

        void awaitWaiting() {
            while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
                Thread.onSpinWait();
            }
        }
    }

    private Begun begin(Append append) {
        FutureTask<Commit> answer = new FutureTask<>(() -> log.append(append));
        return new Begun(Thread.ofPlatform().daemon().start(answer), answer);
    }

    private static Commit recorded(Future<Commit> answer) {
        assertThat(answer).succeedsWithin(Duration.ofSeconds(FaultyLine.PATIENCE_SECONDS));
        return answer.resultNow();
    }

    private static <E extends Throwable> E refused(Future<Commit> answer, Class<E> reason) {
        List<E> refusal = new ArrayList<>();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(answer::get)
                .satisfies(e -> {
                    assertThat(e.getCause()).isInstanceOf(reason);
                    refusal.add(reason.cast(e.getCause()));
                });
        return refusal.getFirst();
    }

    private List<Append> some(int number) {
        return LongStream.range(0, number).mapToObj(i -> append("s" + i, 0, 2)).toList();
    }

    private void assertDense(long events) {
        assertThat(other.read(0, 10_000))
                .extracting(LedgerEvent::position)
                .containsExactlyElementsOf(LongStream.range(0, events).boxed().toList());
    }

    @Test
    void what_comes_while_another_is_written_is_written_together() {
        List<Commit> commits =
                together(some(5)).stream().map(GroupCommitContract::recorded).toList();
        assertThat(line.inserts).containsExactly(1, 5);
        assertThat(commits).extracting(Commit::firstPosition).containsExactly(3L, 5L, 7L, 9L, 11L);
        assertThat(commits).extracting(Commit::recordedAt).isSorted();
        assertThat(other.read(3, 10))
                .isEqualTo(commits.stream()
                        .flatMap(commit -> commit.events().stream())
                        .toList());
        assertThat(log.append(append("alone", 0, 1)).firstPosition()).isEqualTo(13);
    }

    @Test
    void a_conflict_in_the_middle_refuses_only_that_one() {
        List<Append> appends = new ArrayList<>(some(4));
        appends.add(1, append(event("t", 0), event("taken", 1)));
        appends.add(3, append(event("known", "u", 0)));
        appends.add(4, append("recorded before", event("v", 0)));
        List<Future<Commit>> answers = together(appends);
        assertThat(refused(answers.get(1), SequenceConflict.class).sequence()).isEqualTo(1);
        assertThat(refused(answers.get(3), DuplicateEventId.class).eventId()).isEqualTo("known");
        assertThat(refused(answers.get(4), CommandAlreadyRecorded.class).commit())
                .isEqualTo(other.findCommit("officer", "recorded before").orElseThrow());
        for (int i : List.of(0, 2, 5, 6)) {
            assertThat(recorded(answers.get(i)).size()).isEqualTo(2);
        }
        assertDense(3 + 4 * 2);
        assertThat(other.readStream("t", 0)).isEmpty();
        assertThat(line.inserts).containsExactly(1, 7, 3);
        assertThat(line.questions)
                .as(
                        "for a predecessor, then for all commands, ids and places, and once more for those in whose way something is")
                .hasValue(1 + 4);
    }

    @Test
    void of_those_that_want_the_same_the_first_gets_it_and_nothing_is_sent_in_vain() {
        Append twice = append("twice", event("s", 0));
        List<Future<Commit>> answers = together(
                List.of(twice, append("u", 0, 1), append("twice", event("t", 0)), append(event("u", 0)), twice));
        Commit first = recorded(answers.getFirst());
        assertThat(refused(answers.get(2), CommandAlreadyRecorded.class).commit())
                .isEqualTo(first);
        assertThat(refused(answers.get(3), SequenceConflict.class).stream()).isEqualTo("u");
        assertThat(refused(answers.get(4), CommandAlreadyRecorded.class).commit())
                .isEqualTo(first);
        assertThat(line.inserts).containsExactly(1, 2);
        assertDense(5);
    }

    @Test
    void one_that_is_too_large_leaves_its_place_to_the_next() {
        open(SETTINGS.withMaxCommitBytes(40_000));
        List<Append> appends = new ArrayList<>(some(3));
        String large = "ก".repeat(14_000); // three bytes each, one more than is guessed before
        appends.add(1, append(new NewEvent("large", "", "large", 0, "t", null, Examples.NOON, large, Map.of())));
        List<Future<Commit>> answers = together(appends);
        refused(answers.get(1), AppendTooLarge.class);
        assertThat(recorded(answers.get(3)).lastPosition()).isEqualTo(8);
        assertThat(line.inserts).containsExactly(1, 3);
        assertDense(9);
    }

    @Test
    void a_batch_whose_answer_was_lost_is_found_again() {
        List<Future<Commit>> answers = loseOfTogether(some(5), 5);
        for (int i = 0; i < 5; i++) {
            assertThat(recorded(answers.get(i)).firstPosition()).isEqualTo(3 + 2L * i);
        }
        assertDense(13);
        assertThat(line.inserts).containsExactly(1, 5);
    }

    @Test
    void of_a_batch_that_arrived_in_part_the_rest_is_sent_again() {
        List<Future<Commit>> answers = loseOfTogether(some(5), 2);
        answers.forEach(GroupCommitContract::recorded);
        assertDense(13);
        assertThat(line.inserts).containsExactly(1, 5, 3);
    }

    private List<Future<Commit>> loseOfTogether(List<Append> appends, int arriving) {
        CountDownLatch letGo = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(1);
        line.next(first -> {
            held.countDown();
            FaultyLine.await(letGo);
            line.deliver(first);
            line.next(batch -> {
                line.deliver(batch.subList(0, arriving));
                FaultyLine.lose();
            });
        });
        begin(append("first", 0, 1));
        FaultyLine.await(held);
        List<Future<Commit>> answers = new ArrayList<>();
        for (Append append : appends) {
            Begun begun = begin(append);
            begun.awaitWaiting();
            answers.add(begun.answer());
        }
        letGo.countDown();
        return answers;
    }

    @Test
    void more_than_may_wait_are_refused_at_once_and_nothing_of_them_is_kept() {
        open(SETTINGS.withMaxWaiting(3, 1 << 20));
        CountDownLatch letGo = line.holdFirst();
        List<Begun> inside = new ArrayList<>(List.of(begin(append("first", 0, 1))));
        line.awaitHeld();
        for (Append append : some(2)) {
            inside.add(begin(append));
            inside.getLast().awaitWaiting();
        }
        for (int i = 0; i < 20; i++) {
            int stream = i;
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> log.append(append("more" + stream, 0, 1)))
                    .satisfies(e -> assertThat(e.outcomeUnknown()).isFalse());
        }
        letGo.countDown();
        inside.forEach(begun -> recorded(begun.answer()));
        log.append(append("later", 0, 1));
        assertDense(2 + 1 + 4 + 1);
    }

    @Test
    void one_that_is_interrupted_while_it_waits_is_not_recorded() throws Exception {
        CountDownLatch letGo = line.holdFirst();
        begin(append("first", 0, 1));
        line.awaitHeld();
        Begun waiting = begin(append("waiting", 0, 1));
        waiting.awaitWaiting();
        waiting.thread().interrupt();
        assertThat(refused(waiting.answer(), LedgerUnavailable.class).outcomeUnknown())
                .isFalse();
        letGo.countDown();
        assertThat(log.append(append("after", 0, 1)).firstPosition()).isEqualTo(3);
        assertDense(4);
    }

    @Test
    void one_that_is_interrupted_while_it_is_written_does_not_know_and_can_ask_again() {
        line.holdFirst();
        Append asked = append("asked", event("s", 0));
        Begun writing = begin(asked);
        line.awaitHeld();
        writing.thread().interrupt();
        assertThat(refused(writing.answer(), LedgerUnavailable.class).outcomeUnknown())
                .isTrue();
        assertThat(log.append(asked).firstPosition()).isEqualTo(2);
    }

    @Test
    void one_that_waits_longer_than_it_is_patient_gives_up_and_is_not_recorded() {
        open(SETTINGS.withPatience(Duration.ofSeconds(5), Duration.ofMillis(300)));
        CountDownLatch letGo = line.holdFirst();
        Future<Commit> first = begin(append("first", 0, 1)).answer();
        line.awaitHeld();
        assertThat(refused(begin(append("waiting", 0, 1)).answer(), LedgerUnavailable.class)
                        .outcomeUnknown())
                .isFalse();
        letGo.countDown();
        recorded(first);
        log.append(append("after", 0, 1));
        assertDense(4);
    }

    @Test
    void histories_are_dense_and_nothing_is_doubled_whatever_gets_lost() throws Exception {
        for (int seed = 1; seed <= SEEDS; seed++) {
            emptyLedger();
            losing(seed);
        }
    }

    private void losing(int seed) throws Exception {
        int threads = 6;
        int appends = 8;
        List<Callable<List<Commit>>> writers = new ArrayList<>();
        for (int process = 0; process < 2; process++) {
            FaultyLine unreliable = new FaultyLine(database, SETTINGS);
            unreliable.always(unreliable.unreliable(new Random(seed * 2L + process)));
            CommitLog writing = new CommitLog(unreliable, SETTINGS, InstantSource.system());
            for (int thread = 0; thread < threads; thread++) {
                String stream = process + "-" + thread;
                writers.add(() -> LongStream.range(0, appends)
                        .mapToObj(i -> insisting(
                                writing, append(stream + "-" + i, event(stream, 2 * i), event(stream, 2 * i + 1))))
                        .toList());
            }
        }
        List<Commit> answered = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(writers.size())) {
            for (Future<List<Commit>> done : all.invokeAll(writers)) {
                answered.addAll(done.get());
            }
        }
        assertDense(2 + 2L * 2 * threads * appends);
        List<LedgerEvent> events = other.read(2, 10_000);
        assertThat(events).extracting(LedgerEvent::recordedAt).isSorted();
        assertThat(answered.stream().flatMap(commit -> commit.events().stream()).toList())
                .as("what was answered is what stands there, seed " + seed)
                .containsExactlyInAnyOrderElementsOf(events);
    }

    private static Commit insisting(CommitLog log, Append append) {
        while (true) {
            try {
                return log.append(append);
            } catch (CommandAlreadyRecorded before) {
                return before.commit();
            } catch (LedgerUnavailable again) {
                assertThat(again.outcomeUnknown()).isTrue();
            }
        }
    }
}
