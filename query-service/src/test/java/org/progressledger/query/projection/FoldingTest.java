package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.Facts.CLERK;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.Facts;
import org.progressledger.query.projection.AppealViews.AppealView;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.TimelineEntry;

class FoldingTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 9, 1);

    private final List<RecordedEvent> recorded = new ArrayList<>();

    private void record(ProjectEvent event, Provenance provenance) {
        long place = recorded.size();
        Instant at = Instant.parse("2021-08-01T03:00:00Z").plusSeconds(place);
        recorded.add(new RecordedEvent(100 + place, place, "event-" + place, at, "hash-" + place, event, provenance));
    }

    private void record(ProjectEvent event) {
        record(event, CLERK);
    }

    /** Three reports, the second corrected downwards, then one round of an appeal. */
    private Folding folded() {
        record(Facts.registered(BANGNA, "โครงการสร้างเครือข่าย", "สำนักงานเขตบางนา", 2564, null));
        record(Facts.report(BANGNA, 1, "2020-10-28", "10"), CLERK.from(Facts.PAPER, null));
        record(Facts.report(BANGNA, 2, "2020-11-30", "30"));
        record(Facts.report(BANGNA, 3, "2020-12-30", "30"));
        record(Facts.correction(BANGNA, 3, "30", "25.50"), CLERK.because("พิมพ์ผิด"));
        record(new AppealFiled(BANGNA, 1, LocalDate.of(2021, 1, 4), "จัดกิจกรรมไม่ได้", "ขอปรับเกณฑ์", null));
        record(new AppealDecided(
                BANGNA,
                1,
                LocalDate.of(2021, 2, 1),
                AppealOutcome.GRANTED,
                new CriteriaChange("จัด 4 ครั้ง", "จัด 2 ครั้ง", null),
                null));
        return Folding.of(ProjectHistory.of(recorded), TODAY);
    }

    private static BigDecimal points(String text) {
        return new BigDecimal(text);
    }

    @Test
    void the_project_stands_at_its_latest_report_after_the_correction() {
        ProjectView project = folded().project();
        assertThat(project.percent()).isEqualTo(points("25.50"));
        assertThat(project.status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(project.reportCount()).isEqualTo(3);
        assertThat(project.budget().spent()).isEqualTo(points("1500.50"));
        assertThat(project.agency().code()).isEqualTo("50470000");
        assertThat(project.version()).isEqualTo(7);
        assertThat(project.ledgerPosition()).isEqualTo(106);
        assertThat(project.latestReport()).isNotNull();
        assertThat(project.latestReport().reportNo()).isEqualTo(3);
    }

    @Test
    void the_moves_of_the_percentage_add_up_and_each_names_what_moved_it() {
        List<PercentChangeView> changes = folded().percentChanges();
        assertThat(changes)
                .extracting(PercentChangeView::change)
                .containsExactly(points("10.00"), points("20.00"), points("0.00"), points("-4.50"));
        assertThat(changes).extracting(PercentChangeView::reportNo).containsExactly(1, 2, 3, 3);
        PercentChangeView corrected = changes.getLast();
        assertThat(corrected.reportFrom()).isEqualTo(points("30.00"));
        assertThat(corrected.reportTo()).isEqualTo(points("25.50"));
        assertThat(corrected.reason()).isEqualTo("พิมพ์ผิด");
        assertThat(corrected.event().position()).isEqualTo(104);
        assertThat(changes.getFirst().source()).isNotNull();
        assertThat(changes.getFirst().source().lines()).isEqualTo(Facts.PAPER.lines());
    }

    @Test
    void a_report_keeps_what_it_said_before_its_correction() {
        ReportView third = folded().reports().get(2);
        assertThat(third.percent()).isEqualTo(points("25.50"));
        assertThat(third.change()).isEqualTo(points("-4.50"));
        assertThat(third.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.before().percent()).isEqualTo(points("30.00"));
            assertThat(correction.letter()).isEqualTo("กท 1/2564");
        });
    }

    @Test
    void an_appeal_shows_its_criteria_and_moves_no_percentage() {
        Folding folding = folded();
        AppealView appeal = folding.project().appeals().getFirst();
        assertThat(appeal.recorded()).isTrue();
        assertThat(appeal.status()).isEqualTo("DECIDED");
        assertThat(appeal.criteriaAfter()).isEqualTo("จัด 2 ครั้ง");
        assertThat(appeal.decisionEvent()).isNotNull();
        TimelineEntry last = folding.timeline().getLast();
        assertThat(last.percent().before()).isEqualTo(points("25.50"));
        assertThat(last.percent().after()).isEqualTo(points("25.50"));
    }

    @Test
    void the_timeline_holds_every_event_once_in_order_with_the_percentage_running_through() {
        List<TimelineEntry> timeline = folded().timeline();
        assertThat(timeline)
                .extracting(TimelineEntry::type)
                .containsExactly(
                        "project-registered",
                        "progress-reported",
                        "progress-reported",
                        "progress-reported",
                        "progress-corrected",
                        "appeal-filed",
                        "appeal-decided");
        for (int i = 1; i < timeline.size(); i++) {
            assertThat(timeline.get(i).percent().before())
                    .isEqualTo(timeline.get(i - 1).percent().after());
        }
    }

    @Test
    void a_pause_dated_ahead_waits_for_its_day_but_is_told_in_the_timeline() {
        record(Facts.registered(BANGNA, "โครงการ", "สำนักงานเขตบางนา", 2564, null));
        record(new ProjectPaused(BANGNA, TODAY.plusDays(1), PauseCause.OTHER, "น้ำท่วม", null));
        ProjectHistory history = ProjectHistory.of(recorded);
        assertThat(Folding.of(history, TODAY).project().status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(Folding.of(history, TODAY).timeline()).hasSize(2);
        assertThat(Folding.of(history, TODAY.plusDays(1)).project().status()).isEqualTo(ProjectStatus.PAUSED);
    }
}
