package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Whoever is not sure that a command arrived may send it again. */
@ExtendWith(SharedSystem.class)
class IdempotencyIT {
    private static final int TWINS = 20;

    private final RunningSystem system;
    private final Client coordinator;
    private final String code = Paperwork.newCode();

    IdempotencyIT(RunningSystem system) {
        this.system = system;
        this.coordinator = system.as("coordinator");
    }

    @BeforeEach
    void a_registered_project() {
        coordinator.command("/projects", Paperwork.registration(code)).ok();
    }

    @Test
    void the_same_key_again_answers_as_before_and_records_nothing() {
        Map<String, Object> report = Paperwork.report(1, new BigDecimal("10.00"));
        Answer first = coordinator
                .command("/projects/" + code + "/reports", report, "key-" + code)
                .ok();
        Answer again = coordinator.command("/projects/" + code + "/reports", report, "key-" + code);
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Ledger-Position")).isEqualTo(first.header("Ledger-Position"));
        assertThat(eventsOf(code)).hasSize(2);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        coordinator
                .command("/projects/" + code + "/reports", Paperwork.report(1, new BigDecimal("10.00")), "key-" + code)
                .ok();
        Answer other = coordinator.command(
                "/projects/" + code + "/reports", Paperwork.report(1, new BigDecimal("11.00")), "key-" + code);
        assertThat(other.status()).as("%s", other).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        Answer elsewhere =
                coordinator.command("/projects/" + code + "/activities", Paperwork.activity("ประชุม"), "key-" + code);
        assertThat(elsewhere.status()).as("%s", elsewhere).isEqualTo(422);
        assertThat(eventsOf(code)).hasSize(2);
    }

    @Test
    void a_key_belongs_to_the_person_who_chose_it() {
        String key = "shared-" + code;
        coordinator
                .command("/projects/" + code + "/activities", Paperwork.activity("ประชุม"), key)
                .ok();
        // refused for its own reason, not for the coordinator's key
        Answer officers = system.as("officer-5047")
                .command(
                        "/projects/" + Samples.DISTRICT.code() + "/reports/99/correction",
                        Paperwork.correction(BigDecimal.ONE),
                        key);
        assertThat(officers.code()).as("%s", officers).isEqualTo("REPORT_NOT_FOUND");
    }

    @Test
    void a_refusal_is_not_remembered() {
        Map<String, Object> second = Paperwork.report(2, new BigDecimal("20.00"));
        Answer refused = coordinator.command("/projects/" + code + "/reports", second, "early-" + code);
        assertThat(refused.code()).isEqualTo("REPORT_NUMBER_DOES_NOT_FOLLOW");
        coordinator
                .command("/projects/" + code + "/reports", Paperwork.report(1, new BigDecimal("10.00")))
                .ok();
        Answer accepted = coordinator.command("/projects/" + code + "/reports", second, "early-" + code);
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(201);
    }

    @Test
    void twenty_at_once_with_the_same_key_record_once() {
        Map<String, Object> report = Paperwork.report(1, new BigDecimal("10.00"));
        List<Answer> answers =
                atOnce(TWINS, i -> coordinator.command("/projects/" + code + "/reports", report, "twins-" + code));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(201));
        assertThat(answers.stream().map(Answer::text).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(eventsOf(code)).hasSize(2);
    }

    @Test
    void commands_on_one_project_at_once_lose_nothing() {
        List<Answer> answers = atOnce(
                TWINS,
                i -> coordinator.command("/projects/" + code + "/activities", Paperwork.activity("กิจกรรม " + i)));
        assertThat(answers)
                .allSatisfy(
                        answer -> assertThat(answer.status()).as("%s", answer).isEqualTo(201));
        Set<Long> positions = answers.stream().map(Answer::position).collect(Collectors.toSet());
        assertThat(positions).hasSize(TWINS);
        List<JsonNode> events = eventsOf(code);
        assertThat(events).hasSize(TWINS + 1);
        assertThat(events.stream().map(event -> event.get("sequence").asInt()))
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(0, TWINS).boxed().toList());
    }

    private List<JsonNode> eventsOf(String project) {
        return RawHistory.of(system).stream()
                .filter(event -> project.equals(event.path("stream").asString("")))
                .toList();
    }

    private interface Numbered {
        Answer send(int i);
    }

    private static List<Answer> atOnce(int times, Numbered sender) {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                calls.add(() -> sender.send(number));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
            return answers;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
