package org.progressledger.command.pdf;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.pdf.PdfResult.Kind;
import org.progressledger.command.pdf.PdfResult.Lines;
import org.progressledger.command.pdf.PdfResult.Refused;
import org.slf4j.LoggerFactory;

class PdfTextTest {
    private static final PdfLimits LIMITS = PdfLimits.DEFAULTS;

    static {
        // what it says of each damaged font is of no interest here
        ((Logger) LoggerFactory.getLogger("org.apache")).setLevel(Level.OFF);
    }

    private static byte[] drawn(Consumer<PaperPdf> drawing) {
        try (PaperPdf paper = new PaperPdf()) {
            paper.newPage();
            drawing.accept(paper);
            return paper.bytes();
        }
    }

    private static Lines lines(byte[] pdf) {
        PdfResult result = PdfText.read(pdf, LIMITS);
        assertThat(result).isInstanceOf(Lines.class);
        return (Lines) result;
    }

    private static List<String> texts(byte[] pdf) {
        return lines(pdf).texts();
    }

    private static PdfReason refused(byte[] pdf, PdfLimits limits) {
        PdfResult result = PdfText.read(pdf, limits);
        assertThat(result).isInstanceOf(Refused.class);
        return ((Refused) result).reason();
    }

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

    // --- refused ---

    @Test
    void refuses_a_scan() {
        assertThat(refused(drawn(paper -> {}), LIMITS)).isEqualTo(PdfReason.PDF_WITHOUT_TEXT);
    }

    @Test
    void refuses_what_is_encrypted_with_a_password_or_without() throws IOException {
        for (String password : List.of("", "secret")) {
            try (PaperPdf paper = new PaperPdf()) {
                paper.newPage();
                paper.show("ลับ", 100, 700);
                StandardProtectionPolicy policy =
                        new StandardProtectionPolicy("owner", password, new AccessPermission());
                policy.setEncryptionKeyLength(128);
                paper.document().protect(policy);
                assertThat(refused(paper.bytes(), LIMITS)).isEqualTo(PdfReason.PDF_ENCRYPTED);
            }
        }
    }

    @Test
    void refuses_what_is_cut_off_or_no_pdf_at_all() {
        byte[] pdf = PaperPdf.plain("ก\nข");
        assertThat(refused(new byte[0], LIMITS)).isEqualTo(PdfReason.PDF_DAMAGED);
        assertThat(refused("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), LIMITS))
                .isEqualTo(PdfReason.PDF_DAMAGED);
        assertThat(refused(Arrays.copyOf(pdf, 300), LIMITS)).isEqualTo(PdfReason.PDF_DAMAGED);
        assertThat(PdfText.isPdf("โครงการ".getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void answers_whatever_is_done_to_the_bytes() {
        byte[] pdf = PaperPdf.plain("ชื่อโครงการ : ทดสอบ\n2. รายงาน");
        Random random = new Random(11);
        for (int i = 0; i < Integer.getInteger("pdf.damages", 60); i++) {
            byte[] damaged = pdf.clone();
            for (int hit = 0; hit < 1 + i % 20; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThat(PdfText.read(damaged, LIMITS)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20, 9999, 9999, PDF_TOO_LARGE",
        "9999999, 1, 9999, PDF_TOO_MANY_PAGES",
        "9999999, 2, 50, PDF_TOO_MUCH_TEXT"
    })
    void refuses_what_exceeds_a_limit(int bytes, int pages, int glyphs, PdfReason reason) {
        byte[] pdf = PaperPdf.plain("ก\n".repeat(60));
        PdfLimits limits = new PdfLimits(bytes, pages, glyphs, 9999, 9_999_999, Duration.ofSeconds(9));
        assertThat(refused(pdf, limits)).isEqualTo(reason);
    }

    @Test
    void refuses_more_drawing_than_the_limit() {
        PdfLimits few = new PdfLimits(9_999_999, 9, 9999, 40, 9_999_999, Duration.ofSeconds(9));
        assertThat(refused(PaperPdf.plain("ก\n".repeat(60)), few)).isEqualTo(PdfReason.PDF_TOO_MUCH_TEXT);
    }

    @Test
    void refuses_what_takes_too_long() {
        AtomicLong clock = new AtomicLong();
        PdfResult result = PdfText.read(
                PaperPdf.plain("ก\n".repeat(60)),
                LIMITS,
                () -> clock.addAndGet(Duration.ofSeconds(1).toNanos()));
        assertThat(result)
                .isEqualTo(new Refused(
                        PdfReason.PDF_TAKES_TOO_LONG,
                        Map.of("seconds", LIMITS.time().toSeconds())));
    }

    // --- bombs: none is handed to the parser, so none is unpacked into memory ---

    private static byte[] withStream(String dictionary, byte[] data) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.7\n1 0 obj\n<<" + dictionary + "/Length " + data.length + ">>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        pdf.writeBytes(data);
        pdf.writeBytes("\nendstream\nendobj\ntrailer\n<<>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        return pdf.toByteArray();
    }

    private static byte[] deflated(int zeros) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < zeros / 4096; i++) {
                deflater.write(new byte[4096]);
            }
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Filter/FlateDecode", "/Filter [/FlateDecode]", "/Type/ObjStm/Filter /FlateDecode", ""})
    void refuses_what_unpacks_to_more_than_the_limit(String dictionary) {
        byte[] bomb = withStream(dictionary, deflated(20_000_000));
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(refused(bomb, LIMITS)).isEqualTo(PdfReason.PDF_UNPACKS_TOO_LARGE);
        byte[] unlabelled = bomb.clone();
        int data = new String(bomb, StandardCharsets.ISO_8859_1).indexOf("stream\n") + 7;
        unlabelled[data] = 0;
        assertThat(refused(unlabelled, LIMITS))
                .as("parsers pass over the two bytes of the header")
                .isEqualTo(PdfReason.PDF_UNPACKS_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Filter [/FlateDecode /FlateDecode]",
                "/Filter [/ASCII85Decode/FlateDecode]",
                "/Filter/LZWDecode",
                "/Filter [/RunLengthDecode]",
                "/Fi#6cter /FlateDecode",
                "/Filter /Fl#61teDecode",
                "/Filter 7 0 R"
            })
    void refuses_packing_that_cannot_be_counted(String dictionary) {
        assertThat(refused(withStream(dictionary, deflated(8192)), LIMITS)).isEqualTo(PdfReason.PDF_PACKED_UNUSUALLY);
    }

    @Test
    void reads_text_beside_a_picture_and_never_unpacks_one() {
        byte[] pdf = drawn(paper -> {
            try {
                PDImageXObject picture = JPEGFactory.createFromImage(
                        paper.document(), new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB));
                paper.content().drawImage(picture, 300, 300);
            } catch (IOException full) {
                throw new IllegalStateException(full);
            }
            paper.show("ใต้ภาพ", 100, 700);
        });
        assertThat(texts(pdf)).containsExactly("ใต้ภาพ");
        String given = new String(PackedStreams.checked(pdf, 1_000_000), StandardCharsets.ISO_8859_1);
        assertThat(given).hasSize(pdf.length).contains("/XCTDecode").doesNotContain("/DCTDecode");
    }

    /** Rows and columns as large as it says would be one array of two thousand million bytes. */
    @Test
    void refuses_a_page_whose_text_calls_itself_a_picture() {
        String page = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>\nendobj\n"
                + "4 0 obj\n<</Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 280000>>/Length 4>>\n"
                + "stream\nabcd\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF";
        assertThat(refused(page.getBytes(StandardCharsets.ISO_8859_1), LIMITS)).isEqualTo(PdfReason.PDF_DAMAGED);
    }

    /** A parser would go on without it, and nobody would know what is missing. */
    @Test
    void refuses_a_page_of_which_a_part_cannot_be_unpacked() {
        byte[] content = deflated(8192);
        byte[] broken = Arrays.copyOf(content, content.length - 6);
        for (byte[] data : List.of(content, broken)) {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            pdf.writeBytes(("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                            + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                            + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents[4 0 R]>>\nendobj\n"
                            + "4 0 obj\n<</Filter/FlateDecode/Length " + data.length + ">>\nstream\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            pdf.writeBytes(data);
            pdf.writeBytes(
                    "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(refused(pdf.toByteArray(), LIMITS))
                    .isEqualTo(data == broken ? PdfReason.PDF_DAMAGED : PdfReason.PDF_WITHOUT_TEXT);
        }
    }

    @Test
    void minds_no_picture_and_no_signature() {
        for (String dictionary : List.of("/Filter/DCTDecode", "/Filter/Adobe.PPKLite", "/Filter[/JPXDecode]")) {
            assertThat(refused(withStream(dictionary, new byte[50]), LIMITS)).isEqualTo(PdfReason.PDF_DAMAGED);
        }
    }
}
