package org.progressledger.query.projectlist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.ProjectHead;
import org.progressledger.query.frame.Weight;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projectlist.ProjectListPage.Latest;
import org.progressledger.query.projectlist.ProjectListPage.Row;

/** Projects in the words and figures of the list. */
final class ListRows {
    private ListRows() {}

    static Row of(ProjectView project, LocalDate day, Frame frame) {
        BigDecimal spent = project.budget().spent();
        var latest = project.latestReport();
        List<FlagView> flags = Objects.requireNonNullElse(project.flags(), List.of());
        Weight weight = Weight.of(
                flags.stream().map(FlagView::severity).max(Severity::compareTo).orElse(Severity.INFO));
        return new Row(
                project.projectCode(),
                project.name(),
                Figures.year(project.fiscalYear(), frame.language()),
                Objects.requireNonNullElse(
                        project.agency().registerName(), project.agency().name()),
                Objects.requireNonNullElse(
                        project.agency().mainCode(), project.agency().code()),
                Framing.state(project.status(), frame),
                project.stale() != null,
                project.percent().setScale(2).toPlainString(),
                ProjectHead.elapsed(project, day),
                spent == null ? null : Figures.baht(spent),
                Figures.baht(project.budget().allocated()),
                latest == null
                        ? null
                        : new Latest(latest.reportNo(), Figures.day(latest.reportedOn(), frame.language())),
                flags.size(),
                weight.style(),
                weight.icon());
    }
}
