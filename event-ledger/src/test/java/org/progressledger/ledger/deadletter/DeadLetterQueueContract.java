package org.progressledger.ledger.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.axonframework.serialization.TestSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;

/** Axon's own contract of a sequenced dead-letter queue, and what ours promises beside. */
abstract class DeadLetterQueueContract extends SequencedDeadLetterQueueTest<EventMessage<?>> {
    private static final int MOST = 24;
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final LetterContent CONTENT = new SerializedContent(TestSerializer.XSTREAM.getSerializer());
    private static final InstantSource CLOCK = () -> GenericDeadLetter.clock.instant();

    private final MongoDatabase database = server().freshDatabase();

    abstract TestMongo server();

    private MongoDeadLetterQueue queue(int mostSequences, int mostLetters, InstantSource clock) {
        return new MongoDeadLetterQueue(
                database,
                "letters",
                CONTENT,
                new DeadLetterSettings(mostSequences, mostLetters, CLAIM, Duration.ofSeconds(30)),
                clock);
    }

    @AfterEach
    void letTimeGoOn() {
        GenericDeadLetter.clock = Clock.systemUTC();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        return queue(MOST, MOST, CLOCK);
    }

    @Override
    protected long maxSequences() {
        return MOST;
    }

    @Override
    protected long maxSequenceSize() {
        return MOST;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("sequence", generateEvent(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequence", generateEvent());
    }

    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        return letter instanceof KeptLetter ? letter : KeptLetter.of("sequence", 0, letter, CONTENT, CLOCK);
    }

    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = clock;
    }

    /** Messages know no equality: all that they hold is compared. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        EventMessage<?> message = actual.message();
        assertThat((Object) message.getPayload()).isEqualTo(expected.message().getPayload());
        assertThat(message.getMetaData()).isEqualTo(expected.message().getMetaData());
        assertThat(message.getIdentifier()).isEqualTo(expected.message().getIdentifier());
        assertThat(message.getTimestamp()).isEqualTo(expected.message().getTimestamp());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isEqualTo(expected.enqueuedAt());
        assertThat(actual.lastTouched()).isEqualTo(expected.lastTouched());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    @Test
    void an_event_that_fails_again_with_its_batch_is_in_the_queue_once() {
        MongoDeadLetterQueue queue = queue(2, 2, CLOCK);
        DeadLetter<EventMessage<?>> first = generateInitialLetter();
        DeadLetter<EventMessage<?>> second = generateFollowUpLetter();
        for (int time = 0; time < 3; time++) {
            queue.enqueue("a", first);
            assertThat(queue.enqueueIfPresent("a", () -> second)).isTrue();
            assertThat(queue.enqueueIfPresent("a", () -> first)).isTrue();
        }
        assertThat(queue.lettersOf("a")).extracting(KeptLetter::index).containsExactly(0L, 1L);
    }

    @Test
    void a_queue_with_as_many_sequences_as_may_be_refuses_another_and_nothing_else() {
        MongoDeadLetterQueue queue = queue(1, 2, CLOCK);
        queue.enqueue("a", generateInitialLetter());
        DeadLetter<EventMessage<?>> other = generateInitialLetter();
        assertThatThrownBy(() -> queue.enqueue("b", other)).isInstanceOf(DeadLetterQueueOverflowException.class);

        assertThat(queue.enqueueIfPresent("b", () -> other)).isFalse();
        assertThat(queue.enqueueIfPresent("a", () -> other)).isTrue();
    }

    @Test
    void an_index_is_not_given_twice_while_its_sequence_is_there() {
        MongoDeadLetterQueue queue = queue(1, 3, CLOCK);
        queue.enqueue("a", generateInitialLetter());
        queue.enqueue("a", generateFollowUpLetter());
        queue.evict(queue.lettersOf("a").get(1));
        queue.enqueue("a", generateFollowUpLetter());
        assertThat(queue.lettersOf("a")).extracting(KeptLetter::index).containsExactly(0L, 2L);
    }

    @Test
    void refuses_to_evict_what_is_no_letter_of_its_kind() {
        MongoDeadLetterQueue queue = queue(1, 1, CLOCK);
        DeadLetter<EventMessage<?>> foreign = generateInitialLetter();
        assertThatThrownBy(() -> queue.evict(foreign)).isInstanceOf(WrongDeadLetterTypeException.class);
    }

    @Test
    void a_letter_that_is_gone_does_not_evict_the_one_that_came_in_its_place() {
        MongoDeadLetterQueue queue = queue(1, 1, CLOCK);
        queue.enqueue("a", generateInitialLetter());
        KeptLetter gone = queue.lettersOf("a").getFirst();
        queue.evict(gone);
        queue.enqueue("a", generateInitialLetter());
        queue.evict(gone);
        assertThat(queue.contains("a")).isTrue();
    }

    @Test
    void a_claim_ends_when_its_process_is_gone_and_the_slow_one_evicts_nothing_of_the_next() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        MongoDeadLetterQueue slow = queue(1, 3, now::get);
        MongoDeadLetterQueue next = queue(1, 3, now::get);
        slow.enqueue("a", generateInitialLetter());
        slow.enqueue("a", generateFollowUpLetter());
        List<String> told = new ArrayList<>();

        boolean done = slow.process(letter -> {
            now.set(now.get().plus(CLAIM).minusMillis(1));
            assertThat(next.process(other -> Decisions.evict())).as("claimed").isFalse();
            now.set(now.get().plusMillis(1));
            assertThat(next.process(other -> {
                        told.add("next");
                        return Decisions.requeue(new IllegalStateException("still"));
                    }))
                    .isFalse();
            return Decisions.evict();
        });

        assertThat(told).containsExactly("next");
        assertThat(done).as("it had lost its claim").isFalse();
        assertThat(slow.sequenceSize("a")).isEqualTo(2);
        assertThat(next.process(letter -> Decisions.evict()))
                .as("nobody has it now")
                .isTrue();
        assertThat(next.size()).isZero();
    }

    @Test
    void what_a_task_throws_leaves_the_letter_where_it_was_and_claimed_by_nobody() {
        MongoDeadLetterQueue queue = queue(1, 1, CLOCK);
        queue.enqueue("a", generateInitialLetter());
        Document before = database.getCollection("letters").find().first();
        assertThatThrownBy(() -> queue.process(letter -> {
                    throw new IllegalStateException("the store is away");
                }))
                .hasMessage("the store is away");
        Document after = database.getCollection("letters").find().first();
        assertThat(after.get("letters")).isEqualTo(before.get("letters"));
        assertThat(queue.process(letter -> Decisions.evict())).isTrue();
    }

    @Test
    void what_comes_while_the_last_letter_is_processed_is_processed_too() {
        MongoDeadLetterQueue queue = queue(1, 2, CLOCK);
        DeadLetter<EventMessage<?>> late = generateFollowUpLetter();
        queue.enqueue("a", generateInitialLetter());
        List<String> told = new ArrayList<>();
        assertThat(queue.process(letter -> {
                    told.add(letter.message().getIdentifier());
                    queue.enqueueIfPresent("a", () -> late);
                    return Decisions.evict();
                }))
                .isTrue();
        assertThat(told).hasSize(2).last().isEqualTo(late.message().getIdentifier());
        assertThat(queue.contains("a")).isFalse();
    }

    @Test
    void many_that_enqueue_and_process_at_once_tell_each_letter_once_and_in_order() throws Exception {
        int writers = 3;
        int each = 12;
        Set<String> enqueued = ConcurrentHashMap.newKeySet();
        List<String> told = java.util.Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService pool = Executors.newFixedThreadPool(writers + 2)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                MongoDeadLetterQueue queue = queue(2, writers * each, InstantSource.system());
                String sequence = "s" + writer % 2;
                writing.add(pool.submit(() -> {
                    for (int no = 0; no < each; no++) {
                        DeadLetter<EventMessage<?>> letter = generateFollowUpLetter();
                        queue.enqueue(sequence, letter);
                        enqueued.add(letter.message().getIdentifier());
                    }
                }));
            }
            List<Future<?>> processing = new ArrayList<>();
            for (int processor = 0; processor < 2; processor++) {
                MongoDeadLetterQueue queue = queue(2, writers * each, InstantSource.system());
                processing.add(pool.submit(() -> {
                    while (!writing.stream().allMatch(Future::isDone) || queue.size() > 0) {
                        queue.process(letter -> {
                            told.add(letter.message().getIdentifier());
                            return Decisions.evict();
                        });
                    }
                }));
            }
            for (Future<?> part : writing) {
                part.get();
            }
            for (Future<?> part : processing) {
                part.get();
            }
        }
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(enqueued);
    }

    @Test
    void an_event_of_an_aggregate_is_kept_whole() {
        MongoDeadLetterQueue queue = queue(1, 1, CLOCK);
        DomainEventMessage<String> event =
                new GenericDomainEventMessage<>("Site", "site-1", 7, "inspected", MetaData.with("actor", "somchai"));
        queue.enqueue("a", new GenericDeadLetter<>("a", event));
        DomainEventMessage<?> read = (DomainEventMessage<?>)
                StreamSupport.stream(queue.deadLetterSequence("a").spliterator(), false)
                        .findFirst()
                        .orElseThrow()
                        .message();
        assertThat(read.getType()).isEqualTo("Site");
        assertThat(read.getAggregateIdentifier()).isEqualTo("site-1");
        assertThat(read.getSequenceNumber()).isEqualTo(7);
        assertThat((Object) read.getPayload()).isEqualTo("inspected");
        assertThat(read.getMetaData()).isEqualTo(event.getMetaData());
        assertThat(read.getTimestamp()).isEqualTo(event.getTimestamp());
    }
}
