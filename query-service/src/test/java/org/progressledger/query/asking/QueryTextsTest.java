package org.progressledger.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.problems.ReasonCode;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.sending.SendingReason;

class QueryTextsTest {
    @Test
    void every_reason_has_its_text_in_both_languages() {
        assertThat(MessagesInStep.differences(
                        new QueryProblems().queryTexts(),
                        Stream.<ReasonCode>concat(
                                        Arrays.stream(QueryReason.values()), Arrays.stream(SendingReason.values()))
                                .toList()))
                .isEmpty();
    }
}
