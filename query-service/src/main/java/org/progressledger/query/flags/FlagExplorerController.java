package org.progressledger.query.flags;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AuditFlag;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyAsked;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.flags.FlagSearch.Explored;
import org.progressledger.query.flags.FlagSearch.Question;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.TypedDate;
import org.progressledger.query.frame.TypedYear;
import org.progressledger.query.overview.Standings;
import org.progressledger.query.projection.FlagView.Severity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What auditors should look at, across projects, for people. */
@Page
class FlagExplorerController {
    private final FlagSearch search;
    private final ProjectDesk desk;
    private final Points points;
    private final Agencies agencies;
    private final Standings standings;
    private final Framing framing;

    FlagExplorerController(
            FlagSearch search,
            ProjectDesk desk,
            Points points,
            Agencies agencies,
            Standings standings,
            Framing framing) {
        this.search = search;
        this.desk = desk;
        this.points = points;
        this.agencies = agencies;
        this.standings = standings;
        this.framing = framing;
    }

    @GetMapping("/flags")
    ModelAndView explorer(
            @RequestParam(required = false) @Nullable AuditFlag flag,
            @RequestParam(required = false) @Nullable Severity severity,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String fiscalYear,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        LocalDate typed = TypedDate.of("on", on);
        LocalDate day = typed == null ? points.today() : Points.inRange("on", typed);
        Pages.check(page - 1, FlagExplorerShown.ON_A_PAGE);
        AgencyAsked asked = agency.isBlank() ? null : AgencyAsked.of(agency);
        Integer year = fiscalYear.isBlank() ? null : points.typedYear("fiscalYear", TypedYear.buddhist(fiscalYear));
        Question question = new Question(flag, severity, acknowledged, asked, year, null);
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        boolean isToday = day.equals(points.today());
        int skip = (page - 1) * FlagExplorerShown.ON_A_PAGE;
        Explored explored = isToday
                ? search.exploreToday(question, asker, skip, FlagExplorerShown.ON_A_PAGE)
                : search.exploreOn(day, question, asker, skip, FlagExplorerShown.ON_A_PAGE);
        FlagExplorerShown shown =
                new FlagExplorerShown(frame, asker, question, agency.strip(), on.strip(), day, isToday);
        return new ModelAndView(
                "flagexplorer",
                Map.of("page", shown.page(explored, page, agencies.register(), standings.years(asker))));
    }
}
