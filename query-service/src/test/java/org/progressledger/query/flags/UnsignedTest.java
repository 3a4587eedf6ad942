package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.progressledger.events.FormCertified;
import org.progressledger.events.PersonalData;

class UnsignedTest {
    private static final FlagRule RULE = new Unsigned();
    private static final LocalDate LAST = LocalDate.parse("2021-09-30");

    @Test
    void the_day_after_the_last_one_the_form_should_be_certified() {
        Story story = Story.begins();

        assertThat(story.abouts(RULE, LAST)).isEmpty();
        assertThat(RULE.nextChangeAfter(story.on(LAST), LAST)).contains(LAST.plusDays(1));
        assertThat(story.abouts(RULE, LAST.plusDays(1))).containsExactly("");
        assertThat(RULE.nextChangeAfter(story.on(LAST), LAST.plusDays(1))).isEmpty();
    }

    @Test
    void a_certified_form_is_signed_from_its_day_on() {
        Story story = Story.begins()
                .fact(new FormCertified(
                        Story.CODE,
                        new PersonalData("p-1", "c2VhbGVk"),
                        null,
                        LocalDate.parse("2021-10-05"),
                        100,
                        Story.PAPER));

        assertThat(story.abouts(RULE, LocalDate.parse("2021-10-04"))).containsExactly("");
        assertThat(story.abouts(RULE, LocalDate.parse("2021-10-05"))).isEmpty();
    }
}
