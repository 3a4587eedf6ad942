package org.progressledger.query.projection;

import com.mongodb.MongoException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down while the processor stands still: its answers grow old. The log says why. That single projects stand still is told
 * beside; the others' answers are as good as ever.
 */
@Component("projects")
class ProjectsHealth implements HealthIndicator {
    private final Following following;
    private final StandingStill standing;

    ProjectsHealth(Following following, StandingStill standing) {
        this.following = following;
        this.standing = standing;
    }

    @Override
    public Health health() {
        Health.Builder health = following.isRunning() && following.trouble().isEmpty() ? Health.up() : Health.down();
        try {
            health.withDetail("standingStill", standing.count());
        } catch (MongoException away) {
            // the store's own health says so
        }
        return health.build();
    }
}
