package org.progressledger.access;

import java.util.Optional;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReading;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;

/** What Spring Security throws inside a controller, past the chain's own handling. */
final class DeniedReading implements ProblemReading {

    @Override
    public Optional<ProblemException> read(Throwable thrown) {
        return switch (thrown) {
            case AccessDeniedException denied -> Optional.of(new ProblemException(CommonReason.FORBIDDEN));
            case TooManyFailedSignIns tooMany -> Optional.of(tooMany.problem());
            case AuthenticationException nobody -> Optional.of(new ProblemException(CommonReason.UNAUTHENTICATED));
            // a header or parameter that the firewall looks at only when it is read
            case RequestRejectedException rejected -> Optional.of(new ProblemException(CommonReason.BAD_REQUEST));
            default -> Optional.empty();
        };
    }
}
