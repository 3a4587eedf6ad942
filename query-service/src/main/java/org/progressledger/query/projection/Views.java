package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Amended;
import org.progressledger.events.EventJson;
import org.progressledger.events.Fact;
import org.progressledger.events.Letter;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Source;
import org.progressledger.query.projection.ProjectView.PersonView;
import tools.jackson.databind.JsonNode;

/** The parts that answers share. Field names are the HTTP contract's. */
public final class Views {
    private Views() {}

    /** Who recorded it, in which role, for which agency. */
    public record ActorView(
            String id, String role, @Nullable String agency) {
        public static ActorView of(Provenance provenance) {
            return new ActorView(provenance.actor(), provenance.role(), provenance.agency());
        }
    }

    /** The printout and its lines. */
    public record SourceView(String sha256, List<LineRange> lines) {
        static @Nullable SourceView of(@Nullable Source source) {
            return source == null ? null : new SourceView(source.sha256().hex(), source.lines());
        }

        public static @Nullable SourceView of(Fact fact) {
            return of(fact.recorded().provenance().source());
        }
    }

    /** The event behind a value. */
    public record EventView(
            long position, long sequence, String eventId, Instant recordedAt, ActorView actor, String hash) {
        public static EventView of(Fact fact) {
            RecordedEvent recorded = fact.recorded();
            return new EventView(
                    recorded.position(),
                    recorded.sequence(),
                    recorded.id(),
                    recorded.recordedAt(),
                    ActorView.of(recorded.provenance()),
                    recorded.hash());
        }
    }

    /** A letter. */
    public record LetterView(
            String number,
            @Nullable LocalDate datedOn,
            @Nullable String subject) {
        public static @Nullable LetterView of(@Nullable Letter letter) {
            return letter == null ? null : new LetterView(letter.number(), letter.datedOn(), letter.subject());
        }
    }

    /** A pause; {@code until}, the day on which work went on, is null while no resumption is recorded. */
    public record PauseView(
            LocalDate from,
            @Nullable LocalDate until,
            PauseCause cause,
            String words,
            @Nullable LetterView letter,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable EventView resumptionEvent,
            @Nullable SourceView source) {}

    /** That the project was completed or cancelled, and whether it was reopened. */
    public record EndingView(
            ProjectStatus status,
            LocalDate endedOn,
            @Nullable String words,
            @Nullable String reason,
            @Nullable LetterView letter,
            EventView event,
            @Nullable LocalDate reopenedOn,
            @Nullable String reopeningReason,
            @Nullable EventView reopeningEvent) {}

    /** Details that were amended; {@code effectiveOn} is the day from which they hold. */
    public record AmendmentView(
            LocalDate effectiveOn,
            List<ChangeView> changes,
            @Nullable String reason,
            @Nullable LetterView letter,
            EventView event,
            @Nullable SourceView source) {
        AmendmentView shownBy(Function<PersonalData, PersonView> reading) {
            List<ChangeView> shown =
                    changes.stream().map(change -> change.shownBy(reading)).toList();
            return new AmendmentView(effectiveOn, shown, reason, letter, event, source);
        }
    }

    /** One detail before and after; null where nothing was stated. */
    public record ChangeView(
            String detail,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {
        private static final String SEALED = "sealed";

        public ChangeView {
            before = stated(before);
            after = stated(after);
        }

        // a null that is read stands for nothing, too
        private static @Nullable JsonNode stated(@Nullable JsonNode value) {
            return value == null || value.isNull() ? null : value;
        }

        static ChangeView of(String detail, Amended<?> amended) {
            return new ChangeView(detail, kept(amended.before()), kept(amended.after()));
        }

        private static @Nullable JsonNode kept(@Nullable Object value) {
            return value instanceof PersonalData person
                    ? EventJson.mapper()
                            .createObjectNode()
                            .set(SEALED, EventJson.mapper().valueToTree(person))
                    : value == null ? null : EventJson.mapper().valueToTree(value);
        }

        ChangeView shownBy(Function<PersonalData, PersonView> reading) {
            return new ChangeView(detail, shown(before, reading), shown(after, reading));
        }

        private static @Nullable JsonNode shown(@Nullable JsonNode kept, Function<PersonalData, PersonView> reading) {
            JsonNode sealed = kept == null ? null : kept.get(SEALED);
            return sealed == null
                    ? kept
                    : EventJson.mapper()
                            .valueToTree(reading.apply(EventJson.mapper().treeToValue(sealed, PersonalData.class)));
        }
    }

    /** A plan; {@code effectiveOn} is the day from which it holds. */
    public record PlanView(
            LocalDate effectiveOn,
            List<PlannedMonth> months,
            @Nullable String reason,
            @Nullable LetterView letter,
            EventView event) {}

    /** A month that may be reported after its deadline, up to and including that day. */
    public record LateWindowView(
            YearMonth month, LocalDate until, @Nullable String reason, EventView event) {}

    /** A file that proves something; its bytes are not in the ledger. */
    public record EvidenceView(
            String sha256,
            String mediaType,
            long size,
            String name,
            EventView event,
            @Nullable SourceView source) {}

    /** A fact that was recorded by mistake, and its withdrawal. */
    public record WithdrawnView(
            String type,
            LocalDate happenedOn,
            Summary summary,
            @Nullable String reason,
            EventView event,
            EventView withdrawal) {}

    /** That an auditor has seen a flag. */
    public record AcknowledgementView(
            String flagId, String flag, @Nullable String reason, EventView event) {}

    /** That somebody signed the form as it stood at a position. */
    public record CertificationView(
            @Nullable PersonView certifier,
            @Nullable String post,
            LocalDate certifiedOn,
            long ledgerPosition,
            String digest,
            EventView event) {
        CertificationView shownBy(Function<PersonalData, PersonView> reading) {
            return new CertificationView(
                    PersonView.shown(certifier, reading), post, certifiedOn, ledgerPosition, digest, event);
        }
    }

    /** An activity that was held. */
    public record ActivityView(
            LocalDate heldOn,
            String description,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable SourceView source) {}

    /** A letter of the project's story. */
    public record CitedLetterView(
            String number,
            @Nullable LocalDate datedOn,
            @Nullable String subject,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable SourceView source) {}

    /**
     * One event in the story of a project.
     *
     * @param withdrawnBy position of the withdrawal, where it was recorded by mistake
     * @param withdraws position of the mistaken event, where it is a withdrawal
     */
    public record TimelineEntry(
            long position,
            long sequence,
            String type,
            LocalDate happenedOn,
            Instant recordedAt,
            ActorView actor,
            Summary summary,
            PercentMove percent,
            @Nullable String reason,
            @Nullable Integer reportNo,
            @Nullable Long withdrawnBy,
            @Nullable Long withdraws,
            @Nullable SourceView source,
            String eventId,
            String hash) {}

    /** What happened, in both languages. */
    public record Summary(String th, String en) {}

    /** The project's current percentage before and after an event. */
    public record PercentMove(BigDecimal before, BigDecimal after) {}
}
