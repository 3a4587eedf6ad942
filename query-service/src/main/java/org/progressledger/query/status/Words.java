package org.progressledger.query.status;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.status.StatusPage.Latest;
import org.progressledger.query.status.StatusPage.Moment;
import org.progressledger.query.status.StatusPage.Row;
import org.progressledger.query.status.StatusPage.State;
import org.progressledger.query.status.StatusPage.Word;

/** The office's way to write amounts, dates and statuses. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

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
                spent == null ? null : baht(spent),
                baht(budget.allocated()),
                latest == null
                        ? null
                        : new Latest(
                                latest.reportNo(), latest.reportedOn().toString(), ThaiText.date(latest.reportedOn())),
                project.reportCount(),
                count(project.ledgerPosition()));
    }

    /** {@code 1,234.50}: the same in both languages. */
    static String baht(BigDecimal amount) {
        NumberFormat money = NumberFormat.getNumberInstance(ULocale.ENGLISH);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        return money.format(amount);
    }

    /** {@code 18,203}. */
    static String count(long number) {
        return NumberFormat.getIntegerInstance(ULocale.ENGLISH).format(number);
    }

    /** {@code 21 พ.ย. 2569 10:15:04 น.} in Bangkok. */
    static Moment moment(Instant instant) {
        ZonedDateTime there = instant.truncatedTo(ChronoUnit.SECONDS).atZone(RecordedEvent.OFFICE);
        return new Moment(
                there.toOffsetDateTime().toString(),
                ThaiText.date(there.toLocalDate()) + " " + TIME.format(there) + " น.");
    }
}
