package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import tools.jackson.databind.JsonNode;

/** A form that was open for long is not sent over what others recorded meanwhile. */
class IfMatchIT {
    private static final Map<String, Object> ACTIVITY = Map.of("heldOn", "2021-01-28", "description", "จิตอาสา");
    private static final int OFFICERS = 8;

    private static String activities(String code) {
        return "/api/v1/projects/" + code + "/activities";
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void who_saw_an_older_version_is_told_what_came_since_and_nothing_is_recorded(Office office) {
        String code = office.newProject();
        office.post(OFFICER, activities(code), ACTIVITY);
        office.post(Office.COORDINATOR, "/api/v1/projects/" + code + "/letters", Map.of("number", "กท 1"));
        long before = office.lastPosition();

        Answer answer = office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "\"1\"");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.code()).isEqualTo("VERSION_HAS_CHANGED");
        JsonNode data = answer.body().path("data");
        assertThat(data.path("expected").asInt()).isEqualTo(1);
        assertThat(data.path("version").asInt()).isEqualTo(3);
        assertThat(data.path("changes")).hasSize(2);
        JsonNode letter = data.path("changes").get(1);
        assertThat(letter.path("sequence").asInt()).isEqualTo(2);
        assertThat(letter.path("type").asString()).isEqualTo("letter-cited");
        assertThat(letter.path("actor").asString()).isEqualTo(Office.COORDINATOR);
        assertThat(letter.path("recordedAt").asString()).isNotBlank();
        assertThat(office.lastPosition()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void the_present_version_and_a_star_record_and_a_coming_version_does_not(Office office) {
        String code = office.newProject();

        assertThat(office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "\"2\"")
                        .status())
                .isEqualTo(412);
        assertThat(office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(201);
        assertThat(office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "2")
                        .status())
                .isEqualTo(201);
        assertThat(office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "*")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void what_is_no_version_is_refused(Office office) {
        String code = office.newProject();
        for (String wrong : List.of("abc", "W/\"1\"", "\"-1\"", "\"1\", \"2\"", "\"9999999999999999999\"")) {
            Answer answer = office.post(OFFICER, activities(code), ACTIVITY, "If-Match", wrong);

            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.body().at("/data/parameter").asString()).isEqualTo("If-Match");
        }
    }

    /** The own command is one of the things that came since. */
    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void a_repeat_under_its_key_is_answered_as_the_first_time_whatever_the_version(Office office) {
        String code = office.newProject();
        String key = Office.newKey();
        String[] headers = {"If-Match", "\"1\"", "Idempotency-Key", key};
        Answer first = office.post(OFFICER, activities(code), ACTIVITY, headers);

        Answer again = office.post(OFFICER, activities(code), ACTIVITY, headers);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void of_those_who_saw_the_same_version_at_once_one_is_recorded(Office office) throws Exception {
        String code = office.newProject();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < OFFICERS; i++) {
            calls.add(() -> office.post(OFFICER, activities(code), ACTIVITY, "If-Match", "\"1\""));
        }

        List<Answer> answers = Office.atOnce(calls);

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 412)).hasSize(OFFICERS - 1);
    }
}
