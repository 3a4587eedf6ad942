package org.progressledger.query.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.progressledger.problems.trace.Trace;
import org.slf4j.MDC;

class TracedProjectionTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static String loggedWhileProjected(Map<String, ?> metadata) throws Exception {
        EventMessage<?> event = new GenericEventMessage<>("an event", metadata);
        DefaultUnitOfWork<EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
        try {
            return (String) new TracedProjection.OfEvent().handle(work, () -> MDC.get(Trace.TRACE_ID));
        } finally {
            work.rollback();
        }
    }

    @Test
    void what_is_logged_while_an_event_is_projected_bears_the_id_under_which_it_was_recorded() throws Exception {
        assertThat(loggedWhileProjected(Map.of("traceId", TRACE))).isEqualTo(TRACE);
        assertThat(MDC.get(Trace.TRACE_ID)).isNull();
        assertThat(loggedWhileProjected(Map.of())).isNull();
    }
}
