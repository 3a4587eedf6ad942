package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;

/** What the paper leaves open is recorded only as a person chose. */
class ReadingsIT {

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void nothing_is_recorded_until_a_reading_is_chosen(Office office) {
        String paper = Papers.sample(Papers.A, Office.newCode())
                .replace("- แผนพัฒนาคลองเคล็ด", ":: 12/02/2564 : ประชุมย่อย\n- แผนพัฒนาคลองเคล็ด");
        Answer draft = Papers.hand(office, OFFICER, paper);
        assertThat(draft.body().get("readings").toString())
                .contains("\"id\":\"r5-date\"", "\"taken\":\"line-85\"", "\"text\":\"2021-02-12\"");
        assertThat(draft.body().get("warnings").toString()).contains("2021-02-24", "2021-02-12");
        long before = office.lastPosition();

        for (String language : List.of("th", "en")) {
            Answer open = Papers.confirm(office, OFFICER, draft, List.of(), "Accept-Language", language);
            assertThat(open.status()).as(open.body().toString()).isEqualTo(422);
            assertThat(open.code()).isEqualTo("READING_NOT_CHOSEN");
            assertThat(open.body().get("detail").asString())
                    .contains("85", "r5-date")
                    .doesNotContain("{");
        }
        Answer unknown = confirm(office, draft, Map.of("r5-date", "line-86"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.code()).isEqualTo("UNKNOWN_READING");
        assertThat(confirm(office, draft, Map.of("r5-date", "line-87", "r6-date", "line-1"))
                        .code())
                .isEqualTo("UNKNOWN_READING");
        assertThat(office.lastPosition()).isEqualTo(before);

        Answer seen = office.get(OFFICER, draft.header("location") + "?choice=r5-date:line-87");
        assertThat(seen.body()
                        .get("form")
                        .get("reports")
                        .get(4)
                        .get("reportedOn")
                        .asString())
                .isEqualTo("2021-02-12");
        assertThat(office.get(OFFICER, draft.header("location") + "?choice=r5").status())
                .isEqualTo(400);
        Answer recorded = confirm(office, draft, Map.of("r5-date", "line-87"));
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(confirm(office, draft, Map.of("r5-date", "line-87")).body().get("ledgerPosition"))
                .as("the same choice is the same confirmation")
                .isEqualTo(recorded.body().get("ledgerPosition"));
    }

    private static Answer confirm(Office office, Answer draft, Map<String, String> choices) {
        return office.post(
                OFFICER,
                "/api/v1/imports/" + Papers.importId(draft) + "/confirmation",
                Map.of("accept", List.of(), "choices", choices));
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_printout_larger_than_a_commit_may_be_is_refused_whole(Office office) {
        String code = Office.newCode();
        String paper = Papers.sample(Papers.A, code);
        String lengthy = "ก".repeat(45_000) + "\n";
        Answer draft = Papers.hand(
                office,
                OFFICER,
                paper.replace("- แผนพัฒนาคลองเคล็ด", lengthy + "- แผนพัฒนาคลองเคล็ด")
                        .replace(" ขอบทางเดินคันหิน", lengthy + " ขอบทางเดินคันหิน"));
        assertThat(draft.status()).isEqualTo(201);
        long before = office.lastPosition();

        Answer refused = Papers.confirm(office, OFFICER, draft, List.of());

        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(413);
        assertThat(refused.code()).isEqualTo("COMMAND_TOO_LARGE");
        assertThat(office.lastPosition()).isEqualTo(before);
        Answer whole = Papers.hand(office, OFFICER, paper);
        assertThat(Papers.confirm(office, OFFICER, whole, List.of()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void two_forms_in_one_file_are_refused_with_both_codes(Office office) {
        String code = Office.newCode();
        String file = Papers.sample(Papers.A, code) + Papers.sample(Papers.B, Office.newCode());
        Answer refused = Papers.hand(office, OFFICER, file);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("TWO_PROJECTS");
        assertThat(refused.body().get("detail").asString()).contains(code).doesNotContain("{");
    }
}
