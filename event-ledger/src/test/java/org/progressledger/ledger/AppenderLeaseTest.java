package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppenderLeaseTest {
    private static final Duration LENGTH = Duration.ofSeconds(2);
    private static final URI ONE = URI.create("http://one:8081");
    private static final URI OTHER = URI.create("http://other:8081");

    private final KeptLease store = new KeptLease();
    private long now = 1_000_000;
    private final AppenderLease one = lease("one", Optional.of(ONE));
    private final AppenderLease other = lease("other", Optional.of(OTHER));

    private AppenderLease lease(String self, Optional<URI> address) {
        return new AppenderLease(store, self, () -> address, LENGTH, () -> now);
    }

    private void pass(int millis) {
        now += Duration.ofMillis(millis).toNanos();
    }

    private void bothLookFor(int millis) {
        for (int passed = 0; passed < millis; passed += 250) {
            one.look();
            other.look();
            pass(250);
        }
    }

    @Test
    void the_first_that_looks_takes_it_and_the_other_sees_where_to_send() {
        one.look();
        other.look();
        assertThat(one.isOurs()).isTrue();
        assertThat(one.other()).isEmpty();
        assertThat(other.isOurs()).isFalse();
        assertThat(other.other()).contains(new AppenderLease.Holder(ONE, 1));
    }

    @Test
    void nobody_has_it_before_the_first_look() {
        assertThat(one.isOurs()).isFalse();
        assertThat(one.other()).isEmpty();
    }

    @Test
    void a_holder_that_beats_keeps_it() {
        bothLookFor(60_000);
        assertThat(one.isOurs()).isTrue();
        assertThat(other.other()).contains(new AppenderLease.Holder(ONE, 1));
    }

    @Test
    void a_holder_that_is_gone_is_followed_within_a_lease_and_two_looks() {
        bothLookFor(1_000);
        one.look(); // and dies
        for (int passed = 0; passed <= 2_500; passed += 250) {
            pass(250);
            other.look();
        }
        assertThat(other.isOurs()).isTrue();
    }

    @Test
    void a_holder_is_not_followed_before_a_lease_of_silence() {
        bothLookFor(1_000);
        one.look();
        other.look();
        pass(1_999);
        other.look();
        assertThat(other.isOurs()).isFalse();
    }

    @Test
    void silence_counts_from_when_it_was_heard_and_not_from_when_this_process_came() {
        one.look();
        pass(60_000);
        other.look();
        assertThat(other.isOurs()).isFalse();
        pass(2_000);
        other.look();
        assertThat(other.isOurs()).isTrue();
    }

    @Test
    void a_holder_that_was_stopped_does_not_believe_in_it_any_more_and_learns_who_has_it_now() {
        bothLookFor(1_000);
        for (int passed = 0; passed <= 3_000; passed += 250) {
            other.look();
            pass(250);
        }
        assertThat(one.isOurs()).isFalse();
        one.look();
        assertThat(one.isOurs()).isFalse();
        assertThat(one.other()).contains(new AppenderLease.Holder(OTHER, 2));
    }

    @Test
    void what_is_given_back_is_taken_at_the_next_look() {
        bothLookFor(1_000);
        one.release();
        other.look();
        assertThat(one.isOurs()).isFalse();
        assertThat(other.isOurs()).isTrue();
    }

    @Test
    void what_was_seen_is_believed_for_a_lease_while_the_database_does_not_answer() {
        bothLookFor(1_000);
        one.look();
        other.look();
        store.fails = true;
        pass(1_900);
        assertThatIllegalStateException().isThrownBy(other::look);
        assertThatIllegalStateException().isThrownBy(one::look);
        assertThat(one.isOurs()).isTrue();
        assertThat(other.other()).isPresent();
        pass(100);
        assertThat(one.isOurs()).isFalse();
        assertThat(other.other()).isEmpty();
    }

    @Test
    void whoever_cannot_say_where_it_is_leaves_it_to_others() {
        AppenderLease nowhere = lease("nowhere", Optional.empty());
        nowhere.look();
        assertThat(nowhere.isOurs()).isFalse();
        other.look();
        nowhere.look();
        assertThat(nowhere.other()).contains(new AppenderLease.Holder(OTHER, 1));
    }

    @Test
    void an_address_that_is_none_is_nobody_to_send_to() {
        store.lease = Optional.of(new LeaseStore.Seen("third", "not an address", 7, 7));
        one.look();
        assertThat(one.isOurs()).isFalse();
        assertThat(one.other()).isEmpty();
    }

    @Test
    void of_two_that_find_it_free_one_gets_it() {
        bothLookFor(1_000);
        one.release();
        store.beforeTaking = () -> store.take(store.lease.orElseThrow(), "third", ONE);
        other.look();
        assertThat(other.isOurs()).isFalse();
        other.look();
        assertThat(other.other()).isPresent();
    }

    /** The document, in memory. */
    private static final class KeptLease implements LeaseStore {
        private Optional<Seen> lease = Optional.empty();
        private boolean fails;
        private Runnable beforeTaking = () -> {};

        private void answer() {
            if (fails) {
                throw new IllegalStateException("no answer");
            }
        }

        @Override
        public Optional<Seen> read() {
            answer();
            return lease;
        }

        @Override
        public boolean create(String holder, URI address) {
            answer();
            boolean absent = lease.isEmpty();
            if (absent) {
                lease = Optional.of(new Seen(holder, address.toString(), 1, 1));
            }
            return absent;
        }

        @Override
        public boolean take(Seen asSeen, String holder, URI address) {
            answer();
            Runnable first = beforeTaking;
            beforeTaking = () -> {};
            first.run();
            boolean same = lease.filter(asSeen::equals).isPresent();
            if (same) {
                lease = Optional.of(new Seen(holder, address.toString(), asSeen.token() + 1, asSeen.beat() + 1));
            }
            return same;
        }

        private boolean isOf(String holder, long token) {
            return lease.filter(seen -> seen.holder().equals(holder) && seen.token() == token)
                    .isPresent();
        }

        @Override
        public boolean beat(String holder, long token) {
            answer();
            boolean held = isOf(holder, token);
            if (held) {
                lease = lease.map(seen -> new Seen(holder, seen.address(), token, seen.beat() + 1));
            }
            return held;
        }

        @Override
        public void release(String holder, long token) {
            answer();
            if (isOf(holder, token)) {
                lease = lease.map(seen -> new Seen("", seen.address(), token, seen.beat()));
            }
        }
    }
}
