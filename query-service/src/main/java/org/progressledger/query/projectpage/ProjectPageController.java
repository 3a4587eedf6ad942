package org.progressledger.query.projectpage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.ProjectCode;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One project, for people. */
@Page
class ProjectPageController {
    private final ProjectDesk desk;
    private final ReadModel readModel;
    private final Agencies agencies;
    private final Framing framing;

    ProjectPageController(ProjectDesk desk, ReadModel readModel, Agencies agencies, Framing framing) {
        this.desk = desk;
        this.readModel = readModel;
        this.agencies = agencies;
        this.framing = framing;
    }

    /** What the read model holds of a project. */
    private record Held(ProjectView project, List<ReportView> reports, List<FlagView> flags) {}

    @GetMapping("/projects/{code}")
    ModelAndView project(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held held = desk.fresh(code, atLeast, asker, this::held).answer();
        return new ModelAndView(
                "projectpage", Map.of("page", Telling.of(held.project(), held.reports(), held.flags(), frame)));
    }

    private Optional<Held> held(ProjectCode code) {
        return readModel
                .project(code)
                .map(agencies::named)
                .map(project -> new Held(
                        project,
                        readModel.reports(code).orElse(List.of()),
                        readModel.flags(code).orElse(List.of())));
    }
}
