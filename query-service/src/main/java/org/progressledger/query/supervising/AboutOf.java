package org.progressledger.query.supervising;

import java.util.ArrayList;
import java.util.List;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;
import org.progressledger.query.supervising.SupervisingPage.About;
import org.progressledger.query.supervising.SupervisingPage.Fact;

/** A report or an event, as much of it as one must see before it is sent back or withdrawn. */
final class AboutOf {
    private AboutOf() {}

    static About report(ReportView report, Frame frame) {
        List<Fact> facts = new ArrayList<>();
        Frame.Moment on = Figures.day(report.reportedOn(), frame.language());
        facts.add(new Fact(frame.say("col.reportedOn"), on.shown(), on));
        facts.add(new Fact(
                frame.say("col.percent"),
                report.percent().setScale(2).toPlainString() + " (" + Figures.change(report.change()) + ")",
                null));
        facts.add(new Fact(
                frame.say("col.disbursed"),
                report.disbursed() == null ? frame.say("absent") : Figures.baht(report.disbursed()),
                null));
        facts.add(new Fact(
                frame.say("about.schedule"),
                frame.say("schedule." + report.scheduleStatus()) + " · " + frame.say("target." + report.targetStatus()),
                null));
        return new About(frame.say("reportNo") + " " + report.reportNo(), facts, report.narrative());
    }

    static About fact(TimelineEntry entry, Frame frame) {
        List<Fact> facts = new ArrayList<>();
        Frame.Moment happened = Figures.day(entry.happenedOn(), frame.language());
        Frame.Moment recorded = Figures.moment(entry.recordedAt(), frame.language());
        facts.add(new Fact(frame.say("happened"), happened.shown(), happened));
        facts.add(new Fact(frame.say("recorded"), recorded.shown(), recorded));
        facts.add(new Fact(frame.say("recordedBy"), entry.actor().id(), null));
        String lines =
                entry.source() == null ? null : Figures.lines(entry.source().lines());
        if (lines != null) {
            facts.add(new Fact(frame.say("onPaper"), frame.say("lines", java.util.Map.of("lines", lines)), null));
        }
        return new About(
                frame.say("event." + entry.type()),
                facts,
                frame.say(entry.summary().th(), entry.summary().en()));
    }
}
