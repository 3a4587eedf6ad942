package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.Period;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.UnknownEventException;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.axon.LedgerEventStorageEngine;
import org.progressledger.testservers.TestMongo;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** The wiring that both services share: it starts, and what goes in through Axon comes out of the archive. */
class ProjectLedgerIT {
    private static final String BOTH = "org.progressledger.testservers.TestMongo#servers";
    private static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    private static final ProjectRegistered REGISTERED = new ProjectRegistered(
            CODE,
            "โครงการ",
            FiscalYear.of(2564),
            new Period(LocalDate.parse("2020-10-01"), LocalDate.parse("2021-09-30")),
            new Budget(Baht.of("1000"), null),
            new ResponsibleAgency("เขต", null, null),
            null,
            null,
            null,
            List.of(),
            null,
            null,
            List.of());
    private static final ActivityHeld HELD = new ActivityHeld(CODE, LocalDate.parse("2021-01-28"), "ประชุม");
    private static final Provenance BY = new Provenance(
            "officer",
            "OFFICER",
            "เขต",
            "c-1",
            Sha256.ofBytes(new byte[] {1}),
            new Source(Sha256.ofBytes(new byte[] {2}), List.of(new LineRange(3, 4), new LineRange(7, 7))),
            "เพราะ",
            4);

    @TempDir
    Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}

    private ConfigurableApplicationContext start(TestMongo server, String database, String... more) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.mongodb.uri=" + server.connectionString(),
                        "progress-ledger.ledger.database=" + database,
                        "progress-ledger.ledger.master-key-file=" + folder.resolve("master.key"),
                        "axon.axonserver.enabled=false",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.messages=jackson3",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .properties(more)
                .run();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_axon_records_the_archive_reads_with_everything_that_is_said_of_it(TestMongo server) {
        try (var service = start(server, server.freshDatabase().getName())) {
            assertThat(service.getBean(EventStorageEngine.class)).isInstanceOf(LedgerEventStorageEngine.class);
            ProjectArchive archive = service.getBean(ProjectArchive.class);
            assertThat(archive.recordedOf(CODE)).isEmpty();
            assertThat(archive.history(CODE).on(LocalDate.MAX)).isEmpty();

            service.getBean(EventStore.class).publish(message(0, REGISTERED), message(1, HELD));

            List<RecordedEvent> recorded = archive.recordedOf(CODE);
            assertThat(recorded).extracting(RecordedEvent::event).containsExactly(REGISTERED, HELD);
            assertThat(recorded).extracting(RecordedEvent::provenance).containsOnly(BY);
            assertThat(recorded).extracting(RecordedEvent::position).containsExactly(0L, 1L);
            assertThat(recorded).extracting(RecordedEvent::hash).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
            Project project = archive.history(CODE).on(LocalDate.MAX).orElseThrow();
            assertThat(project.activities()).hasSize(1);
            assertThat(archive.commitOf("officer", "c-1"))
                    .hasValueSatisfying(commit -> assertThat(commit.size()).isEqualTo(2));
            assertThat(archive.commitOf("another", "c-1")).isEmpty();
            assertThat(archive.recordedOf(ProjectCode.of("50470000-3299"))).isEmpty();
            assertThat(service.getBean(CommitLog.class).read(0, 10))
                    .extracting(LedgerEvent::type)
                    .containsExactly("project-registered", "activity-held");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_second_start_finds_it_all_and_one_with_another_master_key_is_refused(TestMongo server) {
        String database = server.freshDatabase().getName();
        Person person = new Person("ผู้ประสานงาน ก", null, null);
        var first = start(server, database);
        var sealed = first.getBean(PersonVault.class).seal(person);
        first.close();

        try (var again = start(server, database)) {
            assertThat(again.getBean(PersonVault.class).open(sealed)).contains(person);
        }
        assertThatThrownBy(() -> start(
                        server, database, "progress-ledger.ledger.master-key-file=" + folder.resolve("another.key")))
                .hasStackTraceContaining("another master key");
        assertThatThrownBy(() -> start(
                        server,
                        database,
                        "progress-ledger.ledger.make-master-key=false",
                        "progress-ledger.ledger.master-key-file=" + folder.resolve("missing.key")))
                .hasStackTraceContaining("missing.key");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_fact_that_this_release_does_not_know_stops_the_archive(TestMongo server) {
        try (var service = start(server, server.freshDatabase().getName())) {
            service.getBean(EventStore.class).publish(message(0, REGISTERED));
            LedgerEvent known = service.getBean(CommitLog.class).read(0, 1).getFirst();
            LedgerEvent later = new LedgerEvent(
                    known.position(),
                    known.stream(),
                    known.aggregateType(),
                    known.sequence(),
                    known.eventId(),
                    known.type(),
                    "2",
                    known.timestamp(),
                    known.recordedAt(),
                    known.actor(),
                    known.commandId(),
                    known.payload(),
                    Map.copyOf(known.metadata()),
                    known.metadataJson(),
                    known.payloadSalt(),
                    known.payloadHash(),
                    known.metadataSalt(),
                    known.metadataHash(),
                    known.leafHash());
            assertThat(ProjectArchive.recorded(known).event()).isEqualTo(REGISTERED);
            assertThatThrownBy(() -> ProjectArchive.recorded(later)).isInstanceOf(UnknownEventException.class);
        }
    }

    private static DomainEventMessage<?> message(long sequence, ProjectEvent event) {
        return new GenericDomainEventMessage<>("project", CODE.text(), sequence, event, MetaData.from(BY.toMetadata()));
    }
}
