package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Period;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.ledger.CommitLog;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ReadModel;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** How kept hits follow what changes without an event: the calendar, thresholds, and an earlier release. */
class FlagsFollowIT {
    private static final String SERVERS = "org.progressledger.testservers.TestMongo#servers";
    private static final ProjectCode CODE = ProjectCode.of("52200000-0001");
    // a slow machine is no failure
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static List<String> kept(ConfigurableApplicationContext service) {
        return service.getBean(ReadModel.class).flags(CODE).orElse(List.of()).stream()
                .map(FlagView::id)
                .toList();
    }

    private static void record(ConfigurableApplicationContext service, ProjectRegistered registered) {
        long position =
                new Office(service.getBean(CommitLog.class)).record(registered, Office.reported(CODE.text(), 1, "60"));
        service.getBean(Following.class).await(position);
    }

    private static void within(BooleanSupplier comesTrue) throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!comesTrue.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
        }
        assertThat(comesTrue.getAsBoolean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void another_threshold_finds_what_was_recorded_before_it(TestMongo server) throws InterruptedException {
        Map<String, String> properties = ServiceOn.fresh(server);
        properties.put("progress-ledger.query.due-check", "50ms");
        Map<String, String> before = new HashMap<>(properties);
        before.put("progress-ledger.flags.jump-points", "61");
        try (ConfigurableApplicationContext service = ServiceOn.start(before)) {
            record(service, Office.registered(CODE.text(), "ก"));
            assertThat(kept(service)).contains("unsigned").doesNotContain("pct-jump-r1");
        }
        try (ConfigurableApplicationContext service = ServiceOn.start(properties)) {
            within(() -> kept(service).contains("pct-jump-r1"));
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void a_project_that_a_release_without_flags_folded_gets_them(TestMongo server) throws InterruptedException {
        Map<String, String> properties = ServiceOn.fresh(server);
        properties.put("progress-ledger.query.due-check", "50ms");
        try (ConfigurableApplicationContext service = ServiceOn.start(properties)) {
            record(service, Office.registered(CODE.text(), "ก"));
            Kept.in(service.getBean(MongoDatabase.class), "projects")
                    .updateOne(
                            new Document("_id", CODE.text()),
                            new Document("$unset", new Document("parts.flags", "").append("hits", "")));
            assertThat(service.getBean(ReadModel.class).project(CODE)).isPresent();
            assertThat(kept(service)).isEmpty();
            Kept.in(service.getBean(MongoDatabase.class), "projects")
                    .updateOne(
                            new Document("_id", CODE.text()), new Document("$unset", new Document("flagEdition", "")));

            within(() -> kept(service).contains("pct-jump-r1"));
        }
    }

    @ParameterizedTest
    @MethodSource(SERVERS)
    void hits_change_with_the_calendar_though_nothing_is_recorded(TestMongo server) throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        LocalDate today = LocalDate.ofInstant(now.get(), ZoneId.of("Asia/Bangkok"));
        LocalDate last = today.plusMonths(2);
        Map<String, String> properties = ServiceOn.fresh(server);
        properties.put("progress-ledger.query.due-check", "50ms");
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(QueryService.class)
                .initializers(context -> ((org.springframework.context.support.GenericApplicationContext) context)
                        .registerBean("clock", InstantSource.class, () -> now::get))
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))) {
            record(
                    service,
                    new ProjectRegistered(
                            CODE,
                            "ก",
                            FiscalYear.of(2564),
                            new Period(today, last),
                            new Budget(Baht.ZERO, null),
                            new ResponsibleAgency("เขต", null, null),
                            null,
                            null,
                            null,
                            List.of(),
                            null,
                            null,
                            List.of()));
            String month = "missing-month-" + java.time.YearMonth.from(today);
            assertThat(kept(service)).doesNotContain(month, "unsigned");

            now.set(at(today.withDayOfMonth(1).plusMonths(1)));
            within(() -> kept(service).contains(month));
            assertThat(kept(service)).doesNotContain("unsigned");

            now.set(at(last.plusDays(1)));
            within(() -> kept(service).contains("unsigned"));
        }
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneId.of("Asia/Bangkok")).toInstant();
    }
}
