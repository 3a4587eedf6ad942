package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.Office.registered;
import static org.progressledger.query.Office.reported;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectPaused;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** How the answers follow the ledger: through restarts, replays, several instances and events nobody here knows. */
class FollowingIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final String CODE = "50210000-0001";
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Following following(ConfigurableApplicationContext service) {
        return service.getBean(Following.class);
    }

    private static Office office(ConfigurableApplicationContext service) {
        return new Office(service.getBean(CommitLog.class));
    }

    private static Map<String, Document> documents(ConfigurableApplicationContext service) {
        return Kept.documents(service.getBean(MongoDatabase.class));
    }

    private static void within(Duration time, BooleanSupplier comesTrue) throws InterruptedException {
        Instant deadline = Instant.now().plus(time);
        while (!comesTrue.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(comesTrue.getAsBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void after_a_restart_only_what_is_new_is_followed(TestMongo server) {
        Map<String, String> properties = ServiceOn.fresh(server);
        try (ConfigurableApplicationContext first = ServiceOn.start(properties)) {
            long position = office(first).record(Office.projectWithReports(CODE, "ก", "10"));
            following(first).await(position);
            // what a replay would bring back
            Kept.in(first.getBean(MongoDatabase.class), "projects").deleteOne(new Document("_id", CODE));
        }
        try (ConfigurableApplicationContext second = ServiceOn.start(properties)) {
            assertThat(following(second).position())
                    .as("known before anything is read again")
                    .isEqualTo(1);
            long position = office(second).record(registered("50210000-0002", "ข"));
            following(second).await(position);

            ReadModel readModel = second.getBean(ReadModel.class);
            assertThat(readModel.project(ProjectCode.of("50210000-0002"))).isPresent();
            assertThat(readModel.project(ProjectCode.of(CODE)))
                    .as("its events were not read again")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void the_same_ledger_gives_the_same_documents_told_once_or_twice(TestMongo server) throws InterruptedException {
        try (ConfigurableApplicationContext service = ServiceOn.start(ServiceOn.fresh(server))) {
            Office office = office(service);
            office.record(Office.projectWithReports(CODE, "ก", "10", "20"));
            office.record(registered("50210000-0002", "ข"));
            long position = office.record(reported(CODE, 3, "30"));
            following(service).await(position);
            Map<String, Document> once = documents(service);

            StreamingEventProcessor processor = service.getBean(EventProcessingConfiguration.class)
                    .eventProcessor("projects", StreamingEventProcessor.class)
                    .orElseThrow();
            processor.shutDown();
            processor.resetTokens();
            processor.start();
            within(PATIENCE, () -> following(service).position() >= position);
            assertThat(documents(service)).isEqualTo(once);

            processor.shutDown();
            MongoDatabase database = service.getBean(MongoDatabase.class);
            Kept.in(database, "projects").deleteMany(new Document());
            Kept.in(database, "project_parts").deleteMany(new Document());
            processor.resetTokens();
            processor.start();
            within(PATIENCE, () -> documents(service).size() == once.size());
            within(PATIENCE, () -> documents(service).equals(once));
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void an_event_that_nobody_here_knows_stops_the_answers_and_the_health_goes_down(TestMongo server)
            throws InterruptedException {
        try (ConfigurableApplicationContext service = ServiceOn.start(ServiceOn.fresh(server))) {
            Office office = office(service);
            following(service).await(office.record(Office.projectWithReports(CODE, "ก", "10")));
            assertThat(readiness(service)).isEqualTo(200);

            // met in one batch: what stands before the unknown event is told
            StreamingEventProcessor processor = service.getBean(EventProcessingConfiguration.class)
                    .eventProcessor("projects", StreamingEventProcessor.class)
                    .orElseThrow();
            processor.shutDown();
            long known = office.record(reported(CODE, 2, "20"));
            office.recordUnknown(ProjectCode.of("50210000-0002"), "project-sold", "7");
            office.record(registered("50210000-0003", "ค"));
            processor.start();

            within(PATIENCE, () -> following(service).position() == known);
            within(PATIENCE, () -> readiness(service) == 503);
            assertThat(following(service).position()).isEqualTo(known);
            within(PATIENCE, () -> following(service).trouble().isPresent());
            assertThat(following(service).trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble)
                            .hasStackTraceContaining("project-sold")
                            .hasStackTraceContaining("revision 7"));
            assertThat(service.getBean(ReadModel.class).project(ProjectCode.of(CODE)))
                    .as("what is known is still answered")
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_known_name_in_an_unknown_revision_stops_the_answers_too(TestMongo server) throws InterruptedException {
        try (ConfigurableApplicationContext service = ServiceOn.start(ServiceOn.fresh(server))) {
            long known = office(service).record(registered(CODE, "ก"));
            following(service).await(known);
            // its revisions 1 and 2 are read
            office(service).recordUnknown(ProjectCode.of(CODE), "appeal-decided", "3");

            within(PATIENCE, () -> readiness(service) == 503);
            within(PATIENCE, () -> following(service).trouble().isPresent());
            assertThat(following(service).position()).isEqualTo(known);
            assertThat(following(service).trouble())
                    .hasValueSatisfying(trouble -> assertThat(trouble)
                            .hasStackTraceContaining("appeal-decided")
                            .hasStackTraceContaining("revision 3"));
        }
    }

    private static int readiness(ConfigurableApplicationContext service) {
        WebEndpointResponse<?> answer = service.getBean(HealthEndpointWebExtension.class)
                .health(
                        org.springframework.boot.actuate.endpoint.ApiVersion.LATEST,
                        null,
                        org.springframework.boot.actuate.endpoint.SecurityContext.NONE,
                        "readiness");
        return answer.getStatus();
    }

    private static int segments(ConfigurableApplicationContext service) {
        return service.getBean(EventProcessingConfiguration.class)
                .eventProcessor("projects", StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .size();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void two_instances_share_the_projects_and_both_answer_whatever_is_asked_for(TestMongo server) throws Exception {
        Map<String, String> properties = ServiceOn.fresh(server);
        List<String> codes =
                IntStream.range(1, 9).mapToObj("50210000-%04d"::formatted).toList();
        try (ConfigurableApplicationContext one = ServiceOn.start(properties)) {
            long last = -1;
            for (String code : codes) {
                last = office(one).record(registered(code, "ก"));
            }
            following(one).await(last);
            Map<String, String> elsewhere = new HashMap<>(properties);
            // another place: else it would be taken for the first one come back
            elsewhere.put("progress-ledger.query.instance", "another");
            try (ConfigurableApplicationContext other = ServiceOn.start(elsewhere)) {
                within(PATIENCE, () -> segments(one) == 2 && segments(other) == 2);
                for (int no = 1; no <= 3; no++) {
                    for (String code : codes) {
                        long position = office(one).record(reported(code, no, Integer.toString(no)));
                        for (ConfigurableApplicationContext each : List.of(other, one)) {
                            following(each).await(position);
                            assertThat(each.getBean(ReadModel.class)
                                            .reports(ProjectCode.of(code))
                                            .orElseThrow())
                                    .hasSize(no);
                        }
                    }
                }
            }
            // what the other leaves is taken over
            within(PATIENCE, () -> segments(one) == 4);
            for (String code : codes) {
                following(one).await(office(one).record(reported(code, 4, "50")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_fact_dated_ahead_begins_to_count_on_its_day(TestMongo server) throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        Map<String, String> properties = ServiceOn.fresh(server);
        properties.put("progress-ledger.query.due-check", "50ms");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(QueryService.class)
                .initializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                        .registerBean("clock", InstantSource.class, () -> now::get))
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))) {
            LocalDate inAWeek =
                    LocalDate.ofInstant(now.get(), ZoneId.of("Asia/Bangkok")).plusDays(7);
            ProjectCode code = ProjectCode.of(CODE);
            long position = office(service)
                    .record(
                            registered(CODE, "ก"),
                            new ProjectPaused(code, inAWeek, PauseCause.OTHER, "ปิดปรับปรุง", null),
                            new ActivityHeld(code, inAWeek.plusDays(1), "เปิดงาน"));
            following(service).await(position);
            ReadModel readModel = service.getBean(ReadModel.class);
            assertThat(readModel.project(code).orElseThrow().status().name()).isEqualTo("ACTIVE");

            now.set(now.get().plus(Duration.ofDays(7)));

            within(
                    PATIENCE,
                    () -> readModel.project(code).orElseThrow().status().name().equals("PAUSED"));
            assertThat(readModel.project(code).orElseThrow().activities()).isEmpty();
        }
    }
}
