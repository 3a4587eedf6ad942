package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Reading by position where commits are so large that a look finds only some of them. */
class CommitReaderTest {
    private static final int COMMITS = 40;
    private static final int FOUND_AT_ONCE = 3;

    private static Commit commit(long position) {
        return new Commit(position, 1, at(position), "officer", "c" + position, null, List.of());
    }

    private static Instant at(long position) {
        return Examples.NOON.plusSeconds(position);
    }

    @Test
    void a_look_that_finds_only_the_first_large_commits_is_no_damage() {
        CommitCollection commits = mock(CommitCollection.class);
        when(commits.lastBySort()).thenReturn(Optional.of(commit(COMMITS - 1)));
        when(commits.beginningIn(anyLong(), anyLong()))
                .thenAnswer(asked -> LongStream.range(asked.getArgument(0), asked.getArgument(1))
                        .filter(position -> position < COMMITS)
                        .limit(FOUND_AT_ONCE)
                        .mapToObj(CommitReaderTest::commit)
                        .toList());
        CommitReader reader = new CommitReader(
                commits, new KnownTail(commits), new Announced(0, System::nanoTime), LedgerSettings.defaults());
        for (long position = 0; position < COMMITS; position++) {
            assertThat(reader.firstRecordedSince(at(position))).isEqualTo(position);
        }
    }
}
