package org.progressledger.query.latereports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choices;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.TypedYear;
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
            @RequestParam(defaultValue = "") String fiscalYear,
            @RequestParam(defaultValue = "") String agency,
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
        List<Integer> years = standings.years(asker);
        int year = fiscalYear.isBlank()
                ? standings.usual(years)
                : points.typedYear("fiscalYear", TypedYear.buddhist(fiscalYear));
        AgencyRegister register = agencies.register();
        Agency of = agency.isBlank() ? null : register.of(agency.strip()).orElseThrow(() -> Points.wrong("agency"));
        Standing standing = of == null ? standings.of(year, asker) : standings.of(year, of.codes(), asker);
        long first = (long) (page - 1) * ON_A_PAGE;
        List<WaitingRows.Late> rows =
                waiting.late(standing.late().stream().skip(first).limit(ON_A_PAGE), frame);
        long total = standing.late().size();
        Link list = Link.to("/late-reports").with("fiscalYear", year).with("agency", of == null ? null : of.code());
        LongFunction<String> to =
                other -> list.with("page", other == 1 ? null : other).address();
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
                                Choices.agencies(register, asker, of == null ? "" : of.code(), frame),
                                Choices.years(years, Integer.toString(year), frame),
                                rows,
                                first + 1,
                                first + rows.size(),
                                page == 1 ? null : to.apply(page - 1),
                                first + rows.size() < total ? to.apply(page + 1) : null,
                                Beyond.of(page, ON_A_PAGE, rows.size(), total, to))));
    }
}
