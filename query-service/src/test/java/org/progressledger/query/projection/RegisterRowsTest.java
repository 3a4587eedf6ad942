package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.progressledger.query.projection.RegisterRows.Grams;

class RegisterRowsTest {
    @Test
    void no_text_that_holds_the_words_is_passed_over() {
        String text = "โครงการพัฒนาสวนสาธารณะและทางเท้า แห่งที่ 4711 50470000-3298 สำนักงานเขตบางนา";
        Grams grams = Grams.of(text);
        Random random = new Random(2564);
        for (int i = 0; i < 1_000; i++) {
            int from = random.nextInt(text.length());
            String words = text.substring(from, from + random.nextInt(text.length() - from + 1));
            assertThat(grams.mayHold(Grams.of(words))).as(words).isTrue();
        }
    }

    @Test
    void most_texts_without_the_words_are_passed_over_at_the_first_look() {
        Grams text = Grams.of("โครงการพัฒนาชุมชนและตลาด แห่งที่ 12 50010000-0001 สำนักงานเขตตัวอย่าง");
        assertThat(text.mayHold(Grams.of("สวนสาธารณะ"))).isFalse();
    }
}
