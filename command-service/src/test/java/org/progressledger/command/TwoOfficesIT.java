package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.Office.Answer;
import org.progressledger.command.Rush.Request;
import org.progressledger.command.project.Again;
import org.progressledger.command.project.Decision;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.RecordedEvent;
import org.progressledger.testservers.TestMongo;
import tools.jackson.databind.JsonNode;

/** Two command services on one ledger, and callers of both who all want something of the same projects. */
class TwoOfficesIT {
    /** On the real server; the embedded store is given a smaller day. */
    private static final int CALLERS_EACH = 12;

    private static final int REQUESTS_EACH = 14;
    private static final int PROJECTS = 2;

    private final Queue<Told> told = new ConcurrentLinkedQueue<>();

    /** What a caller was answered. */
    private record Told(String key, Request request, Answer answer) {
        boolean recorded() {
            return answer.status() == 201;
        }
    }

    @ParameterizedTest
    @MethodSource("org.progressledger.testservers.TestMongo#servers")
    @Timeout(120)
    void whatever_is_asked_at_once_of_two_services_is_recorded_once_and_by_the_rules(TestMongo server)
            throws Exception {
        boolean isReal = server != TestMongo.embedded();
        Office one = Office.on(server);
        Office other = one.another();
        try {
            List<String> projects =
                    Stream.generate(one::newProject).limit(PROJECTS).toList();
            long before = one.lastPosition();
            long began = System.nanoTime();
            atOnce(List.of(one, other), projects, isReal ? CALLERS_EACH : 8, isReal ? REQUESTS_EACH : 5);
            System.out.println("TwoOfficesIT: " + told.size() + " requests in "
                    + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + " ms on " + server);
            long recorded = one.lastPosition() - before;

            nobodyIsLeftInTheDark();
            Map<String, Told> byEvent = everyAnswerIsKept();
            for (String project : projects) {
                List<RecordedEvent> history = one.archive().recordedOf(ProjectCode.of(project));
                recorded -= history.size() - 1;
                everyEventWasAnswered(history, byEvent);
                theRulesAcceptItOneByOne(history, byEvent);
                assertThat(other.archive().recordedOf(ProjectCode.of(project))).isEqualTo(history);
            }
            assertThat(recorded).as("events of other projects").isZero();
            everyKindWasRecorded();
            assertThat(forwarded(one) + forwarded(other))
                    .as("one of them appended for both, by HTTP and its token")
                    .isPositive();
        } finally {
            other.close();
        }
    }

    private static double forwarded(Office office) {
        return office.part(MeterRegistry.class)
                .get("ledger_appends_forwarded")
                .functionCounter()
                .count();
    }

    /** Caller n of the one service and caller n of the other send every third request under the same key. */
    private void atOnce(List<Office> offices, List<String> projects, int callers, int requests) throws Exception {
        Map<String, Request> sharedRequests = new ConcurrentHashMap<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int desk = caller;
            for (Office office : offices) {
                Random random = new Random(31L * desk + offices.indexOf(office));
                calls.add(() -> {
                    for (int i = 0; i < requests; i++) {
                        boolean shared = i % 3 == 0;
                        String code = projects.get((desk + i) % projects.size());
                        Project seen = office.archive()
                                .history(ProjectCode.of(code))
                                .on(LocalDate.MAX)
                                .orElseThrow();
                        Request mine = new Rush(code).next(random, seen);
                        String key = code + "-" + desk + "-" + i + (shared ? "" : "-" + offices.indexOf(office));
                        Request sent = sharedRequests.computeIfAbsent(key, unknown -> mine);
                        told.add(new Told(
                                key,
                                sent,
                                office.post(sent.account(), sent.path(), sent.body(), "Idempotency-Key", key)));
                    }
                    return requests;
                });
            }
        }
        Office.atOnce(calls);
    }

    private void nobodyIsLeftInTheDark() {
        assertThat(told)
                .allSatisfy(each -> assertThat(each.answer().status() < 500
                                || each.answer().code().equals("TOO_MUCH_CONTENTION"))
                        .as("%s", each)
                        .isTrue());
    }

    /** A key that was recorded is answered alike by both services; no event is promised to two keys. */
    private Map<String, Told> everyAnswerIsKept() {
        Map<String, Told> byKey = new HashMap<>();
        Map<String, Told> byEvent = new HashMap<>();
        for (Told each : told) {
            if (each.recorded()) {
                Told first = byKey.putIfAbsent(each.key(), each);
                if (first != null) {
                    assertThat(each.answer().body()).isEqualTo(first.answer().body());
                    continue;
                }
                for (JsonNode event : each.answer().body().get("events")) {
                    assertThat(byEvent.put(event.get("eventId").asString(), each))
                            .as("promised twice: %s", event)
                            .isNull();
                }
            }
        }
        assertThat(told.stream().filter(Told::recorded).count())
                .as("some keys were recorded by one service and answered by both")
                .isGreaterThan(byKey.size());
        return byEvent;
    }

    private static void everyEventWasAnswered(List<RecordedEvent> history, Map<String, Told> byEvent) {
        long position = -1;
        Set<String> ids = new TreeSet<>();
        for (int sequence = 0; sequence < history.size(); sequence++) {
            RecordedEvent event = history.get(sequence);
            assertThat(event.sequence()).isEqualTo(sequence);
            assertThat(event.position()).isGreaterThan(position);
            position = event.position();
            assertThat(ids.add(event.id())).as("twice in the ledger: %s", event).isTrue();
            if (sequence > 0) {
                Told promised = byEvent.get(event.id());
                assertThat(promised).as("nobody was told of %s", event).isNotNull();
                JsonNode answered = promised.answer().body().get("events").get(0);
                assertThat(answered.get("position").asLong()).isEqualTo(event.position());
                assertThat(answered.get("sequence").asLong()).isEqualTo(event.sequence());
                assertThat(event.provenance().commandId()).isEqualTo(promised.key());
                assertThat(event.provenance().actor())
                        .isEqualTo(promised.request().account());
            }
        }
        long promised = byEvent.values().stream()
                .filter(each -> each.request()
                        .command()
                        .project()
                        .equals(history.getFirst().event().project()))
                .count();
        assertThat(promised).as("what was promised is in the ledger").isEqualTo(history.size() - 1L);
    }

    private static void theRulesAcceptItOneByOne(List<RecordedEvent> history, Map<String, Told> byEvent) {
        for (RecordedEvent event : history.subList(1, history.size())) {
            Request request = byEvent.get(event.id()).request();
            Decision again = Again.decided(
                    request.command(), history.subList(0, (int) event.sequence()), request.asker(), event.recordedOn());
            assertThat(again).as("%s at %s", request, event.sequence()).isInstanceOf(Decision.Accepted.class);
            assertThat(((Decision.Accepted) again).outcomes())
                    .extracting(Decision.Outcome::event)
                    .containsExactly(event.event());
        }
    }

    private void everyKindWasRecorded() {
        Map<String, Long> recorded = told.stream()
                .filter(Told::recorded)
                .collect(Collectors.groupingBy(
                        each -> each.request().command().getClass().getSimpleName(), Collectors.counting()));
        Map<String, Long> refused = told.stream()
                .filter(each -> !each.recorded())
                .collect(Collectors.groupingBy(each -> each.answer().code(), Collectors.counting()));
        System.out.println("TwoOfficesIT: recorded " + recorded + ", refused " + refused);
        // which others get through depends on who comes first
        assertThat(recorded.keySet()).contains("ReportProgress", "CorrectReport", "RecordActivity");
    }
}
