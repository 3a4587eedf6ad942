package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IndexWatchTest {
    private final AtomicLong nanos = new AtomicLong(7);
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<List<String>> missing = new AtomicReference<>(List.of());
    private final IndexWatch watch = new IndexWatch(
            () -> {
                looks.incrementAndGet();
                return missing.get();
            },
            Duration.ofSeconds(1),
            nanos::get);

    private void later(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Test
    void nothing_is_recorded_while_an_index_is_missing_and_all_goes_on_when_it_is_back() {
        assertThatCode(watch::refuseIfMissing).doesNotThrowAnyException();
        missing.set(List.of("keys"));
        later(Duration.ofSeconds(1));
        for (int again = 0; again < 2; again++) {
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(watch::refuseIfMissing)
                    .withMessageContaining("[keys]")
                    .satisfies(refused -> assertThat(refused.outcomeUnknown()).isFalse());
        }
        missing.set(List.of());
        later(Duration.ofSeconds(1));
        assertThatCode(watch::refuseIfMissing).doesNotThrowAnyException();
    }

    @Test
    void the_database_is_asked_once_a_second_however_much_is_recorded() {
        for (int append = 0; append < 1_000; append++) {
            watch.refuseIfMissing();
            later(Duration.ofMillis(5));
        }
        assertThat(looks.get()).isEqualTo(4);
    }
}
