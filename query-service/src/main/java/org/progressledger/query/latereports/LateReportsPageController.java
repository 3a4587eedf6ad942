package org.progressledger.query.latereports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.overview.Standing;
import org.progressledger.query.overview.Standings;
import org.progressledger.query.overview.WaitingRows;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reports that were due and are not there, for people. */
@Page
class LateReportsPageController {
    private static final int ON_A_PAGE = 50;
    private static final int MOST_PAGES = 100_000;

    private final Standings standings;
    private final WaitingRows waiting;
    private final Agencies agencies;
    private final ProjectDesk desk;
    private final Points points;
    private final Framing framing;

    LateReportsPageController(
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

    @GetMapping("/late-reports")
    ModelAndView late(
            @RequestParam(required = false) @Nullable Integer fiscalYear,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (page < 1 || page > MOST_PAGES) {
            throw Points.wrong("page");
        }
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        int year = fiscalYear == null
                ? standings.usual(standings.years(asker))
                : points.fiscalYear("fiscalYear", fiscalYear);
        Agency of = agency == null ? null : agencies.register().of(agency).orElseThrow(() -> Points.wrong("agency"));
        Standing standing = of == null ? standings.of(year, asker) : standings.of(year, of.codes(), asker);
        long first = (long) (page - 1) * ON_A_PAGE;
        List<WaitingRows.Late> rows =
                waiting.late(standing.late().stream().skip(first).limit(ON_A_PAGE), frame);
        long total = standing.late().size();
        String selection = "/late-reports?fiscalYear=" + year + (of == null ? "" : "&agency=" + of.code()) + "&page=";
        return new ModelAndView(
                "latereports",
                Map.of(
                        "page",
                        new LateReportsPage(
                                frame,
                                Figures.year(year, frame.language()),
                                Figures.count(standing.all().late()),
                                Figures.count(total),
                                of == null ? null : of.name(),
                                rows,
                                first + 1,
                                first + rows.size(),
                                page == 1 ? null : selection + (page - 1),
                                first + rows.size() < total ? selection + (page + 1) : null)));
    }
}
