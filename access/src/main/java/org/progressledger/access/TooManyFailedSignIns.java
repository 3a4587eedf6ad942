package org.progressledger.access;

import java.time.Duration;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.springframework.security.core.AuthenticationException;

/** The caller failed too often and has to wait. */
final class TooManyFailedSignIns extends AuthenticationException {

    private final Duration wait;

    TooManyFailedSignIns(Duration wait) {
        super("Too many failed sign-ins");
        this.wait = wait;
    }

    Duration waitTime() {
        return wait;
    }

    ProblemException problem() {
        return new ProblemException(CommonReason.TOO_MANY_ATTEMPTS).withRetryAfter(wait);
    }
}
