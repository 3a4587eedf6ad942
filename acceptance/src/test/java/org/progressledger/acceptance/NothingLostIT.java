package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.progressledger.testservers.OnRealMongo;
import tools.jackson.databind.JsonNode;

/** Processes are killed in the middle of work; whatever was acknowledged is there afterwards, once. */
class NothingLostIT {
    private static final int CLERKS = 8;
    private static final int PROJECTS_EACH = 3;
    // a project of thousands of reports is none of a city, and each report on it would take longer than the last
    private static final int REPORTS_EACH = 40;
    private static final long GIVE_UP_MILLIS = 200_000;
    private static final long REPLAYED_MILLIS = 1_200_000;

    // one project after the other, and enough of them for a kill in between
    private static final Map<String, String> SLOW_REPLAYS =
            Map.of("PROGRESSLEDGER_REPLAY_THREADS", "1", "PROGRESSLEDGER_REPLAY_BATCH", "1");
    private static final int PROJECTS_MORE = 150;

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> uncertain = new ConcurrentLinkedQueue<>();
    private final long seed = Long.getLong("faults.seed", System.nanoTime());
    private final Queue<String> desks = new ConcurrentLinkedQueue<>();
    private final Map<Integer, String> shared = new ConcurrentHashMap<>();
    private volatile boolean closingTime;
    private volatile boolean nobodyWaits;

    /** What a clerk was told. */
    private record Acknowledged(String project, String key, JsonNode answer) {}

    @Test
    @Timeout(400)
    void every_acknowledged_command_is_there_once_whatever_was_killed() throws Exception {
        try (RunningSystem system = RunningSystem.onEmbeddedStore()) {
            clerksWorkWhile(
                    system,
                    List.of(
                            List.of(system.commandService()),
                            List.of(system.store()),
                            List.of(system.queryService(), system.store())));
        }
    }

    /** {@code -Dfaults.rounds=20} for more kills. */
    @Test
    @OnRealMongo
    @Timeout(7_000)
    void of_two_each_any_may_be_killed_and_a_fresh_replay_shows_the_same() throws Exception {
        try (RunningSystem system = RunningSystem.ofTwoEachOnRealMongo(SLOW_REPLAYS)) {
            Random lots = new Random(seed);
            List<List<ServiceProcess>> victims = new ArrayList<>();
            for (int round = 0; round < Integer.getInteger("faults.rounds", 1); round++) {
                victims.add(List.of(
                        system.commandServices().get(lots.nextInt(2)),
                        system.queryServices().get(lots.nextInt(2))));
            }
            clerksWorkWhile(system, victims);
            aReplayThatIsKilledHalfWayGoesOn(system);
            aFreshReplayShowsTheSame(system);
        }
    }

    private void clerksWorkWhile(RunningSystem system, List<List<ServiceProcess>> killed) throws Exception {
        System.out.println("NothingLostIT: moments of the kills come from seed " + seed);
        Random moments = new Random(seed);
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < CLERKS; i++) {
                work.add(clerks.submit(() -> clerk(system)));
            }
            for (List<ServiceProcess> victims : killed) {
                awaitWork();
                TimeUnit.MILLISECONDS.sleep(moments.nextInt(1500));
                victims.forEach(ServiceProcess::kill);
                // the store first, which the other ones need
                victims.reversed().forEach(ServiceProcess::start);
            }
            awaitWork();
            closingTime = true;
            for (Future<?> clerk : work) {
                clerk.get(GIVE_UP_MILLIS, TimeUnit.MILLISECONDS);
            }
            assertThat(uncertain)
                    .as("commands that were under way when something died")
                    .isNotEmpty();
            System.out.println("NothingLostIT: " + acknowledged.size() + " acknowledged, " + uncertain.size()
                    + " repeated after a kill");
            check(system);
        } finally {
            nobodyWaits = true;
            clerks.shutdownNow();
        }
    }

    /** Nobody is left who could go on with it meanwhile. */
    private void aReplayThatIsKilledHalfWayGoesOn(RunningSystem system) {
        IntStream.range(0, PROJECTS_MORE).parallel().forEach(one -> register(system));
        Client auditor = system.as("auditor");
        auditor.get("/projects?size=1&atLeast=" + last());
        String replay = "/replays/"
                + auditor.send(auditor.toQuery("POST", "/api/v1/replays", BodyPublishers.ofString("{}"))
                                .header("Content-Type", "application/json"))
                        .ok()
                        .json()
                        .get("id")
                        .asString();
        JsonNode seen = await(auditor, replay, view -> view.get("eventsDone").asLong() > 0);
        system.queryServices().forEach(ServiceProcess::kill);
        assertThat(seen.get("state").asString()).isEqualTo("RUNNING");
        assertThat(seen.get("eventsDone").asLong())
                .as("killed half-way")
                .isLessThan(seen.get("events").asLong());

        system.queryServices().forEach(ServiceProcess::launch);
        system.queryServices().forEach(ServiceProcess::awaitReady);
        assertThat(auditor.get(replay).get("state").asString()).isEqualTo("RUNNING");
        JsonNode done =
                await(auditor, replay, view -> !view.get("state").asString().equals("RUNNING"));
        assertThat(done.get("state").asString()).as("%s", done).isEqualTo("DONE");
        assertThat(done.at("/digests/new")).isEqualTo(done.at("/digests/old"));
        assertThat(done.get("differences").asLong()).isZero();
        assertThat(done.get("eventsDone").asLong()).isEqualTo(acknowledged.size());
    }

    private static JsonNode await(Client asker, String path, Predicate<JsonNode> comesTrue) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REPLAYED_MILLIS);
        JsonNode seen = asker.get(path);
        while (!comesTrue.test(seen)) {
            assertThat(System.nanoTime()).as("%s", seen).isLessThan(until);
            ServiceProcess.pause(10);
            seen = asker.get(path);
        }
        return seen;
    }

    private void aFreshReplayShowsTheSame(RunningSystem system) {
        Client auditor = system.as("auditor");
        long last = last();
        List<String> questions = acknowledged.stream()
                .map(Acknowledged::project)
                .distinct()
                .flatMap(project -> Stream.of("", "/reports", "/timeline", "/percent-changes")
                        .map(answer -> "/projects/" + project + answer))
                .toList();
        List<JsonNode> anew = system.answersAnew("auditor", last, questions);
        for (int question = 0; question < questions.size(); question++) {
            assertThat(anew.get(question))
                    .as(questions.get(question))
                    .isEqualTo(auditor.get(questions.get(question) + "?atLeast=" + last));
        }
    }

    /** Until every clerk has had a few more answers. */
    private void awaitWork() throws InterruptedException {
        int enough = acknowledged.size() + CLERKS * 4;
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIVE_UP_MILLIS);
        while (acknowledged.size() < enough) {
            assertThat(System.nanoTime()).as("work goes on").isLessThan(until);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String register(RunningSystem system) {
        String code = Paperwork.newCode();
        untilAcknowledged(system, code, "/projects", Paperwork.registration(code));
        return code;
    }

    /** Fills desk after desk. */
    private Void clerk(RunningSystem system) {
        for (int desk = 0; !closingTime; desk++) {
            List<String> projects = IntStream.range(0, PROJECTS_EACH)
                    .mapToObj(one -> register(system))
                    .toList();
            desks.addAll(projects);
            fill(system, projects, shared.computeIfAbsent(desk, first -> register(system)));
        }
        return null;
    }

    /** Reports on each of the own projects in turn, a hundredth of a per cent at a time, and writes to the shared one. */
    private void fill(RunningSystem system, List<String> projects, String shared) {
        for (int reportNo = 1; reportNo <= REPORTS_EACH && !closingTime; reportNo++) {
            for (String project : projects) {
                untilAcknowledged(
                        system,
                        project,
                        "/projects/" + project + "/reports",
                        Paperwork.report(reportNo, BigDecimal.valueOf(reportNo, 2)));
            }
            untilAcknowledged(
                    system,
                    shared,
                    "/projects/" + shared + "/activities",
                    Paperwork.activity("กิจกรรมของ " + projects.getFirst() + " " + reportNo));
        }
    }

    private void untilAcknowledged(RunningSystem system, String project, String path, Map<String, Object> body) {
        String key = UUID.randomUUID().toString();
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GIVE_UP_MILLIS);
        while (true) {
            String trouble;
            try {
                Answer answer = system.as("coordinator").command(path, body, key);
                if (answer.status() == 201) {
                    acknowledged.add(new Acknowledged(project, key, answer.json()));
                    return;
                }
                // the same command may always be sent again: it is never refused for having been recorded
                assertThat(answer.status()).as("%s", answer).isEqualTo(503);
                trouble = answer.toString();
            } catch (UncheckedIOException nobodyThere) {
                trouble = nobodyThere.toString();
            }
            uncertain.add(key);
            if (nobodyWaits || System.nanoTime() > until) {
                throw new AssertionError("Never acknowledged: " + trouble);
            }
            ServiceProcess.pause(200);
        }
    }

    private long last() {
        return acknowledged.stream()
                .mapToLong(told -> told.answer().get("ledgerPosition").asLong())
                .max()
                .orElseThrow();
    }

    private void check(RunningSystem system) {
        long last = last();
        Client auditor = system.as("auditor");
        auditor.get("/projects?size=1&atLeast=" + last);
        List<JsonNode> events = RawHistory.of(system);

        for (int position = 0; position < events.size(); position++) {
            assertThat(events.get(position).get("position").asInt()).isEqualTo(position);
        }
        assertThat(events).as("one event of each command, and no other").hasSize(acknowledged.size());
        Map<String, JsonNode> byId = events.stream()
                .collect(Collectors.toMap(event -> event.get("eventId").asString(), Function.identity()));
        assertThat(acknowledged).allSatisfy(told -> {
            JsonNode promised = told.answer().get("events").get(0);
            JsonNode recorded = byId.get(promised.get("eventId").asString());
            assertThat(recorded).as("%s", told).isNotNull();
            assertThat(recorded.get("position")).isEqualTo(promised.get("position"));
            assertThat(recorded.get("sequence")).isEqualTo(promised.get("sequence"));
            assertThat(recorded.get("type")).isEqualTo(promised.get("type"));
        });
        sequencesAreWithoutGaps(events);
        Map<String, Long> told =
                acknowledged.stream().collect(Collectors.groupingBy(Acknowledged::project, Collectors.counting()));
        desks.forEach(project -> projectionFollows(auditor, project, (int) (told.get(project) - 1), last));
        shared.values()
                .forEach(project -> assertThat(
                                auditor.get("/projects/" + project + "/timeline?type=activity-held&atLeast=" + last))
                        .hasSize((int) (told.get(project) - 1)));
    }

    private static void sequencesAreWithoutGaps(List<JsonNode> events) {
        Map<String, Integer> next = new HashMap<>();
        for (JsonNode event : events) {
            int expected = next.merge(event.get("stream").asString(), 1, Integer::sum) - 1;
            assertThat(event.get("sequence").asInt()).as("%s", event).isEqualTo(expected);
        }
    }

    private static void projectionFollows(Client auditor, String project, int reports, long last) {
        JsonNode shown = auditor.get("/projects/" + project + "?atLeast=" + last);
        assertThat(shown.get("percent").decimalValue()).isEqualByComparingTo(BigDecimal.valueOf(reports, 2));
        // nobody reported on it before work ended: it has none
        assertThat(shown.path("latestReport").path("reportNo").asInt()).isEqualTo(reports);
        assertThat(auditor.get("/projects/" + project + "/reports?atLeast=" + last))
                .hasSize(reports);
    }
}
