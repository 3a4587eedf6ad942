package org.progressledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    private final List<Integer> done = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void what_comes_of_the_work_is_handed_on_in_order(int threads) {
        try (Pipeline pipeline = new Pipeline(threads)) {
            IntStream.range(0, 2_000).forEach(i -> pipeline.add(10, () -> () -> done.add(i)));
            pipeline.finish();
        }
        assertThat(done).isEqualTo(IntStream.range(0, 2_000).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failure_is_thrown_after_all_that_came_before_it(int threads) {
        try (Pipeline pipeline = new Pipeline(threads)) {
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> {
                for (int i = 0; i < 1_000; i++) {
                    int number = i;
                    pipeline.add(10, () -> {
                        if (number == 500) {
                            throw new IllegalStateException();
                        }
                        return () -> done.add(number);
                    });
                }
                pipeline.finish();
            });
            assertThat(pipeline.hasFailed()).isTrue();
        }
        assertThat(done).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void work_that_was_not_finished_is_still_in_hand() {
        try (Pipeline pipeline = new Pipeline(2)) {
            pipeline.add(10, () -> () -> done.add(1));
            assertThat(done).isEmpty();
            assertThat(pipeline.hasFailed()).isFalse();
            pipeline.finish();
        }
        assertThat(done).containsExactly(1);
    }
}
