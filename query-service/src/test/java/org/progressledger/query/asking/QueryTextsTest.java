package org.progressledger.query.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.query.projection.QueryReason;

class QueryTextsTest {
    @Test
    void every_reason_has_its_text_in_both_languages() {
        assertThat(MessagesInStep.differences(new QueryProblems().queryTexts(), List.of(QueryReason.values())))
                .isEmpty();
    }
}
