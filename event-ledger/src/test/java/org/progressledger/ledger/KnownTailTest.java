package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a process knows of the ledger's end while several of its threads read and append. */
class KnownTailTest {
    private final CommitCollection commits = mock(CommitCollection.class);
    private final KnownTail tail = new KnownTail(commits);

    private static Commit commit(long position) {
        return new Commit(position, 1, Examples.NOON.plusMillis(position), "officer", "c" + position, null, List.of());
    }

    /** The ledger holds these positions, and another thread appends while it is looked at. */
    private void holding(List<Long> held, Runnable meanwhile) {
        when(commits.lastBySort()).thenReturn(Optional.of(commit(0)));
        when(commits.beginningIn(anyLong(), anyLong())).thenAnswer(asked -> {
            long start = asked.getArgument(0);
            long end = asked.getArgument(1);
            List<Commit> found = new ArrayList<>(LongStream.range(start, end)
                    .filter(held::contains)
                    .mapToObj(KnownTailTest::commit)
                    .toList());
            if (found.size() > 1) {
                meanwhile.run();
            }
            return found;
        });
        when(commits.at(anyLong()))
                .thenAnswer(asked -> Optional.of(asked.<Long>getArgument(0))
                        .filter(held::contains)
                        .map(KnownTailTest::commit));
        tail.lastSeen();
    }

    @Test
    void the_end_is_followed_to_the_last_commit() {
        holding(LongStream.range(0, 300).boxed().toList(), () -> {});
        assertThat(tail.lookAgain().next()).isEqualTo(300);
    }

    @Test
    void an_append_beyond_what_was_just_found_is_no_damage() {
        // of the commits that were found nothing is missing, though another thread knows of 100 already
        holding(LongStream.range(0, 101).boxed().toList(), () -> tail.saw(commit(100)));
        assertThat(tail.lookAgain().next()).isEqualTo(101);
    }

    @Test
    void a_commit_that_is_not_there_though_later_ones_are_is_named() {
        List<Long> held = new ArrayList<>(LongStream.range(0, 20).boxed().toList());
        held.remove(5L);
        holding(held, () -> {});
        assertThatExceptionOfType(LedgerDamaged.class)
                .isThrownBy(tail::lookAgain)
                .satisfies(damage -> assertThat(damage.position()).isEqualTo(5));
    }
}
