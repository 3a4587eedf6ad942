package org.progressledger.query.status;

import java.math.BigDecimal;
import java.util.Objects;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.status.StatusPage.Latest;
import org.progressledger.query.status.StatusPage.Row;
import org.progressledger.query.status.StatusPage.State;
import org.progressledger.query.status.StatusPage.Word;

/** The office's way to write amounts, dates and statuses. */
final class Words {
    private Words() {}

    static Word status(ProjectStatus status) {
        return switch (status) {
            case ACTIVE -> new Word("กำลังดำเนินการ", "active");
            case PAUSED -> new Word("ชะลอ", "paused");
            case COMPLETED -> new Word("แล้วเสร็จ", "completed");
            case CANCELLED -> new Word("ยกเลิก", "cancelled");
        };
    }

    private static State state(ProjectStatus status) {
        return switch (status) {
            case ACTIVE -> new State("state-on", "#i-start", status(status));
            case PAUSED -> new State("state-paused", "#i-pause", status(status));
            case COMPLETED -> new State("state-done", "#i-ok", status(status));
            case CANCELLED -> new State("state-late", "#i-no", status(status));
        };
    }

    static Row row(ProjectView project) {
        ProjectView.BudgetView budget = project.budget();
        BigDecimal spent = budget.spent();
        var latest = project.latestReport();
        return new Row(
                project.projectCode(),
                project.name(),
                Objects.requireNonNullElse(
                        project.agency().registerName(), project.agency().name()),
                state(project.status()),
                project.percent().toPlainString(),
                spent == null ? null : Figures.baht(spent),
                Figures.baht(budget.allocated()),
                latest == null
                        ? null
                        : new Latest(
                                latest.reportNo(), latest.reportedOn().toString(), ThaiText.date(latest.reportedOn())),
                project.reportCount(),
                Figures.count(project.ledgerPosition()));
    }
}
