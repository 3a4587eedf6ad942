package org.progressledger.query.projection;

import org.progressledger.problems.ProblemException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks now and then whether a day has come on which facts begin to count; only where the ledger is followed. */
@Component
class NewDay {
    private final ProjectProjection projection;
    private final Following following;

    NewDay(ProjectProjection projection, Following following) {
        this.projection = projection;
        this.following = following;
    }

    @Scheduled(fixedDelayString = "${progress-ledger.query.due-check:60s}")
    void look() {
        // another instance may follow some projects, and looks after these
        if (following.isFollowing()) {
            try {
                projection.foldWhatIsDue(following::follows);
            } catch (ProblemException notYet) {
                // all of it is still being built, as of today
            }
        }
    }
}
