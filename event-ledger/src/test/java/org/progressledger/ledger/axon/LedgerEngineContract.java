package org.progressledger.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.CommandAlreadyRecorded;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.testservers.TestMongo;

/** What our storage engine does beyond Axon's own contract, on any server. */
abstract class LedgerEngineContract {

    private MongoDatabase database;
    private CommitLog log;
    private LedgerEventStorageEngine engine;

    abstract TestMongo server();

    @BeforeEach
    void emptyLedger() {
        database = server().freshDatabase();
        log = CommitLog.open(database, LedgerSettings.defaults(), InstantSource.system());
        engine = Engines.on(database).build();
    }

    @Test
    void one_call_is_one_commit_by_the_command_that_the_metadata_names() {
        MetaData asked = MetaData.with("actor", "officer").and("commandId", "7").and("requestDigest", "0".repeat(64));
        engine.appendEvents(event("a", 0, asked), event("b", 0, asked));
        Commit commit = log.findCommit("officer", "7").orElseThrow();
        assertThat(commit.events()).extracting(LedgerEvent::stream).containsExactly("a", "b");
        assertThat(commit.requestDigest()).isEqualTo("0".repeat(64));

        assertThatExceptionOfType(CommandAlreadyRecorded.class)
                .isThrownBy(() -> engine.appendEvents(event("a", 1, asked)))
                .satisfies(e -> assertThat(e.commit()).isEqualTo(commit));
    }

    @Test
    void without_a_command_id_the_first_event_stands_for_it() {
        DomainEventMessage<?> first = event("a", 0, MetaData.with("actor", "officer"));
        engine.appendEvents(first, event("a", 1, MetaData.emptyInstance()));
        assertThat(log.findCommit("officer", "event:" + first.getIdentifier())).isPresent();
    }

    @Test
    void another_way_to_tell_who_asked_can_be_given() {
        LedgerEventStorageEngine other = Engines.on(database)
                .commandIdentity(events -> new CommandIdentity("clerk", "no-" + events.size(), null))
                .build();
        other.appendEvents(event("a", 0, MetaData.emptyInstance()));
        assertThat(log.findCommit("clerk", "no-1")).isPresent();
    }

    @Test
    void a_taken_place_is_axons_concurrency_exception() {
        engine.appendEvents(event("a", 0, MetaData.emptyInstance()), event("a", 1, MetaData.emptyInstance()));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(event("a", 1, MetaData.emptyInstance())));
        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> engine.appendEvents(event("a", 0, MetaData.emptyInstance())));
    }

    @Test
    void the_same_event_again_is_axons_concurrency_exception() {
        DomainEventMessage<?> first = event("a", 0, MetaData.emptyInstance());
        DomainEventMessage<?> second = event("a", 1, MetaData.emptyInstance());
        engine.appendEvents(first);
        engine.appendEvents(second);
        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> engine.appendEvents(second));
        assertThatExceptionOfType(AggregateStreamCreationException.class).isThrownBy(() -> engine.appendEvents(first));
    }

    @Test
    void metadata_keeps_its_natural_types() {
        Map<String, Object> values =
                Map.of("text", "งาน", "lines", List.of(1L, 4L), "late", true, "n", Map.of("x", 7L));
        engine.appendEvents(event("a", 0, MetaData.from(values)));
        assertThat(engine.readEvents("a").next().getMetaData()).containsExactlyInAnyOrderEntriesOf(values);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.appendEvents(event("a", 1, MetaData.with("at", Instant.EPOCH))))
                .withMessageContaining("at");
    }

    @Test
    void events_are_stamped_with_position_time_and_leaf_only_when_asked_for() {
        engine.appendEvents(event("a", 0, MetaData.with("key", "value")), event("a", 1, MetaData.emptyInstance()));
        assertThat(engine.readEvents("a").next().getMetaData()).isEqualTo(MetaData.with("key", "value"));

        LedgerEventStorageEngine stamping =
                Engines.on(database).stampReadEvents(true).build();
        LedgerEvent second = log.read(1, 1).getFirst();
        TrackedEventMessage<?> read = stamping.readEvents(new GlobalSequenceTrackingToken(0), false)
                .findFirst()
                .orElseThrow();
        assertThat(read.getMetaData())
                .isEqualTo(MetaData.with("ledger.position", 1L)
                        .and("ledger.recordedAt", second.recordedAt().toString())
                        .and("ledger.leafHash", second.leafHash()));
        assertThat(stamping.readEvents("a").next().getMetaData()).containsEntry("ledger.position", 0L);
    }

    @Test
    void a_token_is_a_position() {
        engine.appendEvents(event("a", 0, MetaData.emptyInstance()), event("a", 1, MetaData.emptyInstance()));
        engine.appendEvents(new GenericEventMessage<>("of no aggregate"));
        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .isEqualTo(List.of(
                        new GlobalSequenceTrackingToken(0),
                        new GlobalSequenceTrackingToken(1),
                        new GlobalSequenceTrackingToken(2)));
        assertThat(engine.readEvents(null, false).map(event -> event instanceof DomainEventMessage<?>))
                .containsExactly(true, true, false);
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(2));
        assertThat(Engines.onEmptyLedger(server()).build().createHeadToken()).isEqualTo(engine.createTailToken());
    }

    @Test
    void tells_the_last_sequence_of_an_aggregate() {
        assertThat(engine.lastSequenceNumberFor("a")).isEmpty();
        for (int i = 0; i < 5; i++) {
            engine.appendEvents(event("a", i, MetaData.emptyInstance()));
            assertThat(engine.lastSequenceNumberFor("a")).isEqualTo(Optional.of((long) i));
        }
    }

    @Test
    void nothing_to_append_is_no_commit() {
        engine.appendEvents(List.<EventMessage<?>>of());
        assertThat(log.lastPosition()).isEmpty();
    }

    private static DomainEventMessage<?> event(String aggregate, long sequence, MetaData metaData) {
        return new GenericDomainEventMessage<>("project", aggregate, sequence, "payload", metaData);
    }
}
