package org.progressledger.query.flags;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.Role;
import org.progressledger.query.asking.Points;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.FlagView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The hits of a project, for people. */
@Page
class ProjectFlagsController {
    private final ProjectPages pages;
    private final Framing framing;
    private final FlagSettings settings;
    private final Points points;

    ProjectFlagsController(ProjectPages pages, Framing framing, FlagSettings settings, Points points) {
        this.pages = pages;
        this.framing = framing;
        this.settings = settings;
        this.points = points;
    }

    @GetMapping("/projects/{code}/flags")
    ModelAndView flags(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<ProjectPages.None> held = pages.read(code, atLeast, asker, valid -> ProjectPages.None.NONE);
        List<FlagView> hits = held.flags();
        FlagsTelling telling = new FlagsTelling(settings, frame);
        return new ModelAndView(
                "projectflags",
                Map.of(
                        "page",
                        new ProjectFlagsPage(
                                frame,
                                held.head(frame),
                                Figures.day(points.today(), frame.language()),
                                telling.weights(hits),
                                hits.stream()
                                        .filter(hit -> hit.acknowledged() != null)
                                        .count(),
                                asker.role() == Role.AUDITOR,
                                telling.kinds(hits))));
    }
}
