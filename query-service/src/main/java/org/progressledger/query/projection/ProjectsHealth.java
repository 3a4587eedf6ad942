package org.progressledger.query.projection;

import com.mongodb.MongoException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while the processor stands still: its answers grow old. Down too while this release still builds what it answers from:
 * whoever shares the load asks another instance. The log says why. That single projects stand still is told
 * beside; the others' answers are as good as ever.
 */
@Component("projects")
class ProjectsHealth implements HealthIndicator {
    private final Following following;
    private final StandingStill standing;
    private final Rebuilding rebuilding;

    ProjectsHealth(Following following, StandingStill standing, Rebuilding rebuilding) {
        this.following = following;
        this.standing = standing;
        this.rebuilding = rebuilding;
    }

    @Override
    public Health health() {
        boolean follows = following.isRunning() && following.trouble().isEmpty();
        try {
            boolean isReady = rebuilding.isReady();
            Health.Builder health = follows && isReady ? Health.up() : Health.down();
            return health.withDetail("built", isReady)
                    .withDetail("standingStill", standing.count())
                    .build();
        } catch (MongoException away) {
            // the store's own health says so
            return (follows ? Health.up() : Health.down()).build();
        }
    }
}
