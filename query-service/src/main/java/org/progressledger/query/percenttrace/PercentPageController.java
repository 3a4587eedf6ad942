package org.progressledger.query.percenttrace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.query.curve.Drawn;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.Paper;
import org.progressledger.query.frame.ProjectPages;
import org.progressledger.query.frame.ProjectPages.Held;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a project's percentage came from, for people. */
@Page
class PercentPageController {
    /** Of the bar's hundred; less could not be seen. */
    private static final BigDecimal VISIBLE = new BigDecimal("0.6");

    private final ProjectPages pages;
    private final ReadModel readModel;
    private final Framing framing;

    PercentPageController(ProjectPages pages, ReadModel readModel, Framing framing) {
        this.pages = pages;
        this.readModel = readModel;
        this.framing = framing;
    }

    @GetMapping("/projects/{code}/percent")
    ModelAndView percent(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long atLeast,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Frame frame = framing.around(asker, request, response);
        Held<Trace> held = pages.read(
                code,
                atLeast,
                asker,
                valid -> new Trace(
                        readModel.reports(valid).orElse(List.of()),
                        readModel.percentChanges(valid).orElse(List.of())));
        List<PercentChangeView> changes = held.part().changes();
        return new ModelAndView(
                "percenttrace",
                Map.of(
                        "page",
                        new PercentPage(
                                frame,
                                held.head(frame),
                                drawn(held, frame),
                                (int) changes.stream()
                                        .filter(change -> change.change().signum() != 0)
                                        .count(),
                                changes.stream()
                                        .map(PercentChangeView::change)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                                        .setScale(2)
                                        .toPlainString(),
                                changes.reversed().stream()
                                        .map(change -> row(change, frame))
                                        .toList())));
    }

    private record Trace(List<ReportView> reports, List<PercentChangeView> changes) {
        boolean has(long position) {
            return changes.stream().anyMatch(change -> change.event().position() == position);
        }
    }

    private static Drawn drawn(Held<Trace> held, Frame frame) {
        return Drawn.of(
                held.project(),
                held.part().reports(),
                report -> row(report.event().position()),
                position -> held.part().has(position) ? row(position) : null,
                frame);
    }

    private static String row(long position) {
        return "#p" + position;
    }

    private static PercentPage.Row row(PercentChangeView change, Frame frame) {
        return new PercentPage.Row(
                Figures.count(change.event().position()),
                change.event().position(),
                Figures.day(change.happenedOn(), frame.language()),
                Figures.moment(change.recordedAt(), frame.language()),
                change.reportNo(),
                frame.say("move." + change.cause()),
                percent(change.from()),
                percent(change.to()),
                Figures.change(change.change()),
                change.change().signum() > 0,
                report(change),
                percent(change.from().min(change.to())),
                change.change().abs().max(VISIBLE).toPlainString(),
                change.actor().id(),
                frame.texts()
                        .find(frame.language(), "role." + change.actor().role(), Map.of())
                        .orElse(change.actor().role()),
                change.reason(),
                Paper.of(change.source()),
                change.event().hash());
    }

    /** What the report itself said, where that is another move than that of the current percentage. */
    private static @Nullable String report(PercentChangeView change) {
        BigDecimal from = change.reportFrom();
        BigDecimal to = change.reportTo();
        boolean same =
                to != null && to.compareTo(change.to()) == 0 && (from == null || from.compareTo(change.from()) == 0);
        return same
                ? null
                : (from == null ? "\u2013" : percent(from)) + " \u2192 " + (to == null ? "\u2013" : percent(to));
    }

    private static String percent(BigDecimal value) {
        return value.setScale(2).toPlainString();
    }
}
