package org.progressledger.command.batches;

import java.time.Instant;
import java.util.List;
import org.progressledger.access.Asker;
import org.progressledger.command.batches.BatchFile.State;

/** Files that were handed in together, by whom, and how far they are. */
record Batch(String batchId, Asker asker, Instant madeAt, List<BatchFile> files) {
    Batch {
        files = List.copyOf(files);
    }

    boolean isDone() {
        return count(State.WAITING) == 0;
    }

    int count(State state) {
        return (int) files.stream().filter(file -> file.state() == state).count();
    }
}
