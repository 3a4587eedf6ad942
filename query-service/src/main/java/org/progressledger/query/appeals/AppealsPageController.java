package org.progressledger.query.appeals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.events.AppealOutcome;
import org.progressledger.problems.Language;
import org.progressledger.query.appeals.AppealsPage.Choice;
import org.progressledger.query.appeals.AppealsPage.Row;
import org.progressledger.query.appeals.AppealsPage.Sorting;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.asking.Points;
import org.progressledger.query.asking.ProjectDesk;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choices;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.overview.Standings;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reviewers' queue, for people. */
@Page
class AppealsPageController {
    private static final int ON_A_PAGE = 20;
    private static final int BUDDHIST_ERA = 543;

    private final AppealQueue queue;
    private final ProjectDesk desk;
    private final Points points;
    private final Standings standings;
    private final Framing framing;

    AppealsPageController(AppealQueue queue, ProjectDesk desk, Points points, Standings standings, Framing framing) {
        this.queue = queue;
        this.desk = desk;
        this.points = points;
        this.standings = standings;
        this.framing = framing;
    }

    @GetMapping("/appeals")
    ModelAndView appeals(
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        desk.position(atLeast);
        Frame frame = framing.around(asker, request, response);
        AppealsFilter filter = AppealsFilter.of(sent);
        Integer counted = AppealsFilter.number("page", sent.getOrDefault("page", ""));
        int page = counted == null ? 1 : counted;
        Pages.check(page - 1, ON_A_PAGE);
        LocalDate today = points.today();
        AppealQueue.Found found = queue.today(filter.question(), today, asker, (page - 1) * ON_A_PAGE, ON_A_PAGE);
        long pages = Math.max(1, (found.total() + ON_A_PAGE - 1) / ON_A_PAGE);
        return new ModelAndView(
                "appeals",
                Map.of(
                        "page",
                        new AppealsPage(
                                frame,
                                filter,
                                choices(AppealStatus.values(), "appeal.status.", filter.status(), frame),
                                choices(AppealOutcome.values(), "appeal.outcome.", filter.outcome(), frame),
                                either("appeals.reviewed", "appeals.unreviewed", filter.reviewed(), frame),
                                either("appeals.lacking", "appeals.complete", filter.gaps(), frame),
                                Choices.years(standings.years(asker), filter.fiscalYear(), frame),
                                sortings(filter, frame),
                                Figures.count(found.total()),
                                page,
                                pages,
                                found.appeals().stream()
                                        .map(aged -> row(aged, frame))
                                        .toList(),
                                page > 1 ? filter.link(filter.sort(), page - 1) : null,
                                page < pages ? filter.link(filter.sort(), page + 1) : null,
                                Beyond.of(
                                        page,
                                        ON_A_PAGE,
                                        found.appeals().size(),
                                        found.total(),
                                        last -> filter.link(filter.sort(), last)))));
    }

    private static List<Choice> choices(Enum<?>[] values, String key, String chosen, Frame frame) {
        return Arrays.stream(values)
                .map(value -> new Choice(
                        value.name(),
                        frame.say(key + value.name()),
                        value.name().equals(chosen)))
                .toList();
    }

    private static List<Choice> either(String yes, String no, String chosen, Frame frame) {
        return List.of(
                new Choice("true", frame.say(yes), chosen.equals("true")),
                new Choice("false", frame.say(no), chosen.equals("false")));
    }

    /** A second click turns the order round. */
    private static List<Sorting> sortings(AppealsFilter filter, Frame frame) {
        List<Sorting> sortings = new ArrayList<>();
        for (String key : List.of("projectCode", "status", "filedOn", "age", "decidedOn")) {
            boolean ascending = filter.sort().equals(key) || filter.sort().equals(key + ",asc");
            boolean descending = filter.sort().equals(key + ",desc");
            sortings.add(new Sorting(
                    frame.say("appeals.sort." + key),
                    filter.link(ascending || key.equals("age") && !descending ? key + ",desc" : key, 1),
                    ascending ? "ascending" : descending ? "descending" : "none"));
        }
        return sortings;
    }

    private static Row row(AgedAppeal aged, Frame frame) {
        AppealItem item = aged.appeal();
        String project = "/projects/" + item.projectCode() + "/appeals";
        return new Row(
                item.projectCode(),
                item.projectName(),
                Objects.requireNonNullElse(
                        item.agency().registerName(), item.agency().name()),
                frame.language() == Language.TH ? item.fiscalYear() : item.fiscalYear() - BUDDHIST_ERA,
                item.round(),
                item.round() == null ? project : project + "/" + item.round(),
                AppealTelling.state(item, frame),
                Figures.day(item.since(), frame.language()),
                Figures.count(aged.ageDays()),
                aged.waitedDays() == null ? null : Figures.count(aged.waitedDays()),
                item.lastReview() == null
                        ? null
                        : frame.say(
                                "appeal.review." + item.lastReview().outcome().name()),
                item.lastReview() == null ? null : Figures.day(item.lastReview().reviewedOn(), frame.language()),
                Boolean.TRUE.equals(item.changedSinceLastReview()),
                item.gapCount());
    }
}
