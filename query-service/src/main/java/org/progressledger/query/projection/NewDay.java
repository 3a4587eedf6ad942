package org.progressledger.query.projection;

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
        // another instance that follows writes these documents, and two writers could overtake each other
        if (following.isFollowing()) {
            projection.foldWhatIsDue();
        }
    }
}
