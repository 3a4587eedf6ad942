package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.NOON;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.ledger.AppendWire.Forwarded;
import org.progressledger.ledger.AppendWire.Outcome;
import org.progressledger.ledger.ForwardingLine.Reply;

/** What becomes of a batch that is sent to another process, whatever comes back. */
@Timeout(20)
class ForwarderTest {
    private static final URI THERE = URI.create("http://there:8081");
    private static final Duration LEASE = Duration.ofSeconds(2);
    private static final LedgerSettings SETTINGS =
            LedgerSettings.defaults().withPatience(Duration.ofSeconds(60), Duration.ofSeconds(20));

    private final List<URI> asked = new ArrayList<>();
    private CompletableFuture<Reply> reply = new CompletableFuture<>();
    private LeaseStore.Seen stands = new LeaseStore.Seen("another", THERE.toString(), 3, 5);
    private Runnable whenAsked = () -> {};
    private long now;

    private final ForwardingLine line = new ForwardingLine() {
        @Override
        public CompletableFuture<Reply> send(URI address, byte[] question) {
            asked.add(address);
            whenAsked.run();
            return reply;
        }

        @Override
        public void close() {}
    };

    private final LeaseStore store = new LeaseStore() {
        @Override
        public Optional<Seen> read() {
            return Optional.of(stands);
        }

        @Override
        public boolean create(String holder, URI address) {
            return false;
        }

        @Override
        public boolean take(Seen asSeen, String holder, URI address) {
            return false;
        }

        @Override
        public boolean beat(String holder, long token) {
            return false;
        }

        @Override
        public void release(String holder, long token) {}
    };

    private final Forwarding forwarding =
            new Forwarding(new AppenderLease(store, "this", Optional::empty, LEASE, () -> now), line, LEASE, () -> now);
    private final KnownStreams streams = new KnownStreams();
    // nothing of a database is asked for
    private Forwarder forwarder = new Forwarder(forwarding, new KnownTail(null), streams, SETTINGS);
    private final Pending one = pending(false);
    private final Pending other = pending(false);

    private static Pending pending(boolean forwarded) {
        Draft draft = new Draft(append(event("s", 0)), 10);
        return new Pending(
                draft, 100, System.nanoTime() + Duration.ofSeconds(20).toNanos(), SETTINGS, forwarded);
    }

    @BeforeEach
    void anotherAppendsForAll() {
        forwarding.appends();
        forwarding.look();
    }

    /** Half a lease, in which the other process is heard of. */
    private void passes() {
        now += LEASE.toNanos() / 2;
        stands = new LeaseStore.Seen(stands.holder(), stands.address(), stands.token(), stands.beat() + 1);
        forwarding.look();
    }

    private List<Pending> sent(Pending... batch) {
        assertThat(forwarder.takes(List.of(batch))).isTrue();
        return forwarder.tryOnce(List.of(batch));
    }

    private static Reply answered(Outcome... outcomes) {
        return new Reply(200, false, AppendWire.answer(List.of(outcomes)));
    }

    private static Throwable refusalOf(Pending append) {
        List<Throwable> refusal = new ArrayList<>();
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> append.answer().get())
                .satisfies(e -> refusal.add(e.getCause()));
        return refusal.getFirst();
    }

    @Test
    void each_append_is_answered_as_the_other_process_said() throws Exception {
        reply.complete(answered(
                new Outcome.Recorded(17, NOON), new Outcome.Refused(new SequenceConflict("s", 0, "is taken"))));
        assertThat(sent(one, other)).isEmpty();
        assertThat(one.answer().get().firstPosition()).isEqualTo(17);
        assertThat(refusalOf(other)).isInstanceOf(SequenceConflict.class);
        assertThat(asked).containsExactly(THERE);
        assertThat(streams.hold("s", 0)).isTrue();
        assertThat(forwarding.state()).isEqualTo(new ForwardingState(false, 2, 0, 0));
    }

    @Test
    void who_is_not_there_got_nothing_and_is_not_asked_for_a_while() {
        reply.completeExceptionally(new ConnectException("refused"));
        assertThat(sent(one)).containsExactly(one);
        assertThat(one.isOutcomeUnknown()).isFalse();
        assertThat(forwarder.takes(List.of(one))).isFalse();
        assertThat(forwarding.state().fellBack()).isEqualTo(1);
        now += LEASE.toNanos() / 2;
        assertThat(forwarder.takes(List.of(one))).isTrue();
    }

    @Test
    void a_lost_answer_leaves_it_in_doubt_until_it_is_looked_up() {
        for (CompletableFuture<Reply> lost : List.<CompletableFuture<Reply>>of(
                CompletableFuture.failedFuture(new IOException("connection reset")),
                CompletableFuture.completedFuture(new Reply(500, false, new byte[0])),
                CompletableFuture.completedFuture(new Reply(502, false, new byte[0])),
                CompletableFuture.completedFuture(new Reply(302, false, new byte[0])),
                CompletableFuture.completedFuture(new Reply(200, false, new byte[] {1, 2, 3})),
                CompletableFuture.completedFuture(answered()))) {
            reply = lost;
            Pending append = pending(false);
            passes();
            assertThat(sent(append)).containsExactly(append);
            assertThat(append.isOutcomeUnknown()).isTrue();
            assertThat(append.isInDoubt(true)).isTrue();
        }
    }

    @Test
    void who_turns_it_away_recorded_nothing() {
        for (int status : List.of(400, 401, 403, 404, 413)) {
            reply = CompletableFuture.completedFuture(new Reply(status, false, new byte[0]));
            Pending append = pending(false);
            passes();
            assertThat(sent(append)).containsExactly(append);
            assertThat(append.isOutcomeUnknown()).isFalse();
        }
    }

    @Test
    void that_the_other_has_too_much_to_do_is_passed_on() {
        reply.complete(new Reply(503, true, new byte[0]));
        assertThat(sent(one)).isEmpty();
        assertThat(refusalOf(one))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        refusal -> assertThat(refusal.outcomeUnknown()).isFalse());
        assertThat(forwarder.takes(List.of(other))).isTrue();
    }

    @Test
    void nobody_waits_for_one_that_does_not_append_for_all_any_more() {
        whenAsked = () -> {
            stands = new LeaseStore.Seen("third", "http://third:8081", 4, 6);
            forwarding.look();
        };
        assertThat(sent(one)).containsExactly(one);
        assertThat(one.isOutcomeUnknown()).isTrue();
        assertThat(reply).isCancelled();
    }

    @Test
    void nobody_waits_longer_than_one_exchange_may_take() {
        LedgerSettings impatient = SETTINGS.withPatience(Duration.ofMillis(60), Duration.ofSeconds(20));
        forwarder = new Forwarder(forwarding, new KnownTail(null), streams, impatient);
        assertThat(sent(one)).containsExactly(one);
        assertThat(one.isOutcomeUnknown()).isTrue();
        assertThat(reply).isCancelled();
    }

    @Test
    void what_was_sent_here_is_not_sent_on() {
        assertThat(forwarder.takes(List.of(one, pending(true)))).isFalse();
        assertThat(forwarder.takes(List.of(one))).isTrue();
    }

    @Test
    void a_refusal_that_is_not_the_ledgers_own_leaves_open_what_an_earlier_attempt_left_open() {
        Stream.of(
                        new LedgerUnavailable("the clock", false, null),
                        new ClockBehindLedger(NOON, NOON.plusSeconds(70)),
                        new AppendTooLarge("maxCommitBytes", 10, 11))
                .forEach(refusal -> {
                    Pending append = pending(false);
                    append.failed(new IOException("lost"), true);
                    append.refused(refusal);
                    assertThat(refusalOf(append))
                            .isInstanceOfSatisfying(
                                    LedgerUnavailable.class,
                                    open -> assertThat(open.outcomeUnknown()).isTrue());
                });
    }

    @Test
    void what_is_sent_bears_the_salts_and_the_patience() {
        Forwarded arrived =
                AppendWire.readQuestion(AppendWire.question(List.of(one))).getFirst();
        assertThat(arrived.payloadSalts()).containsExactly(one.draft().payloadSalt(0));
        assertThat(arrived.metadataSalts()).containsExactly(one.draft().metadataSalt(0));
    }
}
