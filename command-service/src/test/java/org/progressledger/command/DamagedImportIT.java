package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;

/** What is no printout gets a problem document that says why, and leaves nothing behind. */
class DamagedImportIT {
    private static final String UTF_8 = "text/plain;charset=utf-8";

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_no_form_is_refused_with_a_reason(Office office) {
        String form = Papers.sample(Papers.A, Office.newCode());
        long before = office.lastPosition();
        long drafts = drafts(office);

        refused(Papers.hand(office, OFFICER, "สวัสดี"), 422, "NOT_A_PROGRESS_FORM");
        refused(Papers.hand(office, OFFICER, form.replaceAll("รหัสโครงการ.*", "")), 422, "PROJECT_CODE_MISSING");
        refused(Papers.hand(office, OFFICER, bytes(form, 0xFF), UTF_8), 422, "ENCODING_NOT_READABLE");
        refused(Papers.hand(office, OFFICER, random(5_000), "text/plain"), 422, null);
        refused(Papers.handFile(office, OFFICER, random(5_000), "application/pdf"), 422, null);
        refused(Papers.handFile(office, OFFICER, new byte[0], "text/plain"), 422, null);
        refused(Papers.hand(office, OFFICER, ""), 400, null);
        refused(Papers.hand(office, OFFICER, form + "ก".repeat(100_001)), 413, "LINE_TOO_LONG");
        refused(Papers.hand(office, OFFICER, form + "\n".repeat(50_001)), 413, "TOO_MANY_LINES");

        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(drafts(office)).isEqualTo(drafts);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_printout_may_be_so_large_and_no_larger_by_either_way(Office office) {
        String form = Papers.sample(Papers.A, Office.newCode());
        byte[] large = padded(form, 2_097_152);
        byte[] tooLarge = padded(form, 2_097_153);
        byte[] refusedUnread = padded(form, 5_000_000);

        assertThat(Papers.hand(office, OFFICER, large, UTF_8).status()).isEqualTo(201);
        assertThat(Papers.handFile(office, OFFICER, large, "text/plain").status())
                .isEqualTo(201);
        refused(Papers.hand(office, OFFICER, tooLarge, UTF_8), 413, "TOO_MANY_BYTES");
        refused(Papers.handFile(office, OFFICER, tooLarge, "text/plain"), 413, "TOO_MANY_BYTES");
        refused(Papers.hand(office, OFFICER, refusedUnread, UTF_8), 413, "BODY_TOO_LARGE");
        refused(Papers.handFile(office, OFFICER, refusedUnread, "text/plain"), 413, "BODY_TOO_LARGE");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_sent_in_another_way_is_refused(Office office) {
        byte[] form = Papers.sample(Papers.A, Office.newCode()).getBytes(StandardCharsets.UTF_8);

        refused(Papers.hand(office, OFFICER, form, "application/pdf"), 422, "PDF_DAMAGED");
        refused(Papers.hand(office, OFFICER, form, "application/zip"), 422, "ARCHIVE_DAMAGED");
        refused(Papers.hand(office, OFFICER, form, "application/json"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(Papers.hand(office, OFFICER, form, "text/plain;charset=klingon"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(Papers.handFile(office, OFFICER, form, "text/plain;charset=klingon"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(Papers.handFile(office, OFFICER, form, "this is no type"), 415, "UNSUPPORTED_MEDIA_TYPE");
        refused(Papers.handPart(office, OFFICER, "paper", form, "text/plain"), 400, "MISSING_PARAMETER");
        refused(
                Papers.hand(
                        office,
                        OFFICER,
                        "--paper\r\nnonsense".getBytes(StandardCharsets.UTF_8),
                        "multipart/form-data; boundary=paper"),
                400,
                null);
        refused(Papers.hand(office, OFFICER, form, "multipart/form-data"), 400, null);
        refused(Papers.hand(office, OFFICER, form, "text/plain;charset=windows-874"), 422, null);
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.code()).isNotEmpty();
        if (code != null) {
            assertThat(answer.code()).isEqualTo(code);
        }
        assertThat(answer.body().get("detail").asString()).doesNotContain("{");
    }

    private static long drafts(Office office) {
        return office.database().getCollection("import_drafts").countDocuments();
    }

    private static byte[] bytes(String form, int bad) {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        bytes[200] = (byte) bad;
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(4).nextBytes(bytes);
        return bytes;
    }

    /** Blank lines at the end, within the limit of lines. */
    private static byte[] padded(String form, int length) {
        int missing = length - form.getBytes(StandardCharsets.UTF_8).length;
        String line = " ".repeat(999) + "\n";
        String padding = line.repeat(missing / 1000 + 1).substring(0, missing);
        return (form + padding).getBytes(StandardCharsets.UTF_8);
    }
}
