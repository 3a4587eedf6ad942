package org.progressledger.command.pdf;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.pdf.DrawnPdf.LIMITS;
import static org.progressledger.command.pdf.DrawnPdf.drawn;
import static org.progressledger.command.pdf.DrawnPdf.lines;
import static org.progressledger.command.pdf.DrawnPdf.texts;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.pdf.PdfResult.Kind;
import org.progressledger.command.pdf.PdfResult.Lines;

/** What is drawn on a page, and the lines that it reads as. */
class PdfTextTest {
    // --- Thai ---

    /** Each part is drawn by itself, where the one before it ended: marks have no width. */
    private static byte[] drawnPiecewise(String... parts) {
        return drawn(paper -> {
            float x = 100;
            for (String part : parts) {
                paper.show(part, x, 700);
                x += paper.width(part);
            }
        });
    }

    @Test
    void puts_a_sara_am_together_that_a_font_took_apart() {
        assertThat(texts(drawnPiecewise("น", "ํ", "า", "ทํางาน"))).containsExactly("นำทำงาน");
        assertThat(texts(drawnPiecewise("น", "้", "ํ", "า", "ก", "ํ", "้", "า")))
                .containsExactly("น้ำก้ำ");
        assertThat(texts(drawnPiecewise("นำ", "้"))).containsExactly("น้ำ");
    }

    @Test
    void puts_marks_in_the_order_in_which_they_are_typed() {
        assertThat(texts(drawnPiecewise("ท", "่", "ี", "ย", "ู", "่"))).containsExactly("ที่ยู่");
    }

    @Test
    void gives_marks_to_their_letters_whenever_they_are_drawn() {
        byte[] late = drawn(paper -> {
            float width = paper.width("ท");
            paper.show("ที", 100 + width, 700);
            paper.show("ก", 100, 700);
            paper.show("่", 100 + width * 2, 700);
            paper.show("้", 100 + paper.width("ก"), 700);
        });
        assertThat(texts(late)).containsExactly("ก้ที่");
    }

    @Test
    void gives_a_raised_mark_to_its_letter_and_its_line() {
        byte[] raised = drawn(paper -> {
            paper.show("ป", 100, 700);
            paper.show("่", 100 + paper.width("ป") - 2, 703);
            paper.show("า", 100 + paper.width("ป"), 700);
            paper.show("ฝน", 100, 684);
        });
        assertThat(texts(raised)).containsExactly("ป่า", "ฝน");
    }

    @Test
    void knows_the_letters_that_old_fonts_keep_apart() {
        assertThat(ThaiLetters.known("\uF70D\uF710\uF71A\uF700ก")).isEqualTo("\u0E4B\u0E31\u0E3Aฐก");
    }

    @Test
    void reads_a_span_as_the_pdf_says_that_it_reads() {
        byte[] pdf = drawn(paper -> {
            COSDictionary says = new COSDictionary();
            says.setString(COSName.ACTUAL_TEXT, "กี่");
            try {
                paper.show("ข้อ", 100, 700);
                paper.content().beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(says));
                paper.show("กX", 100 + paper.width("ข้อ"), 700);
                paper.content().endMarkedContent();
                paper.show("ข้อ", 100 + paper.width("ข้อกX"), 700);
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
        });
        assertThat(texts(pdf)).containsExactly("ข้อกี่ข้อ");
    }

    @Test
    void takes_no_line_end_out_of_a_font() {
        assertThat(ThaiLetters.known("ก\n\r\u2028\u0085\u0000ข\uD800")).isEqualTo("กข");
    }

    @Test
    void makes_no_space_of_a_blank_that_takes_no_room_and_one_of_a_gap() {
        byte[] spaced = drawn(paper -> {
            paper.show("โครง", 100, 700);
            paper.show(" ", 100 + paper.width("โครง") - paper.width(" "), 700);
            paper.show("การ", 100 + paper.width("โครง"), 700);
            paper.show("เขต", 100 + paper.width("โครงการ") + 3, 700);
        });
        assertThat(texts(spaced)).containsExactly("โครงการ เขต");
    }

    @Test
    void finds_no_words_in_letters_that_all_stand_a_little_apart() {
        byte[] justified = drawn(paper -> {
            float x = 100;
            for (String letter : "งบ ประมาณ".split("")) {
                paper.show(letter, x, 700);
                x += paper.width(letter) + (letter.isBlank() ? 1.5f : 1.1f);
            }
        });
        assertThat(texts(justified)).containsExactly("งบ ประมาณ");
    }

    @Test
    void reads_letters_once_that_are_drawn_twice_to_look_bold() {
        byte[] bold = drawn(paper -> {
            paper.show("กกที่นี่", 100, 700);
            paper.show("กกที่นี่", 100.3f, 700);
        });
        assertThat(texts(bold)).containsExactly("กกที่นี่");
    }

    // --- layout ---

    @Test
    void reads_columns_across_whatever_order_they_are_drawn_in() {
        byte[] columns = drawn(paper -> {
            paper.show("รหัสโครงการ :", 50, 700);
            paper.show("ปีงบประมาณ :", 50, 660);
            paper.show("50470000-3298", 200, 700);
            paper.show("2564", 200, 660);
        });
        assertThat(texts(columns).stream().filter(line -> !line.isEmpty()))
                .containsExactly("รหัสโครงการ :\t50470000-3298", "ปีงบประมาณ :\t2564");
    }

    @Test
    void leaves_out_what_stands_on_every_page_and_says_so_but_never_a_line_of_the_form() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 200; i++) {
            text.append("ข้อความบรรทัดที่ ").append(i).append(" จบ\n");
        }
        Lines printed = lines(PaperPdf.plain(text.toString(), 70, "พิมพ์เมื่อ 1/2/2565 แผ่น #"));
        assertThat(printed.texts())
                .noneMatch(line -> line.contains("พิมพ์เมื่อ"))
                .contains("ข้อความบรรทัดที่ 200 จบ");
        assertThat(printed.remarks()).anySatisfy(remark -> {
            assertThat(remark.kind()).isEqualTo(Kind.PAGE_LINE_LEFT_OUT);
            assertThat(remark.data().get("text").toString()).startsWith("พิมพ์เมื่อ 1/2/2565");
        });
        assertThat(lines(PaperPdf.plain(text.toString(), 70, ":: ความก้าวหน้าของงานฯ = # %"))
                        .texts())
                .contains(":: ความก้าวหน้าของงานฯ = 2 %");
    }

    @Test
    void tells_the_page_and_the_place_of_every_line() {
        Lines printed = lines(PaperPdf.plain(
                IntStream.range(0, 60).mapToObj(i -> "บรรทัด " + i + "\n").collect(joining())));
        assertThat(printed.lines().getFirst().page()).isEqualTo(1);
        assertThat(printed.lines().getLast().page()).isEqualTo(2);
        PdfLine.Box box = printed.lines().getFirst().boxes().getFirst();
        assertThat(box.x()).isEqualTo(50);
        assertThat(box.y() + box.height()).isBetween(70.0, 90.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void reads_a_page_as_one_sees_it_however_it_is_turned(int turned) {
        byte[] pdf = drawn(paper -> {
            double angle = Math.toRadians(turned);
            Matrix upright = Matrix.getRotateInstance(angle, 300, 400);
            paper.document().getPage(0).setRotation(turned);
            paper.show("ลงมา", Matrix.concatenate(upright, Matrix.getTranslateInstance(0, -15)));
            paper.show("ขึ้นไป", upright);
        });
        assertThat(texts(pdf)).containsExactly("ขึ้นไป", "ลงมา");
    }

    @Test
    void gives_the_same_lines_for_the_same_bytes() {
        byte[] pdf = PaperPdf.table("ชื่อโครงการ : ทดสอบ\n2. รายงาน\nรายงานครั้งที่1\t:: 1/2/2564 : ก");
        assertThat(PdfText.read(pdf, LIMITS)).isEqualTo(PdfText.read(pdf.clone(), LIMITS));
    }

    @Test
    void reads_fonts_that_the_pdf_does_not_bring_without_those_of_the_machine() {
        byte[] pdf = drawn(paper -> {
            try {
                paper.content().beginText();
                paper.content().setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                paper.content().newLineAtOffset(100, 700);
                paper.content().showText("Report 12/2564");
                paper.content().endText();
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
        });
        assertThat(texts(pdf)).containsExactly("Report 12/2564");
        assertThat(FontMappers.instance()).isInstanceOf(OneFont.class);
    }

    // --- what one does not see ---

    @Test
    void leaves_out_slanted_text_and_what_stands_off_the_page_and_says_so() {
        Lines read = lines(drawn(paper -> {
            paper.show("เห็น", 100, 700);
            paper.show("สำเนา", Matrix.getRotateInstance(0.7, 200, 300));
            paper.show("นอก", 900, 700);
        }));
        assertThat(read.texts()).containsExactly("เห็น");
        assertThat(read.remarks()).extracting(PdfResult.Remark::kind).containsExactly(Kind.TEXT_LEFT_OUT);
    }

    @Test
    void leaves_out_what_is_clipped_away() {
        Lines read = lines(drawn(paper -> {
            try {
                paper.content().saveGraphicsState();
                paper.content().addRect(50, 600, 400, 120);
                paper.content().clip();
                paper.show("เห็น", 100, 700);
                paper.show("ของหน้าอื่น", 100, 400);
                paper.content().restoreGraphicsState();
                paper.show("ท้าย", 100, 300);
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
        }));
        assertThat(read.texts().stream().filter(line -> !line.isEmpty())).containsExactly("เห็น", "ท้าย");
        assertThat(read.remarks()).extracting(PdfResult.Remark::kind).containsExactly(Kind.TEXT_LEFT_OUT);
    }

    @Test
    void says_that_text_is_hidden() {
        Lines read = lines(drawn(paper -> {
            try {
                paper.content().setRenderingMode(RenderingMode.NEITHER);
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
            paper.show("ซ่อน", 100, 700);
        }));
        assertThat(read.texts()).containsExactly("ซ่อน");
        assertThat(read.remarks()).extracting(PdfResult.Remark::kind).containsExactly(Kind.TEXT_HIDDEN);
    }

    @Test
    void says_which_page_is_a_picture_amid_text() {
        Lines read = lines(drawn(paper -> {
            paper.show("หนึ่ง", 100, 700);
            paper.newPage();
            paper.newPage();
            paper.show("สาม", 100, 700);
        }));
        assertThat(read.remarks()).containsExactly(new PdfResult.Remark(Kind.PAGE_WITHOUT_TEXT, 1, Map.of("page", 2)));
    }

    @Test
    void follows_no_script_and_no_attachment() {
        byte[] active = drawn(paper -> {
            paper.show("เห็น", 100, 700);
            paper.document().getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
        });
        assertThat(texts(active)).containsExactly("เห็น");
    }
}
