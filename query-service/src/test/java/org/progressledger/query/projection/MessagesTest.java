package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;

class MessagesTest {
    @Test
    void every_reason_has_a_thai_and_an_english_sentence() {
        assertThat(MessagesInStep.differences(new MessageBundle("messages/queries"), List.of(QueryReason.values())))
                .isEmpty();
    }
}
