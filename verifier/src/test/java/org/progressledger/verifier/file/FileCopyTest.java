package org.progressledger.verifier.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.verifier.Verdict.Outcome.UNREADABLE;
import static org.progressledger.verifier.Verdict.Outcome.VERIFIED;
import static org.progressledger.verifier.Verdict.Outcome.WRONG;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.Finding.Kind;
import org.progressledger.verifier.Golden;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Progress;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Remark;

class FileCopyTest {
    private final List<String> lines = Golden.text("small-ledger.jsonl").lines().toList();

    @Test
    void an_export_of_the_first_release_is_verified() {
        Verdict verdict = Golden.check(Golden.export(), Golden.known());
        assertThat(verdict.outcome()).isEqualTo(VERIFIED);
        assertThat(verdict.counts().events()).isEqualTo(3);
        assertThat(verdict.counts().sealed()).isEqualTo(3);
        assertThat(verdict.remarks()).containsExactly(Remark.TILES_NOT_SEEN);
    }

    @Test
    void an_export_cut_off_anywhere_is_refused() {
        byte[] whole = Golden.export();
        for (int length = 0; length < whole.length; length += 37) {
            assertThat(Golden.check(Arrays.copyOf(whole, length), Expected.nothing())
                            .outcome())
                    .as("the first %d bytes", length)
                    .isEqualTo(WRONG);
        }
    }

    @Test
    void lines_that_were_left_out_changed_places_or_stand_twice_are_refused() {
        for (int i = 0; i < lines.size(); i++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(i);
            assertWrong(without);
            List<String> twice = new ArrayList<>(lines);
            twice.add(i, lines.get(i));
            assertWrong(twice);
            if (i > 0) {
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, i - 1, i);
                assertWrong(swapped);
            }
        }
    }

    private static void assertWrong(List<String> lines) {
        assertThat(Golden.check(String.join("\n", lines) + "\n").outcome()).isEqualTo(WRONG);
    }

    @Test
    void what_comes_before_a_damaged_line_is_looked_at_first() {
        String damaged = Golden.text("small-ledger.jsonl")
                .replaceFirst("\"payload\": \"\\{", "\"payload\": \"[")
                .replace("{\"end\"", "{\"END\"");
        Verdict verdict = Golden.check(damaged);
        assertThat(verdict.finding().orElseThrow().kind()).isEqualTo(Kind.FIELD_CHANGED);
        assertThat(verdict.finding().orElseThrow().position()).isZero();
        assertThat(verdict.finding().orElseThrow().field()).isEqualTo("events.0.payload");
    }

    @Test
    void another_spelling_of_the_same_json_is_refused() {
        Verdict verdict = Golden.check(Golden.text("small-ledger.jsonl").replaceFirst("\"size\": ", "\"size\":  "));
        assertThat(verdict.finding().orElseThrow().kind()).isEqualTo(Kind.FILE_DAMAGED);
        assertThat(verdict.finding().orElseThrow().detail()).isEqualTo("1");
    }

    @Test
    void a_file_that_is_not_there_could_not_be_read() {
        Verdict verdict =
                new LedgerCheck(Expected.nothing(), 1).check(new FileCopy(Path.of("nowhere/at-all")), Progress.SILENT);
        assertThat(verdict.outcome()).isEqualTo(UNREADABLE);
    }
}
