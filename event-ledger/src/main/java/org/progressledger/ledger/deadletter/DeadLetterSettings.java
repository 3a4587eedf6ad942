package org.progressledger.ledger.deadletter;

import java.time.Duration;

/**
 * Bounds of a dead-letter queue.
 *
 * @param mostSequences that are kept; 1 or more. Of several processes that open one at the same moment each may still do so
 * @param mostLetters of one sequence; 1 or more. A sequence is one document, which the database bounds to 16 MB beside
 * @param claim how long a sequence that is processed is let alone by others, counted anew with each letter; more than 0
 * @param timeout of each operation; more than 0
 */
public record DeadLetterSettings(int mostSequences, int mostLetters, Duration claim, Duration timeout) {
    public DeadLetterSettings {
        if (mostSequences < 1 || mostLetters < 1) {
            throw new IllegalArgumentException(
                    "Not numbers of sequences and letters: " + mostSequences + ", " + mostLetters);
        }
        if (claim.toMillis() < 1 || timeout.toMillis() < 1) {
            throw new IllegalArgumentException("Not times of a claim and an operation: " + claim + ", " + timeout);
        }
    }
}
