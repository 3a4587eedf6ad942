package org.progressledger.query.projection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.LetterView;
import org.progressledger.query.projection.Views.SourceView;

/** How appeals with papers and what reviewers found are shown. Shapes of the interface; what the paper does not state is null. */
public final class AppealViews {
    private AppealViews() {}

    /** A finding of a compliance reviewer. */
    public record ReviewView(LocalDate reviewedOn, ReviewOutcome outcome, String finding, EventView event) {}

    /**
     * A round of an appeal. {@code recorded} is false for one that only a narrative speaks of: its papers are missing.
     *
     * @param status FILED, DECIDED or WITHDRAWN; for a mere citation CITED
     * @param indicator the adopted indicator whose criteria the decision speaks of
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
            @Nullable String indicator,
            @Nullable LetterView decisionLetter,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawalReason,
            @Nullable LetterView withdrawalLetter,
            @Nullable AppealStage stage,
            @Nullable Boolean criteriaChanged,
            @Nullable LocalDate citedOn,
            @Nullable String words,
            @Nullable Integer reportNo,
            EventView event,
            @Nullable EventView decisionEvent,
            @Nullable EventView withdrawalEvent,
            List<ReviewView> reviews,
            @Nullable SourceView source) {}
}
