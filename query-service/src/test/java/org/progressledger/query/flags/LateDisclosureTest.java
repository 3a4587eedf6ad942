package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;

class LateDisclosureTest {
    private static final FlagRule RULE = new LateDisclosure(90);

    private static LetterCited letter(@Nullable String datedOn) {
        return new LetterCited(Story.CODE, new Letter("กท 1", datedOn == null ? null : LocalDate.parse(datedOn), null));
    }

    private static ActivityHeld held(String date) {
        return new ActivityHeld(Story.CODE, LocalDate.parse(date), "ประชุม");
    }

    @Test
    void more_than_90_days_are_late_and_90_are_not() {
        Story story = Story.begins().report(1, "2021-09-22", "100").told(1, letter("2021-06-24"));
        assertThat(story.hits(RULE)).isEmpty();

        story.told(1, letter("2021-06-23"));
        assertThat(story.abouts(RULE)).containsExactly("-r1");
    }

    @Test
    void one_hit_of_a_report_names_all_that_it_told_late() {
        Story story = Story.begins()
                .report(1, "2021-09-22", "100")
                .told(1, letter("2021-04-30"))
                .told(1, held("2021-02-24"))
                .told(1, letter("2021-09-14"))
                .told(1, letter(null));

        Hit hit = story.hits(RULE).getFirst();
        assertThat(story.hits(RULE)).hasSize(1);
        assertThat(Story.evidence(hit)).containsExactly(101L, 103L, 102L);
        assertThat(hit.text().en()).contains("24 Feb 2021", "210 days", "2 in number");
    }

    @Test
    void what_was_typed_is_told_on_the_day_of_recording() {
        Story story = Story.begins()
                .recordedAt("2021-09-22T03:00:00Z")
                .fact(letter("2021-06-24"))
                .fact(held("2021-06-23"));

        assertThat(story.abouts(RULE)).containsExactly("-e2");
        assertThat(story.abouts(RULE, LocalDate.parse("2021-09-21")))
                .as("nobody had told it yet")
                .isEmpty();
    }

    @Test
    void on_a_day_before_the_report_nothing_was_told_late() {
        Story story = Story.begins().report(1, "2021-09-22", "100").told(1, letter("2021-04-30"));

        assertThat(story.abouts(RULE, LocalDate.parse("2021-09-21"))).isEmpty();
        assertThat(story.abouts(RULE, LocalDate.parse("2021-09-22"))).containsExactly("-r1");
    }
}
