package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.query.Facts;
import org.progressledger.query.projection.Views.Summary;

class SummariesTest {
    private static final ProjectCode CODE = Facts.BANGNA;
    private static final LocalDate DAY = LocalDate.of(2021, 4, 26);

    static List<ProjectEvent> events() {
        return List.of(
                Facts.registered(CODE, "โครงการ", "สำนักงานเขต", 2564, null),
                Facts.report(CODE, 7, "2021-04-26", "35"),
                Facts.correction(CODE, 7, "35", "30"),
                Facts.narrativeCorrection(CODE, 7, "35"),
                new ActivityHeld(CODE, DAY, "จัดประชุม"),
                new LetterCited(CODE, new Letter("กท 8401/1812", DAY, null)),
                new ProjectPaused(CODE, DAY, PauseCause.COVID_19, "ชะลอ", null),
                new ProjectPaused(CODE, DAY, PauseCause.OTHER, "น้ำท่วม", null),
                new AppealFiled(CODE, 2, DAY, "เหตุ", "ขอ", null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.GRANTED, null, null, null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.PARTLY_GRANTED, null, null, null),
                new AppealDecided(CODE, 2, DAY, AppealOutcome.REFUSED, null, null, null),
                new AppealCited(CODE, null, AppealStage.INTENDED, false, DAY, "จะอุทธรณ์"),
                new AppealCited(CODE, 2, AppealStage.AWAITING_RESULT, true, DAY, "รอผล"),
                new AppealCited(CODE, null, AppealStage.DECIDED, true, DAY, "ผลอุทธรณ์"));
    }

    @Test
    void every_kind_of_event_is_told_here() {
        assertThat(events().stream().map(EventCatalogue::of).distinct())
                .containsExactlyInAnyOrder(EventCatalogue.values());
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_sentence_stands_in_thai_and_in_english(ProjectEvent event) {
        Summary summary = Summaries.of(event);
        assertThat(summary.th()).matches(".*\\p{IsThai}.*").doesNotContain("null", "%s", "%d");
        assertThat(summary.en()).matches("[A-Z].*").doesNotContain("null", "%s", "%d");
    }

    @Test
    void different_facts_read_differently() {
        assertThat(events().stream().map(Summaries::of).distinct()).hasSize(events().size());
    }

    @Test
    void a_correction_tells_both_values_and_a_date_its_buddhist_year() {
        assertThat(Summaries.of(Facts.correction(CODE, 7, "35", "30")).th())
                .isEqualTo("แก้ไขรายงานครั้งที่ 7 จากร้อยละ 35.00 เป็น 30.00");
        assertThat(Summaries.of(new ProjectPaused(CODE, DAY, PauseCause.COVID_19, "ชะลอ", null))
                        .th())
                .isEqualTo("ชะลอโครงการตั้งแต่ 26 เม.ย. 2564 (โควิด-19)");
    }

    @Test
    void a_long_text_is_cut_between_characters_as_they_are_read() {
        String long_ = Stream.generate(() -> "กี้").limit(100).reduce("", String::concat);
        String told = Summaries.of(new ActivityHeld(CODE, DAY, long_)).th();
        assertThat(told).endsWith("กี้…").hasSizeLessThan(200);
    }
}
