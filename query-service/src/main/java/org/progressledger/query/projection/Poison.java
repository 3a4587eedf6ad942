package org.progressledger.query.projection;

import com.mongodb.MongoException;
import java.util.Arrays;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.progressledger.events.UnknownEventException;
import org.progressledger.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether what failed is one project's own fault. A store that does not answer, a ledger that is damaged, or a release too old
 * for what is recorded is no project's: then nothing is put aside, and the processor tries again, however often.
 */
final class Poison implements EnqueuePolicy<EventMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(Poison.class);
    private static final String OURS = "org.progressledger.";
    private static final int DEEPEST = 20;

    /** @throws RuntimeException the failure itself, if it is no project's own fault */
    @Override
    public EnqueueDecision<EventMessage<?>> decide(DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        if (isNobodysFault(failure)) {
            throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
        }
        LOG.error(
                "Event {} cannot be shown: its project stands still",
                letter.message().getIdentifier(),
                failure);
        // an exception's words may be those of a form: what is kept names the program alone
        return Decisions.enqueue(new ThrowableCause(failure.getClass().getName(), place(failure)));
    }

    static boolean isNobodysFault(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof LedgerException
                    || cause instanceof MongoException
                    || cause instanceof UnknownEventException
                    || cause instanceof InterruptedException
                    || cause instanceof Error) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String place(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        Optional<StackTraceElement> ours = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
        return ours.or(() -> Arrays.stream(trace).findFirst())
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
    }
}
