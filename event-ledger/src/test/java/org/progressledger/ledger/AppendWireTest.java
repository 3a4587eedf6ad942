package org.progressledger.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.progressledger.ledger.Examples.NOON;
import static org.progressledger.ledger.Examples.append;
import static org.progressledger.ledger.Examples.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.ledger.AppendWire.Forwarded;
import org.progressledger.ledger.AppendWire.Outcome;

class AppendWireTest {
    private static final LedgerSettings SETTINGS = LedgerSettings.defaults();

    private static Pending pending(Append append) {
        return new Pending(
                new Draft(append, 10),
                100,
                System.nanoTime() + Duration.ofSeconds(20).toNanos(),
                SETTINGS);
    }

    private static Commit commit(Append append) {
        return new Draft(append, 10).at(new Tail(7, NOON), SETTINGS.maxClockLag(), NOON);
    }

    /** One of each kind; the test below tells when there is another kind. */
    private static Stream<LedgerException> refusals() {
        return Stream.of(
                new AppendTooLarge("maxCommitBytes", 10, 11),
                new ClockBehindLedger(NOON, NOON.plusSeconds(70)),
                new CommandAlreadyRecorded(commit(append(event("s", 0), event("t", 3)))),
                new DuplicateEventId("an-id"),
                new LedgerDamaged(5, "events.0.payload", "payload, payloadSalt and payloadHash do not agree"),
                new LedgerUnavailable("ฐานข้อมูลไม่ตอบ", true, null),
                new LedgerUnavailable("no majority", false, null),
                new SequenceConflict("s", 4, "is taken"));
    }

    @Test
    void every_kind_of_refusal_is_among_the_examples() {
        Set<Class<?>> kinds = new HashSet<>(Arrays.asList(LedgerException.class.getPermittedSubclasses()));
        assertThat(refusals().map(Object::getClass).distinct().toList())
                .containsExactlyInAnyOrderElementsOf((Set) kinds);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_arrives_with_all_that_it_says(LedgerException refusal) {
        Outcome arrived = AppendWire.readAnswer(AppendWire.answer(List.of(new Outcome.Refused(refusal))), 1)
                .getFirst();
        assertThat(arrived)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasSameClassAs(refusal)
                                .hasMessage(refusal.getMessage())
                                .usingRecursiveComparison()
                                .ignoringFields("stackTrace", "cause", "suppressedExceptions")
                                .isEqualTo(refusal));
    }

    @Test
    void an_append_arrives_as_the_same_draft() {
        NewEvent bare = new NewEvent("id", "", "s", 0, "x", null, NOON, "", Map.of());
        for (Append append : List.of(
                append(event("s", 0), event("t", 3)),
                new Append(CommandIdentity.ofFirstEvent("", "id"), List.of(bare)))) {
            Pending sent = pending(append);
            Forwarded arrived =
                    AppendWire.readQuestion(AppendWire.question(List.of(sent))).getFirst();
            assertThat(arrived.append()).isEqualTo(append);
            assertThat(arrived.patience()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(20));
            Draft there = new Draft(arrived.append(), 10, arrived.payloadSalts(), arrived.metadataSalts());
            Commit recorded = there.at(new Tail(41, NOON), SETTINGS.maxClockLag(), NOON);
            assertThat(sent.draft().became(recorded)).isTrue();
            assertThat(sent.draft().at(recorded.firstPosition(), recorded.recordedAt()))
                    .isEqualTo(recorded);
        }
    }

    @Test
    void each_append_gets_its_own_outcome() {
        List<Outcome> outcomes =
                List.of(new Outcome.Recorded(7, NOON), new Outcome.Recorded(Long.MAX_VALUE, NOON.plusMillis(1)));
        assertThat(AppendWire.readAnswer(AppendWire.answer(outcomes), 2)).isEqualTo(outcomes);
        assertThatIllegalArgumentException().isThrownBy(() -> AppendWire.readAnswer(AppendWire.answer(outcomes), 3));
    }

    private static byte[] bytes(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .array();
    }

    @Test
    void what_is_not_understood_is_said_to_be_so() {
        BsonDocument form = new BsonDocument("form", new BsonInt32(1));
        List<byte[]> nonsense = List.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                bytes(new BsonDocument("appends", new BsonArray())),
                bytes(new BsonDocument("form", new BsonInt32(2)).append("appends", new BsonArray())),
                bytes(form.clone().append("appends", new BsonString("x"))),
                bytes(form.clone().append("appends", new BsonArray(List.of(new BsonInt32(1))))),
                bytes(form.clone().append("appends", new BsonArray(List.of(new BsonDocument())))));
        for (byte[] bytes : nonsense) {
            assertThatIllegalArgumentException().isThrownBy(() -> AppendWire.readQuestion(bytes));
        }
        BsonDocument another = new BsonDocument("kind", new BsonString("OfALaterRelease"));
        byte[] later = bytes(form.clone().append("outcomes", new BsonArray(List.of(another))));
        assertThatIllegalArgumentException().isThrownBy(() -> AppendWire.readAnswer(later, 1));
    }

    @Test
    void a_salt_is_32_bytes_in_hexadecimal_digits() {
        byte[] question = AppendWire.question(List.of(pending(append(event("s", 0)))));
        BsonDocument changed = new RawBsonDocument(question).decode(new BsonDocumentCodec());
        changed.getArray("appends")
                .getFirst()
                .asDocument()
                .getArray("events")
                .getFirst()
                .asDocument()
                .put("payloadSalt", new BsonString("none"));
        assertThatIllegalArgumentException().isThrownBy(() -> AppendWire.readQuestion(bytes(changed)));
    }
}
