package org.progressledger.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesInStepTest {

    private enum Astray implements ReasonCode {
        KNOWN,
        ONLY_ENGLISH,
        OTHER_PLACES,
        NOWHERE;

        @Override
        public int status() {
            return 400;
        }
    }

    @Test
    void every_common_code_has_its_text_in_both_languages() {
        assertThat(MessagesInStep.differences(
                        ProblemsAutoConfiguration.COMMON_MESSAGES, List.of(CommonReason.values())))
                .isEmpty();
    }

    @Test
    void names_whatever_is_out_of_step() {
        assertThat(MessagesInStep.differences(new MessageBundle("messages/astray"), List.of(Astray.values())))
                .containsExactly(
                        "NOWHERE: no Thai text",
                        "ONLY_ENGLISH: no Thai text",
                        "ORPHAN: belongs to no code",
                        "OTHER_PLACES: Thai fills [c], English [b]");
    }

    @Test
    void two_bundles_may_not_speak_for_one_code() {
        MessageBundle sample = new MessageBundle("messages/sample");
        assertThatThrownBy(() -> new Texts(List.of(sample, sample))).hasMessageContaining("PROGRESS_WENT_BACKWARDS");
    }
}
