package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both printouts are answered, as text that is kept, in the very characters in which a file has them, which is written from objects. */
@ExtendWith(SharedSystem.class)
class SamplesAsTextIT {
    private final RunningSystem system;

    SamplesAsTextIT(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer-5047", "officer-0100", "coordinator", "supervisor", "auditor", "reviewer"})
    void a_printout_is_answered_as_a_file_has_it(String username) {
        Client asker = system.as(username);
        String register = asker.ask("/projects").ok().text();
        int seen = 0;
        for (Samples sample : List.of(Samples.DISTRICT, Samples.COUNCIL)) {
            Answer answer = asker.ask("/projects/" + sample.code());
            if (answer.status() == 403) {
                continue;
            }
            String text = answer.ok().text();
            assertThat(asker.ask("/projects/" + sample.code() + "/export.json")
                            .ok()
                            .text())
                    .contains("\"project\":" + text + ",\"reports\":");
            assertThat(register).contains(text);
            seen++;
        }
        assertThat(seen).isEqualTo(username.startsWith("officer") ? 1 : 2);
    }
}
