package org.progressledger.command.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.pdf.DrawnPdf.LIMITS;
import static org.progressledger.command.pdf.DrawnPdf.drawn;
import static org.progressledger.command.pdf.DrawnPdf.refused;
import static org.progressledger.command.pdf.DrawnPdf.texts;

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
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.command.pdf.PdfResult.Refused;

/** PDFs that are scans, locked, broken, too large or meant to harm. */
class PdfRefusalsTest {
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
