package org.progressledger.query.projectpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.forms.FormDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One project, for people. */
@Page
class ProjectPageController {
    private final ProjectPages pages;
    private final ReadModel readModel;
    private final Framing framing;
    private final Doings doings;

    ProjectPageController(ProjectPages pages, ReadModel readModel, Framing framing, Doings doings) {
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
        this.doings = doings;
    }

    @GetMapping("/projects/{code}")
    ModelAndView project(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @RequestParam(defaultValue = "") String done,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<List<ReportView>> held = pages.read(
                code, atLeast, asker, valid -> readModel.reports(valid).orElse(List.of()));
        return new ModelAndView(
                        "projectpage", Map.of("page", Telling.of(held.project(), held.part(), held.flags(), frame)))
                .addObject("done", FormDesk.doneWords(done, frame))
                .addObject("doings", doings.of(asker, held.project(), frame))
                .addObject("corrects", doings.corrects(asker, held.project()))
                .addObject("returns", doings.returns(asker, held.project()));
    }
}
