package org.progressledger.query.projection;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while the processor stands still: its answers grow old. The log says why. */
@Component("projects")
class ProjectsHealth implements HealthIndicator {
    private final Following following;

    ProjectsHealth(Following following) {
        this.following = following;
    }

    @Override
    public Health health() {
        return following.isRunning() && following.trouble().isEmpty()
                ? Health.up().build()
                : Health.down().build();
    }
}
