package org.progressledger.query.deadletters;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.projection.Discard;
import org.progressledger.query.projection.Mending;
import org.progressledger.query.projection.Standstill;
import org.springframework.stereotype.Component;

/** What an administrator may do about a project that stands still, by program and on the page alike. */
@Component
class DeadLetterDesk {
    /** Characters of a reason. */
    static final int LONGEST_REASON = 500;

    private final Mending mending;

    DeadLetterDesk(Mending mending) {
        this.mending = mending;
    }

    /** What the project still stands still before; empty if it goes on. */
    Optional<Standstill> retry(String project) {
        return mending.retry(ProjectDesk.code(project));
    }

    /** @throws ProblemException for a reason that is none, or too long */
    Discard discard(String project, @Nullable String reason, Asker asker) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", "reason"));
        }
        return mending.discard(
                ProjectDesk.code(project),
                new Discard.Saying(asker.id(), asker.role().name(), said));
    }
}
