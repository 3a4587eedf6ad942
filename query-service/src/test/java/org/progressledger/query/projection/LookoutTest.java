package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final long LONG = TimeUnit.SECONDS.toNanos(60);

    private final AtomicLong end = new AtomicLong(7);
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger askedAtOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Lookout lookout = new Lookout(this::ask, Duration.ofMillis(2));

    private long ask() {
        mostAtOnce.accumulateAndGet(askedAtOnce.incrementAndGet(), Math::max);
        asked.incrementAndGet();
        askedAtOnce.decrementAndGet();
        return end.get();
    }

    private void await(long position, long nanos) {
        try {
            lookout.await(position, nanos);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void all_that_wait_are_woken_by_what_one_of_them_sees() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> waiting = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                waiting.add(threads.submit(() -> await(7, LONG)));
            }
            while (asked.get() < 5) {
                Thread.sleep(1);
            }
            assertThat(waiting).as("nothing came").noneMatch(Future::isDone);
            end.set(8);
            for (Future<?> one : waiting) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void whoever_waits_no_longer_leaves_the_looking_to_another() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> brief = threads.submit(() -> await(7, TimeUnit.MILLISECONDS.toNanos(20)));
            Future<?> lasting = threads.submit(() -> await(7, LONG));
            brief.get(30, TimeUnit.SECONDS);
            end.set(9);
            lasting.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_was_seen_already_is_not_waited_for() {
        await(6, LONG);
        int before = asked.get();
        await(3, LONG);
        assertThat(asked).hasValue(before);
    }

    @Test
    void a_server_that_does_not_answer_is_told_to_whoever_looked() {
        Lookout failing = new Lookout(
                () -> {
                    throw new IllegalStateException("away");
                },
                Duration.ofMillis(1));
        assertThatThrownBy(() -> failing.await(0, LONG)).hasMessage("away");
        assertThatThrownBy(() -> failing.await(0, LONG)).hasMessage("away");
    }
}
