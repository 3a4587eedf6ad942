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
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
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
        Map<String, Document> all = new HashMap<>();
        MongoDatabase database = service.getBean(MongoDatabase.class);
        for (String collection : new String[] {"query_projects_v3", "query_project_parts_v3"}) {
            database.getCollection(collection).find().forEach(found -> all.put(found.getString("_id"), found));
        }
        return all;
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
            first.getBean(MongoDatabase.class)
                    .getCollection("query_projects_v3")
                    .deleteOne(new Document("_id", CODE));
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
            database.getCollection("query_projects_v3").deleteMany(new Document());
            database.getCollection("query_project_parts_v3").deleteMany(new Document());
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

    @ParameterizedTest
    @MethodSource(SERVERS)
    void of_two_instances_both_answer_though_one_follows(TestMongo server) {
        Map<String, String> properties = ServiceOn.fresh(server);
        try (ConfigurableApplicationContext one = ServiceOn.start(properties)) {
            following(one).await(office(one).record(registered(CODE, "ก")));
            Map<String, String> elsewhere = new HashMap<>(properties);
            // another place: else it would be taken for the first one come back
            elsewhere.put("progress-ledger.query.instance", "another");
            try (ConfigurableApplicationContext other = ServiceOn.start(elsewhere)) {
                for (int no = 1; no <= 3; no++) {
                    long position = office(one).record(reported(CODE, no, Integer.toString(no)));
                    following(other).await(position);
                    assertThat(other.getBean(ReadModel.class)
                                    .reports(ProjectCode.of(CODE))
                                    .orElseThrow())
                            .hasSize(no);
                }
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
