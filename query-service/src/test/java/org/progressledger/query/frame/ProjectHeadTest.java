package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.projection.ReportViews.LatestReportView;

/** What the head of a project says of money where the form and the reports say different things. */
class ProjectHeadTest {
    private static LatestReportView latest(@Nullable String disbursed) {
        return new LatestReportView(
                4,
                LocalDate.of(2021, 9, 1),
                new BigDecimal("100.00"),
                disbursed == null ? null : new BigDecimal(disbursed),
                ScheduleStatus.ON_PLAN,
                TargetStatus.ON_TARGET,
                "ทำแล้ว");
    }

    private static @Nullable String told(@Nullable String disbursed, @Nullable String spent, AuditFlag... flags) {
        return ProjectHead.told(latest(disbursed), spent == null ? null : new BigDecimal(spent), List.of(flags));
    }

    @Test
    void what_the_latest_report_says_stands_beside_what_the_form_says_where_they_do_not_fit() {
        assertThat(told("149000", "0.00", AuditFlag.SPEND_MISMATCH)).isEqualTo("149,000.00");
        assertThat(told("149000", null)).as("the form says nothing").isEqualTo("149,000.00");
    }

    @Test
    void one_months_money_among_others_is_no_contradiction() {
        assertThat(told("500", "1500.00", AuditFlag.PCT_JUMP)).isNull();
        assertThat(told(null, "0.00", AuditFlag.SPEND_MISMATCH)).isNull();
        assertThat(ProjectHead.told(null, null, List.of())).isNull();
    }
}
