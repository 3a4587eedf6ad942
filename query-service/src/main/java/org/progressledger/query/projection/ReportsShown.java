package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.Percent;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.ReportViews.ContentView;
import org.progressledger.query.projection.ReportViews.CorrectionView;
import org.progressledger.query.projection.ReportViews.LatestReportView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.ReportViews.ReturnView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.SourceView;

/** The reports of a project, by true number, with what was sent back before. */
final class ReportsShown {
    private ReportsShown() {}

    static List<ReportView> of(Project project) {
        List<ReportView> views = new ArrayList<>();
        Percent before = Percent.ZERO;
        for (Report report : project.reports().values()) {
            views.add(report(report, before));
            if (report.counts()) {
                before = report.content().percent();
            }
        }
        return views;
    }

    static LatestReportView latest(Report report) {
        ReportContent content = report.content();
        return new LatestReportView(
                report.reportNo(),
                report.reportedOn(),
                content.percent().value(),
                Folding.disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                content.narrative());
    }

    /** @param before the percentage of the report that counts before this one */
    private static ReportView report(Report report, Percent before) {
        ReportContent content = report.content();
        PrintedRow printed = report.printed();
        BigDecimal change = content.percent().pointsAbove(before);
        return new ReportView(
                report.reportNo(),
                report.revision(),
                report.state(),
                report.reportedOn(),
                content.percent().value(),
                change,
                Folding.disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                printed == null ? null : printed.schedule(),
                printed == null ? null : printed.target(),
                content.narrative(),
                printed == null ? null : printed.narrative(),
                printed == null ? null : printed.labelNo(),
                report.corrections().stream().map(ReportsShown::correction).toList(),
                returned(report.returned()),
                report.earlier().stream().map(each -> report(each, before)).toList(),
                EventView.of(report.reported()),
                SourceView.of(report.reported()));
    }

    private static @Nullable ReturnView returned(@Nullable Fact fact) {
        return fact == null ? null : new ReturnView(Folding.reason(fact), EventView.of(fact));
    }

    private static CorrectionView correction(Fact fact) {
        ProgressCorrected corrected = (ProgressCorrected) fact.event();
        return new CorrectionView(
                content(corrected.before()),
                content(corrected.after()),
                Folding.reason(fact),
                PersonView.kept(corrected.approver()),
                corrected.letter(),
                EventView.of(fact));
    }

    private static ContentView content(ReportContent content) {
        return new ContentView(
                content.percent().value(),
                Folding.disbursed(content),
                content.scheduleStatus(),
                content.targetStatus(),
                content.narrative());
    }
}
