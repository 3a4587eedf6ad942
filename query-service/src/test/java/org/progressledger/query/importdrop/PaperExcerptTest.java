package org.progressledger.query.importdrop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.progressledger.query.importdrop.DropPage.PaperLine;

class PaperExcerptTest {
    private static final String PAPER = "หนึ่ง\nสอง\nสาม\nสี่\nห้า";

    @Test
    void the_line_is_shown_amid_its_neighbours_whichever_way_it_is_written() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-874")}) {
            assertThat(PaperExcerpt.of(PAPER.getBytes(charset), 4))
                    .extracting(PaperLine::number, PaperLine::text, PaperLine::meant)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(2, "สอง", false),
                            org.assertj.core.groups.Tuple.tuple(3, "สาม", false),
                            org.assertj.core.groups.Tuple.tuple(4, "สี่", true),
                            org.assertj.core.groups.Tuple.tuple(5, "ห้า", false));
        }
    }

    @Test
    void nothing_is_shown_of_a_line_that_is_not_there() {
        assertThat(PaperExcerpt.of(PAPER.getBytes(StandardCharsets.UTF_8), 0)).isEmpty();
        assertThat(PaperExcerpt.of(PAPER.getBytes(StandardCharsets.UTF_8), 6)).isEmpty();
    }

    @Test
    void a_size_is_told_as_people_say_it() {
        assertThat(Sizes.written(2 * 1024 * 1024)).isEqualTo("2 MB");
        assertThat(Sizes.written(26_829)).isEqualTo("27 KB");
        assertThat(Sizes.written(1_572_864)).isEqualTo("1.5 MB");
        assertThat(Sizes.written(0)).isEqualTo("0 KB");
    }
}
