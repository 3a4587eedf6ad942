package org.progressledger.query.deadletters;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.projection.Discard;
import org.progressledger.query.projection.StandingStill;
import org.progressledger.query.projection.Standstill;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Projects that stand still. */
@RestController
class DeadLettersController {
    private final StandingStill standing;
    private final DeadLetterDesk desk;

    DeadLettersController(StandingStill standing, DeadLetterDesk desk) {
        this.standing = standing;
        this.desk = desk;
    }

    /** Those that stand still, tried longest ago first; what was given up, the latest first, at most 200. */
    record DeadLetters(List<Standstill> items, List<Discard> discards) {}

    /** What came of another try; {@code left} is absent where the project goes on. */
    record Tried(
            String project,
            boolean mended,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Standstill left) {}

    /** Why events are given up; 1 to 500 characters. */
    record Why(@Nullable String reason) {}

    @Operation(
            summary = "Projects that stand still before an event that cannot be shown, and what was given up",
            tags = "Dead letters")
    @GetMapping("/api/v1/dead-letters")
    DeadLetters deadLetters() {
        return new DeadLetters(standing.all(), standing.discarded());
    }

    @Operation(summary = "Try again to show a project that stands still", tags = "Dead letters")
    @PostMapping("/api/v1/dead-letters/{project}/retry")
    Tried retryDeadLetters(@PathVariable String project) {
        Standstill left = desk.retry(project).orElse(null);
        return new Tried(project, left == null, left);
    }

    @Operation(summary = "Give up what a project stands still before, with a reason", tags = "Dead letters")
    @PostMapping("/api/v1/dead-letters/{project}/discard")
    Discard discardDeadLetters(@PathVariable String project, @RequestBody Why why, @CurrentAsker Asker asker) {
        return desk.discard(project, why.reason(), asker);
    }
}
