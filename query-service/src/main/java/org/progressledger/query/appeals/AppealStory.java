package org.progressledger.query.appeals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.PersonalData;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.projection.AppealViews.ReviewView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.ReportViews.PercentChangeView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.TimelineEntry;

/**
 * One appeal as a whole story. What is not in the source is null or empty, never invented; percentages and scores stand
 * apart, each with its own events.
 *
 * @param filing null for a round that is only spoken of
 * @param decision null while there is none
 * @param withdrawal null unless it was taken back
 * @param criteria before and after, as each paper tells them
 * @param window what was reported while it waited; null for a round that is only spoken of
 * @param standing percentage and scores around it; null for a round that is only spoken of
 * @param rescored quarters under the old and the new criteria, side by side
 * @param reviews findings, in the order in which they were recorded
 * @param sinceLastReview positions of what belongs to it and was recorded after the last finding; null while there is none
 * @param timeline every event that belongs to it, in order of position
 */
record AppealStory(
        Point asOf,
        @JsonUnwrapped AgedAppeal appeal,
        @Nullable Filing filing,
        @Nullable Decision decision,
        @Nullable Withdrawal withdrawal,
        List<Citation> citations,
        List<CriteriaCompared> criteria,
        @Nullable Waiting window,
        Standing.@Nullable Around standing,
        List<Rescored> rescored,
        List<Gap> gaps,
        List<ReviewView> reviews,
        @Nullable List<Long> sinceLastReview,
        List<TimelineEntry> timeline) {

    /** ยื่นอุทธรณ์: who filed it, when and why, and what is asked for. */
    record Filing(
            LocalDate filedOn,
            String grounds,
            String asked,
            @Nullable LetterView letter,
            EventView event,
            @Nullable SourceView source) {}

    /** ผลการพิจารณา: who recorded the decision and how it went. */
    record Decision(
            LocalDate decidedOn,
            AppealOutcome outcome,
            @Nullable LetterView letter,
            EventView event,
            @Nullable SourceView source) {}

    /** ถอนคำขอ. */
    record Withdrawal(
            LocalDate withdrawnOn,
            @Nullable String reason,
            @Nullable LetterView letter,
            EventView event,
            @Nullable SourceView source) {}

    /**
     * A narrative that speaks of it.
     *
     * @param round that it names; null where it names none, and so only may mean this one
     * @param reportNo whose narrative it is
     */
    record Citation(
            @Nullable Integer round,
            AppealStage stage,
            boolean criteriaChanged,
            LocalDate citedOn,
            String words,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable SourceView source) {}

    /**
     * What was reported while the appeal waited, by the dates on paper.
     *
     * @param from the filing
     * @param until the decision or the taking back, included; null while it waits
     * @param reports dated in these days, returned ones too
     * @param percentChanges that happened in these days, in order of position
     */
    record Waiting(
            LocalDate from,
            @Nullable LocalDate until,
            List<ReportView> reports,
            List<PercentChangeView> percentChanges) {}

    /** The same with the persons as the reader may see them, and its appeal with another name of the agency. */
    AppealStory shown(AgedAppeal named, Function<PersonalData, PersonView> reading) {
        return new AppealStory(
                asOf,
                named,
                filing,
                decision,
                withdrawal,
                citations,
                criteria,
                window == null
                        ? null
                        : new Waiting(
                                window.from(),
                                window.until(),
                                window.reports().stream()
                                        .map(report -> report.shownBy(reading))
                                        .toList(),
                                window.percentChanges()),
                standing,
                rescored,
                gaps,
                reviews,
                sinceLastReview,
                timeline);
    }
}
