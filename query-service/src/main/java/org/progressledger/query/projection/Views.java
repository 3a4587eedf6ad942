package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Fact;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PersonalData;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportState;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.projection.ProjectView.PersonView;

/** The parts that answers share. Field names are the HTTP contract's. */
public final class Views {
    private Views() {}

    /** Who recorded it, in which role, for which agency. */
    public record ActorView(
            String id, String role, @Nullable String agency) {
        static ActorView of(Provenance provenance) {
            return new ActorView(provenance.actor(), provenance.role(), provenance.agency());
        }
    }

    /** The printout and its lines. */
    public record SourceView(String sha256, List<LineRange> lines) {
        static @Nullable SourceView of(@Nullable Source source) {
            return source == null ? null : new SourceView(source.sha256().hex(), source.lines());
        }
    }

    /** The event behind a value. */
    public record EventView(
            long position, long sequence, String eventId, Instant recordedAt, ActorView actor, String hash) {
        static EventView of(Fact fact) {
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
            @Nullable String subject) {}

    /** One report, with what changed it and where it stands on paper. */
    public record ReportView(
            int reportNo,
            int revision,
            ReportState state,
            LocalDate reportedOn,
            BigDecimal percent,
            BigDecimal change,
            @Nullable BigDecimal disbursed,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus,
            @Nullable String scheduleAsPrinted,
            @Nullable String targetAsPrinted,
            String narrative,
            @Nullable String narrativeRaw,
            @Nullable Integer labelNo,
            List<CorrectionView> corrections,
            EventView event,
            @Nullable SourceView source) {
        /** The same with the persons as the reader may see them. */
        public ReportView shownBy(Function<PersonalData, PersonView> reading) {
            return new ReportView(
                    reportNo,
                    revision,
                    state,
                    reportedOn,
                    percent,
                    change,
                    disbursed,
                    scheduleStatus,
                    targetStatus,
                    scheduleAsPrinted,
                    targetAsPrinted,
                    narrative,
                    narrativeRaw,
                    labelNo,
                    corrections.stream()
                            .map(correction -> correction.shownBy(reading))
                            .toList(),
                    event,
                    source);
        }
    }

    /** What a correction changed, and why. */
    public record CorrectionView(
            ContentView before,
            ContentView after,
            @Nullable String reason,
            @Nullable PersonView approver,
            @Nullable String letter,
            EventView event) {
        CorrectionView shownBy(Function<PersonalData, PersonView> reading) {
            return new CorrectionView(before, after, reason, PersonView.shown(approver, reading), letter, event);
        }
    }

    /** What a report said before or after a correction. */
    public record ContentView(
            BigDecimal percent,
            @Nullable BigDecimal disbursed,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus,
            String narrative) {}

    /** The latest report in short. */
    public record LatestReportView(
            int reportNo,
            LocalDate reportedOn,
            BigDecimal percent,
            @Nullable BigDecimal disbursed,
            ScheduleStatus scheduleStatus,
            TargetStatus targetStatus,
            String narrative) {}

    /** A pause; {@code until} is null while no resumption is recorded. */
    public record PauseView(
            LocalDate from,
            @Nullable LocalDate until,
            PauseCause cause,
            String words,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable SourceView source) {}

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
     * A round of an appeal. {@code recorded} is false for one that only a narrative speaks of: its papers are missing.
     *
     * @param status FILED or DECIDED; for a mere citation CITED
     */
    public record AppealView(
            boolean recorded,
            String status,
            @Nullable Integer round,
            @Nullable LocalDate filedOn,
            @Nullable String grounds,
            @Nullable String asked,
            @Nullable LetterView letter,
            @Nullable LocalDate decidedOn,
            @Nullable AppealOutcome outcome,
            @Nullable String criteriaBefore,
            @Nullable String criteriaAfter,
            @Nullable LetterView decisionLetter,
            @Nullable AppealStage stage,
            @Nullable Boolean criteriaChanged,
            @Nullable LocalDate citedOn,
            @Nullable String words,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable EventView decisionEvent,
            @Nullable SourceView source) {}

    /** One event in the story of a project. */
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
            @Nullable SourceView source,
            String eventId,
            String hash) {}

    /** What happened, in both languages. */
    public record Summary(String th, String en) {}

    /** The project's current percentage before and after an event. */
    public record PercentMove(BigDecimal before, BigDecimal after) {}

    /** One move of a percentage and what moved it. */
    public record PercentChangeView(
            int reportNo,
            @Nullable BigDecimal reportFrom,
            @Nullable BigDecimal reportTo,
            BigDecimal from,
            BigDecimal to,
            BigDecimal change,
            String cause,
            EventView event,
            ActorView actor,
            LocalDate happenedOn,
            Instant recordedAt,
            @Nullable String reason,
            @Nullable SourceView source) {}
}
