package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.problems.ReasonCode;
import org.progressledger.query.sending.SendingReason;

class MessagesTest {
    @Test
    void every_reason_has_a_thai_and_an_english_sentence() {
        assertThat(MessagesInStep.differences(
                        new MessageBundle("messages/queries"),
                        Stream.<ReasonCode>concat(
                                        Arrays.stream(QueryReason.values()), Arrays.stream(SendingReason.values()))
                                .toList()))
                .isEmpty();
    }
}
