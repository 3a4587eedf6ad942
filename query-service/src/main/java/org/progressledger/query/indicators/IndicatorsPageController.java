package org.progressledger.query.indicators;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.frame.ProjectPages.None;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The indicators of a project and the coordinators' scores, for people. */
@Page
class IndicatorsPageController {
    private final ProjectPages pages;
    private final Framing framing;
    private final Doors doors;

    IndicatorsPageController(ProjectPages pages, Framing framing, Doors doors) {
        this.doors = doors;
        this.pages = pages;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/indicators")
    ModelAndView indicators(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<None> held = pages.read(code, atLeast, asker, valid -> None.NONE);
        return new ModelAndView(
                        "indicators",
                        Map.of("page", new IndicatorsTelling(held.project(), frame).page(held.head(frame))))
                .addObject("done", FormDesk.doneWords(done, frame))
                .addObject("records", doors.open(asker, "/projects/" + code + "/indicators/new"));
    }
}
