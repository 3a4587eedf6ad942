package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.OFFICER;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.command.pdf.PaperPdf;
import org.progressledger.events.Fact;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Sha256;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.projectledger.PrintoutText;
import tools.jackson.databind.JsonNode;

/** Many printouts at once, and PDFs. */
class BatchIT {
    private static final Charset THAI_WINDOWS = Charset.forName("x-windows-874");

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, THAI_WINDOWS)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        return out.toByteArray();
    }

    private static byte[] sample(String sample, String code) {
        return Papers.sample(sample, code).getBytes(StandardCharsets.UTF_8);
    }

    private static Answer handZip(Office office, Map<String, byte[]> files) {
        return Papers.hand(office, OFFICER, zip(files), "application/zip");
    }

    /** The batch, once all its files are done. */
    private static JsonNode done(Office office, Answer accepted) throws InterruptedException {
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String at = accepted.header("location");
        for (int i = 0; i < 600; i++) {
            Answer batch = office.get(OFFICER, at, "Accept-Language", "en");
            assertThat(batch.status()).isEqualTo(200);
            if (batch.body().get("state").asString().equals("DONE")) {
                return batch.body();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Not read within half a minute: " + at);
    }

    private static JsonNode file(JsonNode batch, int number) {
        return batch.get("files").get(number - 1);
    }

    private static String problem(JsonNode batch, int number) {
        return file(batch, number).path("problem").path("code").asString("");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void good_bad_and_hostile_files_are_read_one_by_one_and_none_hinders_another(Office office) throws Exception {
        String code = Office.newCode();
        byte[] good = sample(Papers.A, code);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("แบบรายงาน ก.txt", good);
        files.put("ไฟล์/แบบ.pdf", PaperPdf.table(Papers.sample(Papers.A, Office.newCode())));
        files.put("../../etc/passwd", good);
        files.put("nested.zip", zip(Map.of("a.txt", good)));
        files.put("again.txt", good);
        files.put("letter.txt", "สวัสดี".getBytes(StandardCharsets.UTF_8));
        files.put("other agency.txt", sample(Papers.B, "01000000-9009"));
        files.put("__MACOSX/._a.txt", new byte[] {0});
        files.put("scan.pdf", PaperPdf.plain(""));
        long before = office.lastPosition();

        Answer accepted = handZip(office, files);
        JsonNode batch = done(office, accepted);

        assertThat(accepted.body().get("batchId").asString())
                .isEqualTo(batch.get("batchId").asString());
        assertThat(batch.get("total").asInt()).isEqualTo(9);
        assertThat(batch.get("read").asInt()).isEqualTo(2);
        assertThat(batch.get("refused").asInt()).isEqualTo(6);
        assertThat(batch.get("leftOut").asInt()).isEqualTo(1);
        assertThat(file(batch, 1).get("name").asString()).isEqualTo("แบบรายงาน ก.txt");
        assertThat(file(batch, 1).get("projectCode").asString()).isEqualTo(code);
        assertThat(file(batch, 2).get("state").asString()).isEqualTo("READ");
        assertThat(problem(batch, 3)).isEqualTo("ENTRY_NAME_UNSAFE");
        assertThat(problem(batch, 4)).isEqualTo("ENTRY_IS_ARCHIVE");
        assertThat(problem(batch, 5)).isEqualTo("FILE_TWICE_IN_BATCH");
        assertThat(problem(batch, 6)).isEqualTo("NOT_A_PROGRESS_FORM");
        assertThat(problem(batch, 7)).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(problem(batch, 8)).isEqualTo("ENTRY_LEFT_OUT");
        assertThat(problem(batch, 9)).isIn("PDF_WITHOUT_TEXT", "PDF_DAMAGED");
        for (JsonNode file : batch.get("files")) {
            JsonNode why = file.path("problem");
            if (!why.isMissingNode()) {
                assertThat(why.get("detail").asString())
                        .isEqualTo(why.at("/details/en").asString());
                assertThat(why.at("/details/th").asString()).isNotEmpty().doesNotContain("{");
            }
        }
        Answer draft = office.get(
                OFFICER, "/api/v1/imports/" + file(batch, 1).get("importId").asString());
        assertThat(draft.body().get("form").get("reports").size()).isEqualTo(10);
        assertThat(office.lastPosition()).as("nothing is recorded").isEqualTo(before);

        assertThat(office.get(COLLEAGUE, accepted.header("location")).code()).isEqualTo("IMPORT_BATCH_NOT_FOUND");
        JsonNode own = office.get(OFFICER, "/api/v1/import-batches").body().get("items");
        assertThat(own.get(0).get("batchId").asString())
                .isEqualTo(batch.get("batchId").asString());
        assertThat(office.get(COLLEAGUE, "/api/v1/import-batches")
                        .body()
                        .get("items")
                        .size())
                .isZero();
        String kept = office.database()
                .getCollection("import_batches")
                .find(Filters.eq("_id", batch.get("batchId").asString()))
                .first()
                .toJson();
        assertThat(kept).as("names may name persons").doesNotContain("แบบรายงาน", "passwd");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void several_parts_are_a_batch_and_one_alone_is_a_draft(Office office) throws Exception {
        byte[] one = sample(Papers.A, Office.newCode());
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.txt", one);
        files.put("more.zip", zip(Map.of("two.txt", sample(Papers.A, Office.newCode()))));

        JsonNode batch = done(office, Papers.handFiles(office, OFFICER, files));

        assertThat(batch.get("read").asInt()).isEqualTo(2);
        assertThat(file(batch, 2).get("name").asString()).isEqualTo("two.txt");
        assertThat(Papers.handFiles(office, OFFICER, Map.of("one.txt", one)).status())
                .isEqualTo(201);
        assertThat(Papers.hand(office, OFFICER, zip(Map.of()), "application/zip")
                        .code())
                .isEqualTo("ARCHIVE_EMPTY");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_was_refused_is_read_again_and_what_is_recorded_is_said_to_be(Office office) throws Exception {
        byte[] recorded = sample(Papers.A, Office.newCode());
        Answer draft = Papers.hand(office, OFFICER, recorded, "text/plain");
        assertThat(Papers.confirm(office, OFFICER, draft, List.of()).status()).isEqualTo(201);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("recorded.txt", recorded);
        files.put("letter.txt", "สวัสดี".getBytes(StandardCharsets.UTF_8));
        JsonNode batch = done(office, handZip(office, files));
        assertThat(file(batch, 1).get("recordedBefore").asBoolean()).isTrue();
        String at = "/api/v1/import-batches/" + batch.get("batchId").asString();

        Answer again = office.post(OFFICER, at + "/retry", "");

        assertThat(again.body().get("done").asInt()).isEqualTo(1);
        assertThat(problem(done(office, again), 2)).isEqualTo("NOT_A_PROGRESS_FORM");
        assertThat(office.post(COLLEAGUE, at + "/retry", "").status()).isEqualTo(404);
        JsonNode read = done(office, handZip(office, Map.of("a.txt", sample(Papers.A, Office.newCode()))));
        assertThat(office.post(
                                OFFICER,
                                "/api/v1/import-batches/" + read.get("batchId").asString() + "/retry",
                                "")
                        .code())
                .isEqualTo("NOTHING_TO_READ_AGAIN");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_batch_goes_on_that_another_process_left_in_the_middle(Office office) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.txt", sample(Papers.A, Office.newCode()));
        files.put("letter.txt", "สวัสดี".getBytes(StandardCharsets.UTF_8));
        JsonNode batch = done(office, handZip(office, files));
        String id = batch.get("batchId").asString();
        var batches = office.database().getCollection("import_batches");
        // as it stands where a process ended: the file waits, and the lease of its reader has run out
        Answer waits = office.post(OFFICER, "/api/v1/import-batches/" + id + "/retry", "");
        done(office, waits);
        Document second = batches.find(Filters.eq("_id", id))
                .first()
                .getList("files", Document.class)
                .get(1);
        assertThat(second.getString("state")).isEqualTo("REFUSED");
        office.post(OFFICER, "/api/v1/import-batches/" + id + "/retry", "");
        batches.updateOne(
                Filters.eq("_id", id),
                Updates.combine(
                        Updates.set("reader", "gone"),
                        Updates.set("leaseUntil", Date.from(Instant.now().minus(Duration.ofSeconds(1))))));

        done(office, handZip(office, Map.of("wakes.txt", sample(Papers.A, Office.newCode()))));

        assertThat(problem(done(office, waits), 2)).isEqualTo("NOT_A_PROGRESS_FORM");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_pdf_is_shown_beside_its_lines_and_confirmed_with_them(Office office) {
        for (String sample : List.of(Papers.A, Papers.B)) {
            String code = Office.newCode();
            byte[] pdf = PaperPdf.table(Papers.sample(sample, code));
            Answer asText = Papers.hand(office, OFFICER, Papers.sample(sample, Office.newCode()));

            Answer draft = Papers.hand(office, OFFICER, pdf, "application/pdf");

            assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
            assertThat(draft.body().get("sha256").asString())
                    .isEqualTo(Sha256.ofBytes(pdf).hex());
            assertThat(Papers.proposalIds(draft)).isEqualTo(Papers.proposalIds(asText));
            Answer source = office.get(COLLEAGUE, draft.header("location") + "/source");
            sourceHoldsWhatWasRead(draft.body(), source.body());

            Answer confirmed = Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft));
            assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
            assertThat(Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft))
                            .body())
                    .isEqualTo(confirmed.body());
            PrintoutText kept = office.part(PrintoutStore.class)
                    .text(Sha256.ofBytes(pdf).hex())
                    .orElseThrow();
            for (Fact fact : office.archive().history(ProjectCode.of(code)).facts()) {
                fact.recorded()
                        .provenance()
                        .source()
                        .lines()
                        .forEach(range -> assertThat(range.last())
                                .isLessThanOrEqualTo(kept.lines().size()));
            }
            assertThat(office.part(PrintoutStore.class).find(Sha256.ofBytes(pdf).hex()))
                    .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(pdf));
        }
    }

    private static void sourceHoldsWhatWasRead(JsonNode draft, JsonNode source) {
        assertThat(source.get("lines").size())
                .isEqualTo(draft.get("sourceLines").size());
        for (JsonNode report : draft.get("form").get("reports")) {
            String path = "form.reports[" + report.get("reportNo").asInt() + "]";
            for (JsonNode range : report.get("lines")) {
                for (int line = range.get(0).asInt(); line <= range.get(1).asInt(); line++) {
                    JsonNode shown = source.get("lines").get(line - 1);
                    assertThat(shown.get("number").asInt()).isEqualTo(line);
                    assertThat(shown.get("reads").toString()).contains("\"" + path + "\"");
                    assertThat(shown.get("page").asInt()).isPositive();
                }
            }
        }
        assertThat(source.toString()).contains("form.projectCode", "proposals[", "warnings[");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_pdf_draft_of_another_release_is_refused(Office office) {
        byte[] pdf = PaperPdf.plain(Papers.sample(Papers.A, Office.newCode()));
        Answer draft = Papers.hand(office, OFFICER, pdf, "application/pdf");
        office.database()
                .getCollection("import_drafts")
                .updateOne(Filters.eq("_id", Papers.importId(draft)), Updates.set("extractor", "0, of old"));

        assertThat(office.get(OFFICER, draft.header("location")).code()).isEqualTo("DRAFT_IS_OUTDATED");
        assertThat(Papers.confirm(office, OFFICER, draft, List.of()).code()).isEqualTo("DRAFT_IS_OUTDATED");
    }
}
