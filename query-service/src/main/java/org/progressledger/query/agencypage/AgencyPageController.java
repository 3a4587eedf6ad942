package org.progressledger.query.agencypage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.overview.Brief;
import org.progressledger.query.overview.Mini;
import org.progressledger.query.overview.Mini.More;
import org.progressledger.query.overview.Overview;
import org.progressledger.query.overview.Standing;
import org.progressledger.query.overview.Standings;
import org.progressledger.query.overview.Sums;
import org.progressledger.query.overview.WaitingRows;
import org.progressledger.query.projection.QueryReason;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One agency, for people. */
@Page
class AgencyPageController {
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");
    private static final int PROJECTS_AT_ONCE = 12;
    private static final int ROWS = 8;

    private final Standings standings;
    private final WaitingRows waiting;
    private final Agencies agencies;
    private final ProjectDesk desk;
    private final Points points;
    private final Framing framing;

    AgencyPageController(
            Standings standings,
            WaitingRows waiting,
            Agencies agencies,
            ProjectDesk desk,
            Points points,
            Framing framing) {
        this.standings = standings;
        this.waiting = waiting;
        this.agencies = agencies;
        this.desk = desk;
        this.points = points;
        this.framing = framing;
    }

    @GetMapping("/agencies/{agency}")
    ModelAndView agency(
            @PathVariable String agency,
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!CODE.matcher(agency).matches()) {
            throw Points.wrong("agency");
        }
        desk.position(atLeast);
        Agency found = agencies.register()
                .of(agency)
                .orElseThrow(() -> new ProblemException(QueryReason.AGENCY_NOT_FOUND, Map.of("agency", agency)));
        if (found.codes().stream().noneMatch(asker::sees)) {
            throw new ProblemException(QueryReason.NOT_YOUR_AGENCY, Map.of("project", agency));
        }
        Frame frame = framing.around(asker, request, response);
        List<Integer> years = standings.years(found.codes(), asker);
        int year = fiscalYear == null ? standings.usual(years) : points.fiscalYear("fiscalYear", fiscalYear);
        Standing standing = standings.of(year, found.codes(), asker);
        return new ModelAndView("agencypage", Map.of("page", page(frame, found, years, standing)));
    }

    private AgencyPage page(Frame frame, Agency agency, List<Integer> years, Standing standing) {
        Overview overview = Overview.of(standing, years, "/agencies/" + agency.code(), agency.code(), frame);
        List<Mini> projects = standing.projects().stream()
                .map(project -> new Measured(project, standings.sums(project, standing)))
                .sorted(Comparator.comparingDouble(
                        each -> each.sums().counted() == 0 ? 100 : each.sums().ahead()))
                .limit(PROJECTS_AT_ONCE)
                .map(each -> mini(each, frame))
                .toList();
        return new AgencyPage(
                frame,
                agency.code(),
                agency.name(),
                agency.codes().stream()
                        .filter(code -> !code.equals(agency.code()))
                        .toList(),
                overview,
                projects,
                standing.projects().size() > projects.size() ? overview.projectsLink() : null,
                waiting.late(standing.late().stream().limit(ROWS), frame),
                waiting.hits(standing.flagged(), ROWS, frame),
                waiting.appeals(standing.appealed(), ROWS, frame),
                waiting.paused(standing.paused().stream().limit(ROWS), frame));
    }

    private record Measured(Brief project, Sums sums) {}

    private static Mini mini(Measured each, Frame frame) {
        Brief project = each.project();
        String link = "/projects/" + project.code();
        List<More> more = new ArrayList<>();
        Frame.State state = Framing.state(project.status(), frame);
        more.add(new More("", state.word(), "state " + state.style(), state.icon()));
        if (each.sums().late() > 0) {
            more.add(new More(
                    link,
                    frame.say(
                            "waiting.late",
                            Map.of("n", Figures.count(each.sums().late()))),
                    "state state-late",
                    "#i-late"));
        }
        int hits = project.hits().size() + project.acknowledged();
        if (hits > 0) {
            more.add(new More(link + "/flags", frame.say("waiting.flags", Map.of("n", hits)), "", ""));
        }
        if (!project.appeals().isEmpty()) {
            more.add(new More(
                    link + "/appeals",
                    frame.say(
                            "waiting.appeals.of", Map.of("n", project.appeals().size())),
                    "",
                    ""));
        }
        return Mini.of(link, project.name(), each.sums(), more);
    }
}
