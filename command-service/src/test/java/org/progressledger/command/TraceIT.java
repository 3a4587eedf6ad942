package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import org.junit.jupiter.api.Test;
import org.progressledger.command.Office.Answer;
import org.progressledger.ledger.CommitLog;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** One id leads from whoever asked to what was recorded, or refused. */
@OnEmbeddedStore
class TraceIT {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Office office = Office.on(TestMongo.embedded());

    private Object recordedTrace(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return office.part(CommitLog.class)
                .read(answer.position(), 1)
                .getFirst()
                .metadata()
                .get("traceId");
    }

    @Test
    void an_event_and_a_refusal_bear_the_id_that_the_caller_sent() {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";

        Answer recorded = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "traceparent", PARENT);
        Answer refused = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10), "traceparent", PARENT);

        assertThat(recordedTrace(recorded)).isEqualTo(TRACE);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("traceId").asString()).isEqualTo(TRACE);
    }

    @Test
    void where_a_caller_sends_none_one_begins_here() {
        String at = "/api/v1/projects/" + office.newProject() + "/reports";

        Answer recorded = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10));
        Answer refused = office.post(OFFICER, at, Office.report(1, "2020-10-28", 10));

        assertThat(recordedTrace(recorded).toString()).matches("[0-9a-f]{32}");
        assertThat(refused.body().path("traceId").asString())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(recordedTrace(recorded));
    }
}
