package org.progressledger.query.start;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.EndpointRules;
import org.progressledger.access.Role;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Doors;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.overview.Mini;
import org.progressledger.query.overview.Overview;
import org.progressledger.query.overview.Standing;
import org.progressledger.query.overview.Standings;
import org.progressledger.query.overview.WaitingRows;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Where everybody begins. */
@Page
class StartPageController {
    private static final int AGENCIES_AT_ONCE = 16;
    private static final int ROWS = 5;

    private final Standings standings;
    private final WaitingRows waiting;
    private final ProjectDesk desk;
    private final Points points;
    private final Framing framing;
    private final EndpointRules rules;
    private final Doors doors;

    StartPageController(
            Standings standings,
            WaitingRows waiting,
            ProjectDesk desk,
            Points points,
            Framing framing,
            EndpointRules rules,
            Doors doors) {
        this.standings = standings;
        this.waiting = waiting;
        this.desk = desk;
        this.points = points;
        this.framing = framing;
        this.rules = rules;
        this.doors = doors;
    }

    @GetMapping("/")
    ModelAndView start(
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String agencies,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        String elsewhere = beginsAt(asker.role());
        if (elsewhere != null) {
            return new ModelAndView(new RedirectView(elsewhere));
        }
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        List<Integer> years = standings.years(asker);
        int year = fiscalYear == null ? standings.usual(years) : points.fiscalYear("fiscalYear", fiscalYear);
        Standing standing = standings.of(year, asker);
        int all = standing.agencies().size();
        boolean whole = "all".equals(agencies) || all <= AGENCIES_AT_ONCE;
        return new ModelAndView(
                "start",
                Map.of(
                        "page",
                        new StartPage(
                                frame,
                                Overview.of(standing, years, "/", null, frame),
                                asker.role() == Role.OFFICER
                                        ? DutiesOf.projects(
                                                standings.everyYears(asker), points.today(), standings::dueOn, frame)
                                        : null,
                                doors.open(asker, "/projects/new"),
                                standing.agencies().stream()
                                        .limit(whole ? all : AGENCIES_AT_ONCE)
                                        .map(each -> mini(each, year, frame))
                                        .toList(),
                                Figures.count(all),
                                whole ? null : "/?fiscalYear=" + year + "&agencies=all#h-agencies",
                                waiting.late(standing.late().stream().limit(ROWS), frame),
                                waiting.hits(standing.flagged(), ROWS, frame),
                                waiting.appeals(standing.appealed(), ROWS, frame),
                                waiting.paused(standing.paused().stream().limit(ROWS), frame))));
    }

    /** Another page than this, for those whose work is elsewhere. */
    private @Nullable String beginsAt(Role role) {
        return switch (role) {
            case REVIEWER -> isThere("/appeals") ? "/appeals" : null;
            case ADMIN -> isThere("/accounts") ? "/accounts" : "/account";
            case OFFICER, COORDINATOR, SUPERVISOR, AUDITOR -> null;
        };
    }

    private boolean isThere(String page) {
        return rules.decidingRow(HttpMethod.GET, page)
                .filter(row -> row.pathPattern().equals(page))
                .isPresent();
    }

    private static Mini mini(Standing.OfAgency each, int year, Frame frame) {
        String code = each.agency().code();
        String selection = "?agency=" + code + "&fiscalYear=" + year;
        List<Mini.More> more = new ArrayList<>();
        more.add(new Mini.More(
                "/projects" + selection,
                frame.say(
                        "waiting.projects",
                        Map.of("n", Figures.count(each.sums().projects()))),
                "",
                ""));
        more.addAll(Overview.waiting(each.sums(), selection, frame));
        return Mini.of(
                "/agencies/" + code + "?fiscalYear=" + year, each.agency().name(), each.sums(), more);
    }
}
