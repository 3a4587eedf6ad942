package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.ledger.ForwardingLine.Reply;
import org.progressledger.ledger.ForwardingRefused.Reason;
import org.progressledger.testservers.TestMongo;

/** Two ends of one ledger of which one appends for both, on any server; the way between them fails as told. */
@Timeout(60)
abstract class ForwardingContract {
    private static final LedgerSettings SETTINGS = LedgerSettings.defaults();
    private static final Duration LEASE = Duration.ofSeconds(2);

    private MongoDatabase database;
    private End holder;
    private End other;

    abstract TestMongo server();

    /** One process: its ledger, what it has to do with the other one, and the way to it. */
    private final class End implements ForwardingLine {
        final FaultyLine stored = new FaultyLine(database, SETTINGS);
        final URI address = URI.create("http://" + UUID.randomUUID());
        long skipped;
        final Forwarding forwarding = new Forwarding(
                new AppenderLease(
                        new LeaseCollection(database, SETTINGS),
                        UUID.randomUUID().toString(),
                        () -> Optional.of(address),
                        LEASE,
                        this::nanos),
                this,
                LEASE,
                this::nanos);
        final CommitLog log = new CommitLog(stored, SETTINGS, InstantSource.system(), forwarding);
        volatile Function<byte[], CompletableFuture<Reply>> way =
                question -> CompletableFuture.failedFuture(new ConnectException("nobody there"));

        private long nanos() {
            return System.nanoTime() + skipped;
        }

        void pass(Duration time) {
            skipped += time.toNanos();
        }

        Reply arrives(byte[] question) {
            try {
                return new Reply(200, false, log.appendForwarded(question));
            } catch (ForwardingRefused e) {
                return new Reply(e.reason() == Reason.UNAVAILABLE ? 503 : 404, true, new byte[0]);
            }
        }

        @Override
        public CompletableFuture<Reply> send(URI address, byte[] question) {
            return way.apply(question);
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void oneOfTwoHoldsTheLease() {
        database = server().freshDatabase();
        CommitLog.open(database, SETTINGS, InstantSource.system());
        holder = new End();
        other = new End();
        for (End end : List.of(holder, other)) {
            end.log.append(append(event("before-" + end.address, 0)));
            end.forwarding.look();
        }
        other.way = question -> CompletableFuture.completedFuture(holder.arrives(question));
        other.stored.inserts.clear();
    }

    private void isOnlyThere(Append append, Commit told) {
        assertThat(holder.log.findCommit(
                        append.command().actor(), append.command().commandId()))
                .contains(told);
        assertThat(holder.log.read(0, 100)).hasSize(2 + append.events().size());
    }

    @Test
    void the_other_appends_by_the_holder() {
        assertThat(holder.forwarding.appendsForAll()).isTrue();
        assertThat(other.forwarding.appendsForAll()).isFalse();
        Append append = append("s", 0, 3);
        isOnlyThere(append, other.log.append(append));
        assertThat(other.stored.inserts).isEmpty();
        assertThat(other.forwarding.state()).isEqualTo(new ForwardingState(false, 1, 0, 0));
        assertThat(holder.forwarding.state()).isEqualTo(new ForwardingState(true, 0, 1, 0));
    }

    @Test
    void what_the_holder_refuses_is_refused_there() {
        Append first = append("first", event("taken", "s", 0));
        Commit recorded = other.log.append(first);
        assertThatExceptionOfType(CommandAlreadyRecorded.class)
                .isThrownBy(() -> other.log.append(append("first", event("t", 0))))
                .satisfies(e -> assertThat(e.commit()).isEqualTo(recorded));
        assertThatExceptionOfType(DuplicateEventId.class)
                .isThrownBy(() -> other.log.append(append("second", event("taken", "t", 0))));
        assertThatExceptionOfType(SequenceConflict.class)
                .isThrownBy(() -> other.log.append(append("third", event("s", 0))));
        assertThatExceptionOfType(SequenceConflict.class)
                .isThrownBy(() -> other.log.append(append("fourth", event("s", 2))));
        isOnlyThere(first, recorded);
        assertThat(other.stored.inserts).isEmpty();
    }

    @Test
    void a_lost_answer_is_looked_up_and_nothing_is_recorded_twice() {
        other.way = question -> {
            holder.arrives(question);
            return CompletableFuture.failedFuture(new IOException("killed"));
        };
        Append numbered = append("s", 0, 2);
        isOnlyThere(numbered, other.log.append(numbered));
        assertThat(other.forwarding.state().fellBack()).isEqualTo(1);
    }

    @Test
    void an_append_that_nobody_numbered_is_known_again_by_its_salts() {
        other.way = question -> {
            holder.arrives(question);
            return CompletableFuture.failedFuture(new IOException("killed"));
        };
        Append append =
                new Append(CommandIdentity.ofFirstEvent("officer", "an-event"), List.of(event("an-event", "s", 0)));
        isOnlyThere(append, other.log.append(append));
    }

    @Test
    void a_question_that_is_lost_or_reaches_nobody_is_appended_at_home() {
        for (Exception lost : List.of(new IOException("lost"), new ConnectException("nobody there"))) {
            other.pass(LEASE.dividedBy(2));
            other.forwarding.look();
            other.way = question -> CompletableFuture.failedFuture(lost);
            other.log.append(append(event(UUID.randomUUID().toString(), 0)));
        }
        assertThat(other.stored.inserts).hasSizeGreaterThanOrEqualTo(2);
        assertThat(holder.log.read(0, 100)).hasSize(2 + 2);
    }

    @Test
    void a_holder_that_goes_on_after_it_was_given_up_finds_everything_recorded() {
        List<byte[]> late = new ArrayList<>();
        other.way = question -> {
            late.add(question);
            return CompletableFuture.failedFuture(new IOException("stopped"));
        };
        Append append = append("s", 0, 2);
        Commit told = other.log.append(append);
        byte[] answer = holder.arrives(late.getFirst()).body();
        assertThat(AppendWire.readAnswer(answer, 1))
                .containsExactly(new AppendWire.Outcome.Recorded(told.firstPosition(), told.recordedAt()));
        isOnlyThere(append, told);
    }

    @Test
    void what_is_recorded_between_two_questions_for_it_does_not_stand_in_its_own_way() {
        List<byte[]> late = new ArrayList<>();
        other.way = question -> {
            late.add(question);
            return CompletableFuture.failedFuture(new IOException("stopped"));
        };
        // the look that follows finds no such command, then the holder goes on
        other.stored.beforeNextKnown(() -> holder.arrives(late.getFirst()));
        Append append = append("s", 0, 2);
        isOnlyThere(append, other.log.append(append));
    }

    @Test
    void a_holder_that_is_not_one_any_more_turns_away_what_comes() {
        holder.forwarding.stepDown();
        assertThat(holder.forwarding.appendsForAll()).isFalse();
        assertThatExceptionOfType(ForwardingRefused.class)
                .isThrownBy(() -> holder.log.appendForwarded(new byte[0]))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_THE_APPENDER));
        Append append = append("s", 0, 1);
        isOnlyThere(append, other.log.append(append));
        other.forwarding.look();
        assertThat(other.forwarding.appendsForAll()).isTrue();
    }

    @Test
    void nonsense_is_not_understood_and_records_nothing() {
        assertThatExceptionOfType(ForwardingRefused.class)
                .isThrownBy(() -> holder.log.appendForwarded(new byte[] {1, 2, 3}))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_UNDERSTOOD));
    }

    @Test
    void a_holder_that_dies_is_followed_and_its_last_appends_are_there() {
        Append append = append("s", 0, 1);
        other.log.append(append);
        other.forwarding.look(); // the last sign of life
        other.pass(LEASE);
        other.forwarding.appends();
        other.forwarding.look();
        assertThat(other.forwarding.appendsForAll()).isTrue();
        other.log.append(append("s", 1, 1));
        assertThat(other.stored.inserts).isNotEmpty();
        assertThat(holder.log.readStream("s", 0)).hasSize(2);
        holder.pass(LEASE);
        holder.forwarding.appends();
        holder.forwarding.look();
        assertThat(holder.forwarding.appendsForAll()).isFalse();
    }

    @Test
    void a_lease_is_given_back_when_nothing_was_appended_for_a_while() {
        holder.pass(Duration.ofSeconds(31));
        holder.forwarding.look();
        assertThat(holder.forwarding.appendsForAll()).isFalse();
        other.forwarding.look();
        assertThat(other.forwarding.appendsForAll()).isTrue();
    }

    @Test
    void who_claims_beside_another_lets_it_in_before_its_next_insert() {
        End claiming = new End();
        for (int i = 0; i < 2; i++) {
            // another process took the place, so that this one learns that it is not alone
            holder.log.append(append(event(UUID.randomUUID().toString(), 0)));
            claiming.log.append(append(event(UUID.randomUUID().toString(), 0)));
        }
        claiming.stored.inserts.clear();
        List<Commit> letIn = new ArrayList<>();
        claiming.stored.beforeNextLook(
                () -> letIn.add(holder.log.append(append(event(UUID.randomUUID().toString(), 0)))));
        Commit behind = claiming.log.append(append("s", 0, 1));
        assertThat(letIn).extracting(Commit::lastPosition).containsExactly(behind.firstPosition() - 1);
        assertThat(claiming.stored.inserts).as("it was not lost").containsExactly(1);
    }
}
