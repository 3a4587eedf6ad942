package org.progressledger.query.asof;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.HistoryPage.After;
import org.progressledger.query.asof.HistoryPage.Curve;
import org.progressledger.query.asof.HistoryPage.Event;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.LatestReportView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * From the steps of a project to the words and figures in which one of them is read.
 *
 * @param timeline every event, in order of its sequence
 */
record HistoryTelling(Frame frame, String code, List<TimelineEntry> timeline, int comparedWords) {
    /** Steps that are listed on either side of the present one. */
    private static final int AROUND = 12;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    HistoryPage page(ProjectHead head, Past.Step step) {
        long at = step.at();
        long last = step.last();
        long from = Math.max(0, Math.min(at - AROUND, last - 2L * AROUND));
        long to = Math.min(last, from + 2L * AROUND);
        return new HistoryPage(
                frame,
                head,
                Figures.count(at + 1),
                Figures.count(last + 1),
                at == 0 ? null : address(0),
                at == 0 ? null : address(at - 1),
                at == last ? null : address(at + 1),
                at == last ? null : address(last),
                event(step.event()),
                after(step),
                rows(step),
                curve(at),
                LongStream.rangeClosed(from, to)
                        .mapToObj(each -> step(each, each == at))
                        .toList(),
                from == 0 ? null : address(from - 1),
                to == last ? null : address(to + 1));
    }

    private String address(long at) {
        return Link.to("/projects/" + code + "/history").with("at", at).address();
    }

    /** No value of one event differs because of another day: all of it was recorded now. */
    private List<AsOfPage.Row> rows(Past.Step step) {
        Point anything = new Point(LocalDate.MIN, Instant.MIN);
        return new DifferenceRows(frame, anything, comparedWords).of(step.changes());
    }

    private Event event(TimelineEntry entry) {
        return new Event(
                Figures.count(entry.position()),
                entry.position(),
                frame.say("event." + entry.type()),
                frame.say(entry.summary().th(), entry.summary().en()),
                Figures.day(entry.happenedOn(), frame.language()),
                Figures.moment(entry.recordedAt(), frame.language()),
                entry.actor().id(),
                frame.texts()
                        .find(frame.language(), "role." + entry.actor().role(), Map.of())
                        .orElse(entry.actor().role()),
                entry.reason(),
                entry.source() == null ? null : Figures.lines(entry.source().lines()));
    }

    private After after(Past.Step step) {
        ProjectView project = step.project();
        LatestReportView latest = project.latestReport();
        BigDecimal before = step.event().percent().before();
        BigDecimal spent = project.budget().spent();
        return new After(
                percent(project.percent()),
                before.compareTo(project.percent()) == 0 ? null : percent(before),
                Framing.state(project.status(), frame),
                latest == null ? null : latest.reportNo(),
                latest == null ? null : Figures.day(latest.reportedOn(), frame.language()),
                spent == null ? null : Figures.baht(spent),
                Figures.baht(project.budget().allocated()),
                step.reports().size());
    }

    private static String percent(BigDecimal percent) {
        return percent.setScale(2).toPlainString();
    }

    private HistoryPage.Step step(long at, boolean isHere) {
        TimelineEntry entry = timeline.get((int) at);
        return new HistoryPage.Step(
                Figures.count(at + 1),
                address(at),
                isHere,
                frame.say(entry.summary().th(), entry.summary().en()),
                Figures.day(entry.happenedOn(), frame.language()),
                percent(entry.percent().after()),
                entry.percent().before().compareTo(entry.percent().after()) != 0);
    }

    /** Each event has the same width; the percentage behind it holds until the next one. */
    private Curve curve(long at) {
        StringBuilder line = new StringBuilder("M0 100");
        for (int i = 0; i < timeline.size(); i++) {
            line.append('V')
                    .append(height(timeline.get(i).percent().after()))
                    .append('H')
                    .append(across(i + 1L));
        }
        BigDecimal here = timeline.get((int) at).percent().after();
        return new Curve(line.toString(), across(at), height(here));
    }

    private String across(long events) {
        return Long.toString(events * ALL.intValue() / timeline.size());
    }

    private static String height(BigDecimal percent) {
        return ALL.subtract(percent).stripTrailingZeros().toPlainString();
    }
}
