package org.progressledger.problems;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import java.time.Duration;
import java.util.Optional;

/** A MongoDB server that cannot be reached, or not in time, is not the caller's fault and soon over. */
final class MongoReading implements ProblemReading {

    private static final Duration COME_BACK = Duration.ofSeconds(2);

    @Override
    public Optional<ProblemException> read(Throwable thrown) {
        return switch (thrown) {
            case MongoTimeoutException e -> unavailable(e);
            case MongoSocketException e -> unavailable(e);
            case MongoNotPrimaryException e -> unavailable(e);
            case MongoNodeIsRecoveringException e -> unavailable(e);
            case MongoServerUnavailableException e -> unavailable(e);
            case MongoWriteConcernException e -> unavailable(e);
            case MongoExecutionTimeoutException e -> unavailable(e);
            case MongoInterruptedException e -> unavailable(e);
            default -> Optional.empty();
        };
    }

    private static Optional<ProblemException> unavailable(Throwable cause) {
        return Optional.of(new ProblemException(CommonReason.STORE_UNAVAILABLE)
                .withRetryAfter(COME_BACK)
                .causedBy(cause));
    }
}
