package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Sha256;
import org.progressledger.ledger.AppendTooLarge;
import org.progressledger.ledger.Commit;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Term;
import org.progressledger.problems.Texts;
import org.progressledger.projectledger.ProjectArchive;

class CommandDeskTest {
    private static final RecordActivity COMMAND =
            new RecordActivity(ProjectCode.of("50470000-3298"), LocalDate.parse("2021-01-28"), "จิตอาสา");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final CommandGateway gateway = mock();
    private final ProjectArchive archive = mock();
    private final CommandDesk desk = new CommandDesk(
            gateway,
            archive,
            () -> Instant.parse("2021-06-15T03:00:00Z"),
            new CommandSettings(3, Duration.ofSeconds(1), 100, 100, 10, null),
            meters);

    private void asks() {
        when(archive.commitOf(anyString(), anyString())).thenReturn(Optional.empty());
        desk.handle(
                COMMAND,
                new Asker("officer", Role.OFFICER, null, List.of("5047")),
                "key",
                null,
                Sha256.ofBytes(new byte[] {1}));
    }

    /** The first event of a project is refused by Axon in words of its own: another service registered it just now. */
    @ParameterizedTest
    @ValueSource(classes = {ConcurrencyException.class, AggregateStreamCreationException.class})
    void what_lost_a_race_is_decided_again(Class<? extends RuntimeException> lost) throws Exception {
        when(gateway.sendAndWait(any()))
                .thenThrow(lost.getConstructor(String.class).newInstance("taken"))
                .thenReturn(Decision.refuse(Refusal.PROJECT_ALREADY_REGISTERED, Map.of("project", "50470000-3298")));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::asks)
                .matches(refused -> refused.reason() == Refusal.PROJECT_ALREADY_REGISTERED);
        verify(gateway, times(2)).sendAndWait(any());
        assertThat(meters.get("command").timers()).singleElement().satisfies(timer -> {
            assertThat(timer.count()).isEqualTo(1);
            assertThat(timer.getId().getTags())
                    .containsExactlyInAnyOrder(Tag.of("command", "record-activity"), Tag.of("outcome", "refused"));
        });
        assertThat(meters.get("commands_refused")
                        .tag("reason", "PROJECT_ALREADY_REGISTERED")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void gives_up_after_a_number_of_races_and_says_when_to_come_back() {
        when(gateway.sendAndWait(any())).thenThrow(new ConcurrencyException("taken"));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::asks)
                .matches(refused -> refused.reason() == Refusal.TOO_MUCH_CONTENTION && refused.retryAfter() != null);
        verify(gateway, times(3)).sendAndWait(any());
    }

    private Commit askTogether() {
        return desk.handleTogether(
                List.of(new Asked(COMMAND, null), new Asked(COMMAND, null)),
                new Asker("officer", Role.OFFICER, null, List.of("5047")),
                "key",
                Sha256.ofBytes(new byte[] {1}),
                decisions -> new ProblemException(Refusal.NOTHING_TO_RECORD, Map.of("answers", decisions.size())));
    }

    @Test
    void several_commands_of_which_one_is_refused_are_refused_together_with_every_answer() {
        when(archive.commitOf(anyString(), anyString())).thenReturn(Optional.empty());
        when(gateway.sendAndWait(any()))
                .thenThrow(new ConcurrencyException("taken"))
                .thenReturn(List.of(
                        new Decision.Accepted(List.of()), Decision.refuse(Refusal.PROJECT_IS_COMPLETED, Map.of())));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(this::askTogether)
                .matches(refused -> refused.reason() == Refusal.NOTHING_TO_RECORD
                        && refused.data().equals(Map.of("answers", 2)));
        verify(gateway, times(2)).sendAndWait(any());
    }

    @Test
    void several_commands_that_were_recorded_meanwhile_are_answered_as_the_first_time() {
        Commit twin = mock();
        when(twin.requestDigest()).thenReturn(Sha256.ofBytes(new byte[] {1}).hex());
        when(archive.commitOf("officer", "key")).thenReturn(Optional.empty()).thenReturn(Optional.of(twin));
        when(gateway.sendAndWait(any())).thenReturn(List.of(Decision.refuse(Refusal.PROJECT_IS_COMPLETED, Map.of())));

        assertThat(askTogether()).isSameAs(twin);
    }

    @Test
    void a_command_id_that_stands_for_another_request_is_refused() {
        Commit earlier = mock();
        when(earlier.requestDigest()).thenReturn("another");
        when(archive.commitOf("officer", "key")).thenReturn(Optional.of(earlier));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> desk.recordedBefore(
                        new Asker("officer", Role.OFFICER, null, List.of("5047")), "key", Sha256.ofBytes(new byte[] {1
                        })))
                .matches(refused -> refused.reason() == Refusal.IDEMPOTENCY_KEY_REUSED);
    }

    @ParameterizedTest
    @CsvSource({"maxCommitBytes, ไบต์, bytes", "maxEventsPerCommit, เหตุการณ์, events"})
    void a_command_that_is_too_large_is_told_the_limit_in_the_readers_words(String limit, String thai, String english) {
        AppendTooLarge tooLarge = mock();
        when(tooLarge.limit()).thenReturn(limit);
        when(tooLarge.allowed()).thenReturn(12L);
        when(gateway.sendAndWait(any())).thenThrow(tooLarge);
        Texts texts = new Texts(List.of(new MessageBundle("messages/refusals")));

        assertThatExceptionOfType(ProblemException.class).isThrownBy(this::asks).satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo(Refusal.COMMAND_TOO_LARGE);
            assertThat(refused.data()).isEqualTo(Map.of("limit", 12L, "unit", new Term("unit." + limit, limit)));
            assertThat(texts.detail(Language.TH, refused.reason(), refused.data()))
                    .endsWith("12 " + thai);
            assertThat(texts.detail(Language.EN, refused.reason(), refused.data()))
                    .contains("12 " + english);
        });
    }
}
