package org.progressledger.query.asof;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectHistory;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.Snapshot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A project played event by event, for people. */
@Page
class HistoryPageController {
    private final ProjectPages pages;
    private final Past past;
    private final Framing framing;
    private final AsOfSettings settings;

    HistoryPageController(ProjectPages pages, Past past, Framing framing, AsOfSettings settings) {
        this.pages = pages;
        this.past = past;
        this.framing = framing;
        this.settings = settings;
    }

    @GetMapping("/projects/{code}/history")
    ModelAndView history(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long at,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<ProjectHistory> held =
                pages.read(code, atLeast, asker, valid -> past.recorded(valid).orElseThrow());
        HistoryTelling telling = new HistoryTelling(
                frame, held.project().projectCode(), Snapshot.timeline(held.part()), settings.comparedWords());
        return new ModelAndView(
                "history", Map.of("page", telling.page(held.head(frame), past.step(held.part(), at, asker))));
    }
}
