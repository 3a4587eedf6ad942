package org.progressledger.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.ledger.faults.Operation.Outcome;

class HistoryCheckTest {
    private static final Instant NOON = Instant.parse("2026-11-23T05:00:00Z");
    private static final List<LedgerEvent> LEDGER =
            List.of(event(0, "a", 0, NOON), event(1, "b", 0, NOON), event(2, "a", 1, NOON.plusMillis(1)));

    private static LedgerEvent event(long position, String stream, long sequence, Instant recordedAt) {
        return new LedgerEvent(
                position,
                stream,
                "project",
                sequence,
                stream + sequence,
                "progress-reported",
                "1",
                recordedAt,
                recordedAt,
                "writer",
                stream + sequence,
                "{}",
                Map.of(),
                "{}",
                "",
                "",
                "",
                "",
                "");
    }

    private static Operation recorded(long startedAt, long endedAt, String stream, long sequence, long position) {
        return new Operation(startedAt, endedAt, Outcome.RECORDED, stream, sequence, stream + sequence, position);
    }

    private static Operation read(long startedAt, long endedAt, String stream, long last) {
        return new Operation(startedAt, endedAt, Outcome.READ, stream, last, null, -1);
    }

    private static Operation asked(Outcome outcome, long startedAt, long endedAt, String stream, long sequence) {
        return new Operation(startedAt, endedAt, outcome, stream, sequence, stream + sequence, -1);
    }

    private static final Operation A0 = recorded(0, 10, "a", 0, 0);
    private static final Operation B0 = recorded(5, 15, "b", 0, 1);
    private static final Operation A1 = recorded(12, 20, "a", 1, 2);

    private static List<String> violations(Operation... operations) {
        return HistoryCheck.violations(LEDGER, List.of(operations));
    }

    @Test
    void what_was_answered_in_the_order_of_the_positions_is_in_order() {
        assertThat(violations(A0, B0, A1, read(11, 30, "a", 0), read(11, 30, "a", 1)))
                .isEmpty();
        assertThat(violations(A0, asked(Outcome.UNKNOWN, 5, Long.MAX_VALUE, "b", 0), A1))
                .isEmpty();
        assertThat(violations(A0, B0, A1, asked(Outcome.TAKEN, 1, 9, "b", 0))).isEmpty();
    }

    @Test
    void an_acknowledged_event_that_is_not_there_is_lost() {
        assertThat(violations(A0, B0, A1, recorded(21, 22, "c", 0, 3)))
                .singleElement()
                .asString()
                .startsWith("acknowledged and lost");
        assertThat(violations(A0, B0, recorded(12, 20, "a", 1, 1)))
                .singleElement()
                .asString()
                .startsWith("acknowledged elsewhere");
    }

    @Test
    void an_event_that_was_refused_or_that_nobody_asked_for_does_not_stand_there() {
        assertThat(violations(A0, B0)).singleElement().asString().startsWith("recorded although refused");
        assertThat(violations(A0, B0, asked(Outcome.REFUSED, 12, 20, "a", 1)))
                .singleElement()
                .asString()
                .startsWith("recorded although refused");
    }

    @Test
    void whoever_asks_after_an_answer_stands_behind_it() {
        // b was asked for when a's second event was known
        assertThat(violations(A0, recorded(21, 25, "b", 0, 1), A1))
                .singleElement()
                .asString()
                .startsWith("position 1 was asked for");
        // known because somebody saw it, although its writer was never answered
        assertThat(violations(
                        A0,
                        recorded(21, 25, "b", 0, 1),
                        asked(Outcome.UNKNOWN, 12, Long.MAX_VALUE, "a", 1),
                        read(13, 20, "a", 1)))
                .singleElement()
                .asString()
                .startsWith("position 1 was asked for");
    }

    @Test
    void a_question_is_answered_with_what_was_there() {
        assertThat(violations(A0, B0, A1, read(30, 31, "a", 2)))
                .singleElement()
                .asString()
                .startsWith("saw what is not there");
        assertThat(violations(A0, B0, A1, read(5, 11, "a", 1)))
                .singleElement()
                .asString()
                .startsWith("saw what nobody had asked for");
        assertThat(violations(A0, B0, A1, read(21, 22, "a", 0)))
                .singleElement()
                .asString()
                .startsWith("did not see what was known");
        // somebody saw it before, so nobody may miss it later
        assertThat(violations(
                        A0,
                        B0,
                        asked(Outcome.UNKNOWN, 12, Long.MAX_VALUE, "a", 1),
                        read(13, 14, "a", 1),
                        read(15, 16, "a", 0)))
                .singleElement()
                .asString()
                .startsWith("did not see what was known");
    }

    @Test
    void a_place_is_taken_only_by_somebody() {
        assertThat(violations(A0, B0, A1, asked(Outcome.TAKEN, 30, 31, "a", 2)))
                .singleElement()
                .asString()
                .startsWith("refused for a place that nobody had taken");
    }

    @Test
    void every_event_has_one_place_and_none_was_recorded_before_its_predecessor() {
        List<LedgerEvent> wrong =
                List.of(event(0, "a", 0, NOON), event(1, "a", 0, NOON.minusMillis(1)), event(3, "b", 1, NOON));
        assertThat(HistoryCheck.violations(wrong, List.of(A0, recorded(0, 10, "b", 1, 3))))
                .anySatisfy(text -> assertThat(text).startsWith("event a0 is recorded twice"))
                .anySatisfy(text -> assertThat(text).startsWith("position 1 was recorded before"))
                .anySatisfy(text -> assertThat(text).startsWith("position 2 holds 3"))
                .anySatisfy(text -> assertThat(text).startsWith("a/0 stands where 1 belongs"))
                .anySatisfy(text -> assertThat(text).startsWith("b/1 stands where 0 belongs"));
    }
}
