package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.COLLEAGUE;
import static org.progressledger.command.Office.COORDINATOR;
import static org.progressledger.command.Office.OFFICER;
import static org.progressledger.command.Office.OTHER_OFFICER;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.Fact;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.Sha256;

class ImportIT {

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_printout_is_shown_beside_its_lines_and_records_nothing(Office office) {
        String code = Office.newCode();
        byte[] bytes = Papers.sample(Papers.A, code).getBytes(StandardCharsets.UTF_8);
        long before = office.lastPosition();

        Answer draft = Papers.hand(office, OFFICER, bytes, "text/plain;charset=utf-8");

        assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
        assertThat(draft.body().get("sha256").asString())
                .isEqualTo(Sha256.ofBytes(bytes).hex());
        var form = draft.body().get("form");
        assertThat(form.get("projectCode").asString()).isEqualTo(code);
        assertThat(form.get("fiscalYear").asInt()).isEqualTo(2564);
        assertThat(form.get("reports").size()).isEqualTo(10);
        assertThat(form.get("reports").get(1).get("percent").decimalValue()).isEqualByComparingTo("15.00");
        assertThat(form.get("lines").get("projectCode").toString()).isEqualTo("[[13,13]]");
        assertThat(Papers.proposalIds(draft)).hasSize(12).doesNotHaveDuplicates();
        for (var proposal : draft.body().get("proposals")) {
            assertThat(proposal.propertyNames())
                    .contains("id", "type", "values", "lines", "matched", "confidence", "rule");
        }
        for (var warning : draft.body().get("warnings")) {
            assertThat(warning.propertyNames()).containsExactlyInAnyOrder("code", "line", "message");
            assertThat(warning.get("message").asString())
                    .isNotEqualTo(warning.get("code").asString())
                    .doesNotContain("{");
        }
        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(draft.header("location")).isEqualTo("/api/v1/imports/" + Papers.importId(draft));
        Answer again = office.get(COLLEAGUE, draft.header("location"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(draft.body());
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void both_samples_are_read_alike_however_they_are_sent(Office office) {
        for (String sample : List.of(Papers.A, Papers.B)) {
            String text = Papers.sample(sample, Office.newCode());
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            byte[] thai = text.getBytes(Papers.WINDOWS_874);
            var expected = Papers.hand(office, OFFICER, text).body().get("form");
            assertThat(expected.get("reports").size()).isEqualTo(sample.equals(Papers.A) ? 10 : 12);

            for (Answer draft : List.of(
                    Papers.hand(office, OFFICER, utf8, "text/plain"),
                    Papers.hand(office, OFFICER, thai, "text/plain"),
                    Papers.hand(office, OFFICER, thai, "text/plain;charset=windows-874"),
                    Papers.handFile(office, OFFICER, utf8, "text/plain"),
                    Papers.handFile(office, OFFICER, utf8, null),
                    Papers.handFile(office, OFFICER, utf8, "application/octet-stream"),
                    Papers.handFile(office, OFFICER, thai, "text/plain; charset=windows-874"))) {
                assertThat(draft.status()).as(draft.body().toString()).isEqualTo(201);
                assertThat(draft.body().get("form")).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void all_that_was_accepted_is_one_commit_by_date_then_place_on_paper(Office office) {
        for (String sample : List.of(Papers.A, Papers.B)) {
            String code = Office.newCode();
            String text = Papers.sample(sample, code);
            long before = office.lastPosition();
            Answer draft = Papers.hand(office, OFFICER, text);

            Answer confirmed = Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft));

            boolean formA = sample.equals(Papers.A);
            int events = formA ? 1 + 10 + 12 : 1 + 12 + 9;
            assertThat(confirmed.status()).as(confirmed.body().toString()).isEqualTo(201);
            assertThat(confirmed.body().get("events").size()).isEqualTo(events);
            assertThat(confirmed.position()).isEqualTo(before + events);
            ProjectHistory history = office.archive().history(ProjectCode.of(code));
            inOrder(history.facts());
            Sha256 sha256 = Sha256.ofBytes(text.getBytes(StandardCharsets.UTF_8));
            for (Fact fact : history.facts()) {
                var provenance = fact.recorded().provenance();
                assertThat(provenance.source().sha256()).isEqualTo(sha256);
                assertThat(provenance.source().lines()).isNotEmpty();
                assertThat(provenance.actor()).isEqualTo(OFFICER);
                boolean ofTheForm =
                        fact.event() instanceof ProjectRegistered || fact.event() instanceof ProgressReported;
                assertThat(provenance.reportNo() == null).isEqualTo(ofTheForm);
            }
            Project project = history.on(LocalDate.MAX).orElseThrow();
            assertThat(project.percent()).isEqualTo(Percent.of("100"));
            assertThat(project.status()).isEqualTo(ProjectStatus.PAUSED);
            assertThat(project.reports()).hasSize(formA ? 10 : 12);
        }
    }

    private static void inOrder(List<Fact> facts) {
        assertThat(facts.getFirst().event()).isInstanceOf(ProjectRegistered.class);
        assertThat(facts.subList(1, facts.size()))
                .isSortedAccordingTo(Comparator.comparing(Fact::happenedOn)
                        .thenComparing(fact -> fact.recorded()
                                .provenance()
                                .source()
                                .lines()
                                .getFirst()
                                .first()));
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_later_confirmation_adds_only_what_is_missing_and_a_repeat_adds_nothing(Office office) {
        String code = Office.newCode();
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, code));
        List<String> all = Papers.proposalIds(draft);

        Answer none = Papers.confirm(office, OFFICER, draft, List.of());
        assertThat(none.body().get("events").size()).isEqualTo(11);
        long afterNone = office.lastPosition();
        assertThat(Papers.confirm(office, OFFICER, draft, List.of()).body()).isEqualTo(none.body());
        assertThat(office.lastPosition()).isEqualTo(afterNone);

        Answer some = Papers.confirm(office, OFFICER, draft, all.subList(0, 5));
        assertThat(some.body().get("events").size()).isEqualTo(5);
        Answer rest = Papers.confirm(office, COORDINATOR, draft, all);
        assertThat(rest.body().get("events").size()).isEqualTo(7);
        long afterAll = office.lastPosition();

        assertThat(Papers.confirm(office, OFFICER, draft, List.of()).body()).isEqualTo(none.body());
        assertThat(Papers.confirm(office, OFFICER, draft, all.subList(0, 5)).body())
                .isEqualTo(some.body());
        assertThat(Papers.confirm(office, COORDINATOR, draft, all.reversed()).body())
                .isEqualTo(rest.body());
        Answer samePaperAgain = Papers.hand(office, OFFICER, Papers.sample(Papers.A, code));
        assertThat(Papers.confirm(office, OFFICER, samePaperAgain, List.of()).body())
                .as("another draft of the same bytes")
                .isEqualTo(none.body());
        assertThat(Papers.confirm(office, COLLEAGUE, draft, all).code()).isEqualTo("NOTHING_TO_RECORD");
        assertThat(office.lastPosition()).isEqualTo(afterAll);
        Project project =
                office.archive().history(ProjectCode.of(code)).on(LocalDate.MAX).orElseThrow();
        assertThat(project.activities()).hasSize(8);
        assertThat(project.letters()).hasSize(3);
        assertThat(project.pauses()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void of_several_who_confirm_at_once_one_records(Office office) throws Exception {
        String code = Office.newCode();
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, code));
        List<String> all = Papers.proposalIds(draft);
        long before = office.lastPosition();

        List<Answer> answers = Office.atOnce(List.of(
                () -> Papers.confirm(office, OFFICER, draft, all),
                () -> Papers.confirm(office, COLLEAGUE, draft, all),
                () -> Papers.confirm(office, OFFICER, draft, all),
                () -> Papers.confirm(office, COLLEAGUE, draft, all)));

        assertThat(office.lastPosition()).isEqualTo(before + 23);
        assertThat(answers.stream().filter(each -> each.status() == 201))
                .as("the one who won, twice")
                .hasSize(2);
        assertThat(answers.stream().filter(each -> each.status() != 201).map(Answer::code))
                .containsOnly("NOTHING_TO_RECORD");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_confirmation_with_a_key_keeps_to_the_key(Office office) {
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.B, Office.newCode()));
        String key = Office.newKey();

        Answer first = Papers.confirm(office, OFFICER, draft, List.of(), "Idempotency-Key", key);
        assertThat(first.body().get("commandId").asString()).isEqualTo(key);
        assertThat(Papers.confirm(office, OFFICER, draft, List.of(), "Idempotency-Key", key)
                        .body())
                .isEqualTo(first.body());
        assertThat(Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft), "Idempotency-Key", key)
                        .code())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_cannot_be_confirmed_is_refused_and_records_nothing(Office office) {
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, Office.newCode()));
        String at = "/api/v1/imports/" + Papers.importId(draft);
        long before = office.lastPosition();

        Answer unknown = Papers.confirm(office, OFFICER, draft, List.of("no-such-proposal"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("UNKNOWN_PROPOSAL");
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "{\"accept\":null}",
                "{\"accept\":[null]}",
                "{\"accept\":\"x\"}",
                "{\"accept\":[],\"edit\":[]}")) {
            assertThat(office.post(OFFICER, at + "/confirmation", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        for (Answer foreign : List.of(
                Papers.hand(office, OTHER_OFFICER, Papers.sample(Papers.A, Office.newCode())),
                office.get(OTHER_OFFICER, at),
                Papers.confirm(office, OTHER_OFFICER, draft, List.of()))) {
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.code()).isEqualTo("NOT_YOUR_AGENCY");
        }
        for (String id : List.of("none", "%00", "..%2F..", "x".repeat(3000))) {
            assertThat(office.get(OFFICER, "/api/v1/imports/" + id).status())
                    .as(id)
                    .isBetween(400, 404);
        }
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_draft_is_gone_after_a_week(Office office) {
        Answer draft = Papers.hand(office, OFFICER, Papers.sample(Papers.A, Office.newCode()));
        office.database()
                .getCollection("import_drafts")
                .updateOne(
                        Filters.eq("_id", Papers.importId(draft)),
                        Updates.set(
                                "madeAt",
                                Date.from(Instant.now().minus(Duration.ofDays(7).plusMinutes(1)))));

        Answer shown = office.get(OFFICER, "/api/v1/imports/" + Papers.importId(draft));

        assertThat(shown.status()).isEqualTo(404);
        assertThat(shown.code()).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(Papers.confirm(office, OFFICER, draft, List.of()).status()).isEqualTo(404);
        Papers.hand(office, OFFICER, Papers.sample(Papers.A, Office.newCode()));
        assertThat(office.database()
                        .getCollection("import_drafts")
                        .countDocuments(Filters.eq("_id", Papers.importId(draft))))
                .as("swept away with the next draft")
                .isZero();
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void two_reports_of_one_number_are_shown_with_a_warning_and_not_recorded(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code).replace("(ครั้งที่ 2)", "(ครั้งที่ 1)");
        long before = office.lastPosition();
        Answer draft = Papers.hand(office, OFFICER, text);
        assertThat(draft.body().get("warnings").toString()).contains("REPORT_NUMBER_REPEATED");

        for (String language : List.of("th", "en")) {
            Answer refused = Papers.confirm(office, OFFICER, draft, List.of(), "Accept-Language", language);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("REPORT_NUMBER_TWICE");
            assertThat(refused.body().get("detail").asString()).contains("1").doesNotContain("{");
        }
        assertThat(office.lastPosition()).isEqualTo(before);
        assertThat(office.post(OFFICER, "/api/v1/projects", Office.registration(code))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_report_that_paper_dates_ahead_is_refused_for_it_would_bar_every_later_one(Office office) {
        String code = Office.newCode();
        String text = Papers.sample(Papers.A, code).replace(":: 27/11/2563", ":: 27/11/9999");
        Answer draft = Papers.hand(office, OFFICER, text);
        assertThat(draft.status()).isEqualTo(201);
        long before = office.lastPosition();

        Answer refused = Papers.confirm(office, OFFICER, draft, Papers.proposalIds(draft));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("DATE_IN_THE_FUTURE");
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void an_imported_project_goes_on_with_typed_facts_and_corrections(Office office) {
        String code = Office.newCode();
        Papers.confirm(office, OFFICER, Papers.hand(office, OFFICER, Papers.sample(Papers.A, code)), List.of());
        String at = "/api/v1/projects/" + code;

        Answer corrected = office.post(OFFICER, at + "/reports/10/correction", Map.of("percent", 99, "reason", "x"));
        Answer typed = office.post(OFFICER, at + "/reports", Office.report(11, "2021-10-28", 99));

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(201);
        assertThat(typed.status()).as(typed.body().toString()).isEqualTo(201);
        assertThat(Papers.confirm(
                                office,
                                COLLEAGUE,
                                Papers.hand(office, OFFICER, Papers.sample(Papers.A, code)),
                                Papers.proposalIds(Papers.hand(office, OFFICER, Papers.sample(Papers.A, code))))
                        .body()
                        .get("events")
                        .size())
                .as("the proposals of the same paper may still be accepted")
                .isEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void an_account_finds_its_own_drafts_again_by_the_name_of_the_file(Office office) {
        String code = Office.newCode();
        Answer draft = Papers.handFile(
                office, COLLEAGUE, Papers.sample(Papers.A, code).getBytes(StandardCharsets.UTF_8), "text/plain");

        var own = office.get(COLLEAGUE, "/api/v1/imports").body();
        var first = own.get("items").get(0);
        assertThat(first.get("importId").asString()).isEqualTo(Papers.importId(draft));
        assertThat(first.get("projectCode").asString()).isEqualTo(code);
        assertThat(first.get("fileName")).isNotNull().isEqualTo(draft.body().get("fileName"));
        assertThat(first.get("waitsUntil")).isEqualTo(draft.body().get("waitsUntil"));
        assertThat(first.get("recorded").asBoolean()).isFalse();
        assertThat(own.get("limits").get("textBytes").asInt()).isEqualTo(2 * 1024 * 1024);
        assertThat(office.get(OTHER_OFFICER, "/api/v1/imports").body().toString())
                .doesNotContain(Papers.importId(draft));

        Papers.confirm(office, COLLEAGUE, draft, List.of());
        assertThat(office.get(COLLEAGUE, "/api/v1/imports")
                        .body()
                        .get("items")
                        .get(0)
                        .get("recorded")
                        .asBoolean())
                .isTrue();
    }
}
