package org.progressledger.command.project;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.ledger.AppendTooLarge;
import org.progressledger.ledger.CommandAlreadyRecorded;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.Term;
import org.progressledger.projectledger.ProjectArchive;
import org.springframework.stereotype.Component;

/**
 * Takes a command to its project and brings back what was recorded. The same command again is answered as the first
 * time; refusals are not remembered.
 */
@Component
public class CommandDesk {
    private final CommandGateway gateway;
    private final ProjectArchive archive;
    private final InstantSource clock;
    private final CommandSettings settings;
    private final CommandMeters meters;

    CommandDesk(
            CommandGateway gateway,
            ProjectArchive archive,
            InstantSource clock,
            CommandSettings settings,
            MeterRegistry meters) {
        this.gateway = gateway;
        this.archive = archive;
        this.clock = clock;
        this.settings = settings;
        this.meters = new CommandMeters(meters);
    }

    /** The day in Bangkok. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RecordedEvent.OFFICE);
    }

    /**
     * @param commandId the caller's idempotency key; null makes the command one of its own
     * @param expectedVersion how many events the project had when the asker looked; null where the asker does not say
     * @param requestDigest keyed digest of the request
     * @return what was recorded, now or the first time
     * @throws ProblemException if the command is refused, or the id stands for another request
     */
    public Commit handle(
            ProjectCommand command,
            Asker asker,
            @Nullable String commandId,
            @Nullable Long expectedVersion,
            Sha256 requestDigest) {
        return meters.measured(
                CommandMeters.kind(command),
                () -> handleOne(command, asker, commandId, expectedVersion, requestDigest));
    }

    private Commit handleOne(
            ProjectCommand command,
            Asker asker,
            @Nullable String commandId,
            @Nullable Long expectedVersion,
            Sha256 requestDigest) {
        Optional<Commit> earlier = recordedBefore(asker, commandId, requestDigest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        String id = commandId == null ? UUID.randomUUID().toString() : commandId;
        Provenance provenance = provenance(asker, command, id, requestDigest);
        Ask ask = new Ask(
                command.project().text(), command, asker, today(), settings.deadline(), expectedVersion, provenance);
        return recorded(asker, id, requestDigest, () -> {
            Decision decision = insist(ask);
            if (decision instanceof Decision.Refused refused) {
                throw new ProblemException(refused.reason(), refused.data());
            }
        });
    }

    /**
     * All of these in one commit, or none.
     *
     * @param asked at least one
     * @param commandId by which the same again is known
     * @param refusal what the caller is told where some are refused, from the answers in their order
     * @return what was recorded, now or the first time
     * @throws ProblemException if any is refused, the id stands for another request, or it is too much for one commit
     */
    public Commit handleTogether(
            List<Asked> asked,
            Asker asker,
            String commandId,
            Sha256 requestDigest,
            Function<List<Decision>, ProblemException> refusal) {
        return meters.measured("together", () -> handleAll(asked, asker, commandId, requestDigest, refusal));
    }

    private Commit handleAll(
            List<Asked> asked,
            Asker asker,
            String commandId,
            Sha256 requestDigest,
            Function<List<Decision>, ProblemException> refusal) {
        Optional<Commit> earlier = recordedBefore(asker, commandId, requestDigest);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        LocalDate today = today();
        AskTogether together = new AskTogether(asked.stream()
                .map(one -> {
                    Provenance provenance = provenance(asker, one.command(), commandId, requestDigest);
                    Source source = one.source();
                    return new Ask(
                            one.command().project().text(),
                            one.command(),
                            asker,
                            today,
                            settings.deadline(),
                            null,
                            source == null ? provenance : provenance.from(source, null));
                })
                .toList());
        return recorded(asker, commandId, requestDigest, () -> {
            List<Decision> decisions = insist(together);
            if (decisions.stream().anyMatch(Decision.Refused.class::isInstance)) {
                throw refusal.apply(decisions);
            }
        });
    }

    /** What would become of these, one after the other, if they were asked now; nothing is recorded. */
    public List<Foreseen> foresee(List<Asked> asked, Asker asker) {
        return Series.decide(
                asked,
                // what is another agency's is refused whatever stands there
                code -> asker.mayActFor(code.text()) ? archive.recordedOf(code) : List.of(),
                asker,
                today(),
                settings.deadline());
    }

    /** The number that the project's next report bears; empty while the code is not registered. */
    public OptionalInt nextReportNo(ProjectCode code) {
        return recorded(code).map(Reports::nextNumber).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Provenance provenance(Asker asker, ProjectCommand command, String id, Sha256 requestDigest) {
        return new Provenance(
                asker.id(), asker.role().name(), agencyOf(asker, command), id, requestDigest, null, null, null);
    }

    private Commit recorded(Asker asker, String id, Sha256 requestDigest, Runnable recording) {
        try {
            recording.run();
        } catch (CommandAlreadyRecorded twin) {
            return answeredAsBefore(twin.commit(), requestDigest);
        } catch (LedgerUnavailable unavailable) {
            // whoever asks again under this id is told what became of it, and records nothing twice
            throw new ProblemException(
                            CommonReason.STORE_UNAVAILABLE,
                            Map.of("commandId", id, "outcomeUnknown", unavailable.outcomeUnknown()))
                    .withRetryAfter(settings.retryAfter())
                    .causedBy(unavailable);
        } catch (ProblemException refused) {
            // a twin recorded in the meantime is why the rules refuse: the caller still gets the twin's answer
            return archive.commitOf(asker.id(), id)
                    .map(twin -> answeredAsBefore(twin, requestDigest))
                    .orElseThrow(() -> refused);
        }
        return archive.commitOf(asker.id(), id)
                .orElseThrow(() -> new IllegalStateException("An acknowledged command is not in the ledger: " + id));
    }

    /**
     * What the same command recorded the first time, if it did.
     *
     * @throws ProblemException if the id stands for another request
     */
    public Optional<Commit> recordedBefore(Asker asker, @Nullable String commandId, Sha256 requestDigest) {
        return commandId == null
                ? Optional.empty()
                : archive.commitOf(asker.id(), commandId).map(earlier -> answeredAsBefore(earlier, requestDigest));
    }

    /** All that is recorded of a project, whatever its date; empty while its code is not registered. */
    public Optional<Project> recorded(ProjectCode code) {
        return archive.history(code).on(LocalDate.MAX);
    }

    /**
     * Decides without recording, so that nothing is kept for a command that would be refused anyway.
     *
     * @throws ProblemException if the command would be refused now
     */
    public void refuseIfHopeless(ProjectCommand command, Asker asker) {
        Project project = archive.history(command.project()).on(LocalDate.MAX).orElse(null);
        if (Decisions.decide(command, project, asker, today(), settings.deadline())
                instanceof Decision.Refused refused) {
            throw new ProblemException(refused.reason(), refused.data());
        }
    }

    /** An officer always acts for an agency: where the account names none, for that of the project's code. */
    private static @Nullable String agencyOf(Asker asker, ProjectCommand command) {
        return asker.agency() == null && asker.role() == Role.OFFICER
                ? command.project().agencyCode()
                : asker.agency();
    }

    /** Two commands on one project at once: the later one is decided again, on what the earlier one recorded. */
    private <T> T insist(Object ask) {
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            try {
                return gateway.sendAndWait(ask);
            } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
                giveWay(attempt);
            } catch (AppendTooLarge tooLarge) {
                throw new ProblemException(Refusal.COMMAND_TOO_LARGE, limitOf(tooLarge)).causedBy(tooLarge);
            }
        }
        throw new ProblemException(Refusal.TOO_MUCH_CONTENTION, Map.of("attempts", settings.attempts()))
                .withRetryAfter(settings.retryAfter());
    }

    private static Map<String, Object> limitOf(AppendTooLarge tooLarge) {
        return Map.of("limit", tooLarge.allowed(), "unit", new Term("unit." + tooLarge.limit(), tooLarge.limit()));
    }

    /** A short while that differs from everybody else's, longer with each attempt. */
    private static void giveWay(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, 2L + 2L * attempt));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE).causedBy(stopped);
        }
    }

    private static Commit answeredAsBefore(Commit commit, Sha256 requestDigest) {
        if (!requestDigest.hex().equals(commit.requestDigest())) {
            throw new ProblemException(Refusal.IDEMPOTENCY_KEY_REUSED);
        }
        return commit;
    }
}
