package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.lang.reflect.Constructor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.LedgerUnavailable;

class PoisonTest {
    private static final DeadLetter<EventMessage<?>> LETTER =
            new GenericDeadLetter<>("50470000-3298", GenericEventMessage.asEventMessage("an event"));

    private static void isNotPutAside(RuntimeException failure) {
        assertThatThrownBy(() -> new Poison().decide(LETTER, failure)).isSameAs(failure);
        RuntimeException around = new IllegalStateException("around", failure);
        assertThatThrownBy(() -> new Poison().decide(LETTER, around)).isSameAs(around);
    }

    @Test
    void a_store_that_does_not_answer_is_no_projects_fault() {
        isNotPutAside(new MongoTimeoutException("away"));
    }

    @Test
    void a_ledger_that_does_not_answer_is_no_projects_fault() throws Exception {
        Constructor<LedgerUnavailable> any =
                LedgerUnavailable.class.getDeclaredConstructor(String.class, boolean.class, Throwable.class);
        any.setAccessible(true);
        isNotPutAside(any.newInstance("away", false, null));
    }

    @Test
    void a_service_that_stops_is_no_projects_fault() {
        RuntimeException stopped = new IllegalStateException(new InterruptedException());
        assertThatThrownBy(() -> new Poison().decide(LETTER, stopped)).isSameAs(stopped);
        RuntimeException full = new IllegalStateException(new OutOfMemoryError());
        assertThatThrownBy(() -> new Poison().decide(LETTER, full)).isSameAs(full);
    }

    @Test
    void what_a_project_itself_does_is_put_aside_without_its_words() {
        EnqueueDecision<EventMessage<?>> decision =
                new Poison().decide(LETTER, new ArithmeticException("สมชาย 081-000-0000"));
        assertThat(decision.shouldEnqueue()).isTrue();
        ThrowableCause cause = (ThrowableCause) decision.enqueueCause().orElseThrow();
        assertThat(cause.type()).isEqualTo("java.lang.ArithmeticException");
        assertThat(cause.message())
                .startsWith("org.progressledger.query.projection.PoisonTest.what_a_project_itself_does");
    }
}
