package org.progressledger.verifier.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Golden;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;

/** An exported ledger of which any one bit is another is never verified, and what is named lies there. */
class EveryBitIT {

    @Test
    void no_export_with_a_flipped_bit_is_verified() {
        byte[] genuine = Golden.bytes("tiny-ledger.jsonl");
        List<Integer> unnoticed = IntStream.range(0, genuine.length * 8)
                .parallel()
                .filter(bit -> {
                    byte[] flipped = genuine.clone();
                    flipped[bit / 8] ^= (byte) (1 << bit % 8);
                    Verdict verdict = Golden.check(flipped, Expected.nothing());
                    return verdict.outcome() != Outcome.WRONG
                            || !isNamed(verdict.finding().orElseThrow());
                })
                .boxed()
                .toList();
        assertThat(unnoticed).isEmpty();
    }

    private static boolean isNamed(Finding finding) {
        return finding.position() >= 0 || !finding.field().isEmpty();
    }
}
