package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ReportState;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.SourceView;

/** How reports and the moves of their percentages are shown. Shapes of the interface; what the paper does not state is null. */
public final class ReportViews {
    private ReportViews() {}

    /**
     * One report, with what changed it and where it stands on paper.
     *
     * @param returned why it was sent back; null while it counts
     * @param earlier what was handed in under its number before and sent back, the first one first
     */
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
            @Nullable ReturnView returned,
            List<ReportView> earlier,
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
                    returned,
                    earlier.stream().map(report -> report.shownBy(reading)).toList(),
                    event,
                    source);
        }
    }

    /** That a report was sent back, and why. */
    public record ReturnView(@Nullable String reason, EventView event) {}

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
