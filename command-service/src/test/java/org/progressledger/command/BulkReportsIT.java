package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;
import static org.progressledger.command.Office.OTHER_OFFICER;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.Percent;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Sha256;
import org.progressledger.projectledger.PrintoutStore;
import tools.jackson.databind.JsonNode;

/** A month's reports of many projects from one sheet. */
class BulkReportsIT {
    private static final String PATH = "/api/v1/bulk-reports";
    private static final String HEADER =
            "รายงานประจำเดือน,,,,,\n\"รหัสโครงการ\",วันที่,ร้อยละ,เบิกจ่าย,ผลการดำเนินงาน,หมายเหตุ\n";

    private static Answer hand(Office office, String account, String csv) {
        return hand(office, account, csv.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private static Answer hand(Office office, String account, byte[] bytes, String type) {
        return office.send(account, "POST", PATH, type, BodyPublishers.ofByteArray(bytes));
    }

    private static Answer confirm(Office office, String account, Answer draft, String... headers) {
        String path = draft.header("location") + "/confirmation";
        return office.send(account, "POST", path, null, BodyPublishers.noBody(), headers);
    }

    private static String row(String code, String date, String percent, String text) {
        return "%s,%s,%s,\"33,750.-\",%s,=1+1\n".formatted(code, date, percent, text);
    }

    private static List<String> problems(JsonNode row) {
        List<String> codes = new ArrayList<>();
        row.get("problems").forEach(problem -> codes.add(problem.get("code").asString()));
        return codes;
    }

    private static List<RecordedEvent> events(Office office, String code) {
        return office.archive().recordedOf(ProjectCode.of(code));
    }

    private static Project project(Office office, String code) {
        return office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_sheet_is_shown_decided_and_records_nothing_until_all_of_it_can_be(Office office) {
        String one = office.newProject();
        String two = office.newProject();
        office.post(OFFICER, "/api/v1/projects/" + two + "/reports", Office.report(1, "2021-01-28", 20));
        String csv = HEADER
                + row(one, "24/02/2564", "15", "เริ่มงาน")
                + row(two, "24 ก.พ. 2564", "10 %", "จัดประชุม")
                + row(one, "2021-03-24", "๒๐", "ดำเนินการต่อ")
                + row("01000000-9001", "2021-03-24", "5", "ของหน่วยงานอื่น");
        long before = office.lastPosition();

        Answer draft = hand(office, OFFICER, csv);

        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        JsonNode rows = draft.body().get("rows");
        assertThat(draft.body().at("/sheet/headerRow").asInt()).isEqualTo(2);
        assertThat(draft.body().get("columns").get(5).get("field").isNull()).isTrue();
        assertThat(rows.get(0).get("row").asInt()).isEqualTo(3);
        assertThat(rows.get(0).get("state").asString()).isEqualTo("OK");
        assertThat(rows.get(0).get("reportNo").asInt()).isEqualTo(1);
        assertThat(rows.get(0).get("before").isNull()).isTrue();
        assertThat(problems(rows.get(1))).containsExactly("PROGRESS_WENT_BACKWARDS");
        assertThat(rows.get(1).at("/before/percent").decimalValue()).isEqualByComparingTo("20");
        assertThat(rows.get(2).get("reportNo").asInt()).isEqualTo(2);
        assertThat(rows.get(2).at("/before/percent").decimalValue())
                .as("of the row above")
                .isEqualByComparingTo("15");
        assertThat(problems(rows.get(3))).containsExactly("NOT_YOUR_AGENCY");
        assertThat(rows.get(3).get("before").isNull()).isTrue();
        assertThat(draft.body().get("totals").toString())
                .isEqualTo("{\"rows\":4,\"ok\":2,\"warnings\":0,\"refused\":2,\"projects\":3,\"leftOut\":0}");

        Answer refused = confirm(office, OFFICER, draft, "Accept-Language", "en");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ROWS_REFUSED");
        assertThat(refused.body().get("detail").asString()).contains("2 of 4").endsWith("4, 6.");
        assertThat(refused.body().get("errors").get(0).get("field").asString()).isEqualTo("rows[4]");
        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(office.get(COLLEAGUE, draft.header("location")).status())
                .as("a row of another agency is on it")
                .isEqualTo(404);

        mended(office, draft, one, two);
    }

    /** The file of what is wrong, mended and sent again with the rest. */
    private static void mended(Office office, Answer draft, String one, String two) {
        String at = draft.header("location");
        String errors = new String(office.file(OFFICER, at + "/errors.csv", "th"), StandardCharsets.UTF_8);
        assertThat(errors.lines().toList()).hasSize(3);
        assertThat(errors).contains("\r\n4," + two).contains("'=1+1").contains("ต่ำกว่า");
        assertThat(new String(office.file(OFFICER, at + "/errors.xlsx", "en"), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
        String all = new String(office.file(OFFICER, at + "/errors.csv?rows=all", "en"), StandardCharsets.UTF_8);
        String mended = all.replace("10 %", "25")
                .lines()
                .filter(line -> !line.contains("01000000"))
                .reduce("", (text, line) -> text + line + "\r\n");
        long before = office.lastPosition();

        Answer again = hand(office, OFFICER, mended);
        assertThat(again.body().at("/totals/refused").asInt())
                .as(again.body().toString())
                .isZero();
        Answer recorded = confirm(office, OFFICER, again);

        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(office.lastPosition()).isEqualTo(before + 3);
        assertThat(recorded.position()).isEqualTo(before + 3);
        JsonNode reports = recorded.body().get("reports");
        assertThat(IntStream.range(0, 3).mapToObj(i -> reports.get(i).get("row").asInt()))
                .containsExactly(2, 3, 4);
        assertThat(project(office, one).percent()).isEqualTo(Percent.of("20"));
        assertThat(project(office, two).percent()).isEqualTo(Percent.of("25"));
        RecordedEvent last = events(office, one).getLast();
        assertThat(last.provenance().source().sha256())
                .isEqualTo(Sha256.ofBytes(mended.getBytes(StandardCharsets.UTF_8)));
        assertThat(last.provenance().source().lines().getFirst().first()).isEqualTo(4);
        assertThat(events(office, two).getLast().recordedAt()).as("one commit").isEqualTo(last.recordedAt());
        assertThat(office.part(PrintoutStore.class)
                        .isSheet(last.provenance().source().sha256().hex()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_same_confirmation_again_records_nothing_and_the_same_sheet_again_is_refused(Office office) {
        String csv = HEADER + row(office.newProject(), "24/02/2564", "15", "เริ่มงาน");
        Answer draft = hand(office, OFFICER, csv);

        Answer first = confirm(office, OFFICER, draft);
        long after = office.lastPosition();

        assertThat(first.status()).isEqualTo(201);
        assertThat(confirm(office, OFFICER, draft).body()).isEqualTo(first.body());
        Answer twin = hand(office, COLLEAGUE, csv);
        assertThat(problems(twin.body().get("rows").get(0))).containsExactly("LINE_ALREADY_RECORDED");
        assertThat(confirm(office, COLLEAGUE, twin).code()).isEqualTo("ROWS_REFUSED");
        String key = Office.newKey();
        Answer other = hand(office, OFFICER, HEADER + row(office.newProject(), "24/02/2564", "15", "เริ่มงาน"));
        Answer keyed = confirm(office, OFFICER, other, "Idempotency-Key", key);
        assertThat(keyed.body().get("commandId").asString()).isEqualTo(key);
        assertThat(confirm(office, OFFICER, other, "Idempotency-Key", key).body())
                .isEqualTo(keyed.body());
        assertThat(confirm(office, OFFICER, draft, "Idempotency-Key", key).code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(office.lastPosition()).isEqualTo(after + 2);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void of_several_who_file_the_same_month_at_once_one_records_all_and_the_others_nothing(Office office)
            throws Exception {
        List<String> codes =
                IntStream.range(0, 6).mapToObj(i -> office.newProject()).toList();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String account : List.of(OFFICER, COLLEAGUE, COORDINATOR)) {
            List<String> order = account.equals(COLLEAGUE) ? codes.reversed() : codes;
            StringBuilder csv = new StringBuilder(HEADER);
            order.forEach(code -> csv.append(row(code, "24/02/2564", "15", "ของ " + account)));
            Answer draft = hand(office, account, csv.toString());
            calls.add(() -> confirm(office, account, draft));
            calls.add(() -> confirm(office, account, draft));
        }
        // and somebody who reports on one of them alone
        calls.add(() ->
                office.post(COLLEAGUE, "/api/v1/projects/" + codes.get(3) + "/letters", Map.of("number", "กท 1/2564")));
        long before = office.lastPosition();

        List<Answer> answers = Office.atOnce(calls);

        assertThat(answers.getLast().status()).isEqualTo(201);
        List<Answer> confirmed = answers.subList(0, 6);
        assertThat(confirmed.stream().filter(each -> each.status() == 201))
                .as("the one who won, twice")
                .hasSize(2);
        assertThat(confirmed.stream().filter(each -> each.status() != 201).map(Answer::code))
                .containsOnly("ROWS_REFUSED");
        assertThat(office.lastPosition()).isEqualTo(before + 7);
        assertThat(codes.stream()
                        .map(code -> events(office, code).stream()
                                .filter(event -> event.provenance().source() != null)
                                .map(event -> event.provenance().actor() + event.recordedAt())
                                .toList())
                        .distinct())
                .as("each project has the one report of one commit")
                .hasSize(1)
                .allSatisfy(reports -> assertThat(reports).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_happens_between_the_draft_and_its_confirmation_is_decided_anew(Office office) {
        String code = office.newProject();
        Answer draft = hand(office, OFFICER, HEADER + row(code, "24/02/2564", "15", "เริ่มงาน"));
        office.post(COLLEAGUE, "/api/v1/projects/" + code + "/reports", Office.report(1, "2021-02-24", 10));

        JsonNode row = office.get(COLLEAGUE, draft.header("location"))
                .body()
                .get("rows")
                .get(0);

        assertThat(problems(row)).as("it was shown as the first").containsExactly("REPORT_NUMBER_DOES_NOT_FOLLOW");
        assertThat(confirm(office, OFFICER, draft).code()).isEqualTo("ROWS_REFUSED");
        assertThat(events(office, code)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_cannot_be_read_or_is_not_there_is_said_in_both_languages(Office office) {
        for (String language : List.of("th", "en")) {
            Answer refused = office.send(
                    OFFICER,
                    "POST",
                    PATH,
                    "text/csv",
                    BodyPublishers.ofString("ก,ข\n1,2"),
                    "Accept-Language",
                    language);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("HEADER_NOT_FOUND");
            assertThat(refused.body().get("detail").asString()).doesNotContain("{");
        }
        assertThat(hand(office, OFFICER, new byte[3_000_000], "text/csv").code())
                .isEqualTo("SHEET_TOO_LARGE");
        assertThat(hand(office, OFFICER, new byte[5_000_000], "text/csv").code())
                .isEqualTo("BODY_TOO_LARGE");
        assertThat(hand(office, OFFICER, "{}".getBytes(StandardCharsets.UTF_8), "application/json")
                        .status())
                .isEqualTo(415);
        Answer unknown = hand(office, OFFICER, HEADER + row(Office.newCode(), "24/02/2564", "15", "x"));
        assertThat(problems(unknown.body().get("rows").get(0))).containsExactly("PROJECT_NOT_FOUND");
        assertThat(office.get(OTHER_OFFICER, unknown.header("location")).code()).isEqualTo("BULK_REPORTS_NOT_FOUND");
        assertThat(confirm(office, OTHER_OFFICER, unknown).code()).isEqualTo("BULK_REPORTS_NOT_FOUND");
        assertThat(office.get(OFFICER, unknown.header("location") + "/errors.csv?rows=some")
                        .code())
                .isEqualTo("INVALID_PARAMETER");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_template_is_filled_in_and_sent(Office office) {
        byte[] template = office.file(OFFICER, PATH + "/template.xlsx", "th");
        assertThat(hand(office, OFFICER, template, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .code())
                .isEqualTo("NO_ROWS");
        String code = office.newProject();
        String filled = new String(office.file(OFFICER, PATH + "/template.csv", "th"), StandardCharsets.UTF_8)
                .lines()
                .limit(1)
                .reduce("", (text, line) -> text + line + "\n");

        Answer draft = Papers.handFileTo(
                office,
                OFFICER,
                PATH,
                (filled + code + ",โครงการอื่น,1,28/02/2564,40.00,,ทำแล้ว,เป็นไปตามแผน,\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        JsonNode row = draft.body().get("rows").get(0);
        assertThat(row.get("state").asString()).isEqualTo("WARNING");
        assertThat(problems(row)).containsExactly("NAME_DIFFERS");
        assertThat(confirm(office, OFFICER, draft).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_sheet_that_is_too_much_for_one_commit_is_refused_with_the_limit(Office office) {
        String code = office.newProject();
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            csv.append(row(code, "24/02/2564", "15", "ก".repeat(19_000) + i));
        }
        Answer draft = hand(office, OFFICER, csv.toString());
        long before = office.lastPosition();

        Answer refused = confirm(office, OFFICER, draft);

        assertThat(refused.code()).as(refused.body().toString()).isEqualTo("COMMAND_TOO_LARGE");
        assertThat(office.lastPosition()).isEqualTo(before);
    }
}
