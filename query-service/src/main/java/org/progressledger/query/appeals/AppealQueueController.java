package org.progressledger.query.appeals;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AppealOutcome;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reviewers' queue: appeals across projects. */
@RestController
class AppealQueueController {
    private final AppealQueue queue;
    private final ProjectDesk desk;
    private final Points points;

    AppealQueueController(AppealQueue queue, ProjectDesk desk, Points points) {
        this.queue = queue;
        this.desk = desk;
        this.points = points;
    }

    /**
     * One page of the queue.
     *
     * @param on the day on which the appeals stood so, and from which their age counts back
     */
    record AppealPage(List<AgedAppeal> items, LocalDate on, int page, int size, long total) {}

    @Operation(
            summary = "Appeals across projects, the oldest first; those of today, or of another day",
            tags = "Appeals")
    @GetMapping("/api/v1/appeals")
    ResponseEntity<AppealPage> appeals(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable AppealStatus status,
            @RequestParam(required = false) @Nullable AppealOutcome outcome,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable Integer round,
            @RequestParam(required = false) @Nullable Boolean reviewed,
            @RequestParam(required = false) @Nullable Boolean changedSinceReview,
            @RequestParam(required = false) @Nullable Boolean gaps,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(defaultValue = "age,desc") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker) {
        if (on != null) {
            Points.inRange("on", on);
        }
        Pages.check(page, size);
        AppealQuestion question = AppealQuestion.of(
                q, status, outcome, agency, fiscalYear, round, reviewed, changedSinceReview, gaps, sort);
        LocalDate today = points.today();
        return desk.answer(atLeast, () -> {
            AppealQueue.Found found = on == null || on.equals(today)
                    ? queue.today(question, today, asker, page * size, size)
                    : queue.on(on, question, asker, page * size, size);
            return new AppealPage(found.appeals(), on == null ? today : on, page, size, found.total());
        });
    }
}
