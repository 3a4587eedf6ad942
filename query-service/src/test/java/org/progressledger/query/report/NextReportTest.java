package org.progressledger.query.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ReportState;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.EventView;

class NextReportTest {
    private static ReportView report(int no, int revision, ReportState state) {
        return new ReportView(
                no,
                revision,
                state,
                LocalDate.parse("2021-01-01"),
                BigDecimal.TEN,
                BigDecimal.TEN,
                null,
                ScheduleStatus.ON_PLAN,
                TargetStatus.ON_TARGET,
                null,
                null,
                "ข้อความ",
                null,
                null,
                List.of(),
                null,
                List.of(),
                new EventView(1, 1, "e", Instant.EPOCH, new ActorView("officer", "OFFICER", null), "hash"),
                null);
    }

    @Test
    void the_first_report_is_the_first() {
        assertThat(NextReport.after(List.of())).isEqualTo(new NextReport(1, 1, null, null));
    }

    @Test
    void the_next_one_follows_the_last() {
        ReportView last = report(11, 2, ReportState.CORRECTED);
        assertThat(NextReport.after(List.of(report(10, 1, ReportState.REPORTED), last)))
                .isEqualTo(new NextReport(12, 1, null, last));
    }

    @Test
    void what_was_sent_back_is_handed_in_again_under_its_number() {
        ReportView before = report(2, 1, ReportState.REPORTED);
        ReportView returned = report(3, 1, ReportState.RETURNED);
        assertThat(NextReport.after(List.of(before, returned))).isEqualTo(new NextReport(3, 2, returned, before));
    }
}
