package org.progressledger.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which stored name and revision stands for which class. A stored name never changes and never returns with another
 * meaning; a changed shape takes the next revision and an upcast from the one before.
 */
public enum EventCatalogue {
    PROJECT_REGISTERED("project-registered", ProjectRegistered.class),
    PROJECT_DETAILS_AMENDED("project-details-amended", ProjectDetailsAmended.class),
    PLAN_RECORDED("plan-recorded", PlanRecorded.class),
    ACTIVITY_HELD("activity-held", ActivityHeld.class),
    PROJECT_PAUSED("project-paused", ProjectPaused.class),
    PROJECT_RESUMED("project-resumed", ProjectResumed.class),
    PROJECT_COMPLETED("project-completed", ProjectCompleted.class),
    PROJECT_REOPENED("project-reopened", ProjectReopened.class),
    PROJECT_CANCELLED("project-cancelled", ProjectCancelled.class),
    EVIDENCE_ATTACHED("evidence-attached", EvidenceAttached.class),
    LETTER_CITED("letter-cited", LetterCited.class),
    FACT_WITHDRAWN("fact-withdrawn", FactWithdrawn.class),
    PROGRESS_REPORTED("progress-reported", ProgressReported.class),
    PROGRESS_CORRECTED("progress-corrected", ProgressCorrected.class),
    REPORT_RETURNED("report-returned", ReportReturned.class),
    LATE_WINDOW_OPENED("late-window-opened", LateWindowOpened.class),
    APPEAL_FILED("appeal-filed", AppealFiled.class),
    APPEAL_DECIDED("appeal-decided", AppealDecided.class, Upcasts::criteriaTogether),
    APPEAL_WITHDRAWN("appeal-withdrawn", AppealWithdrawn.class),
    APPEAL_REVIEWED("appeal-reviewed", AppealReviewed.class),
    APPEAL_CITED("appeal-cited", AppealCited.class),
    INDICATOR_ADOPTED("indicator-adopted", IndicatorAdopted.class),
    INDICATOR_RESULT_RECORDED("indicator-result-recorded", IndicatorResultRecorded.class),
    INDICATOR_CRITERIA_CHANGED("indicator-criteria-changed", IndicatorCriteriaChanged.class),
    QUARTER_EVALUATED("quarter-evaluated", QuarterEvaluated.class),
    FLAG_ACKNOWLEDGED("flag-acknowledged", FlagAcknowledged.class),
    FORM_CERTIFIED("form-certified", FormCertified.class);

    private static final Map<String, EventCatalogue> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventCatalogue::storedName, Function.identity()));

    private final String storedName;
    private final Class<? extends ProjectEvent> type;
    private final List<UnaryOperator<ObjectNode>> upcasts;

    /** @param upcasts from revision 1 to 2, from 2 to 3 and so on, up to the revision that is written today */
    @SafeVarargs
    EventCatalogue(String storedName, Class<? extends ProjectEvent> type, UnaryOperator<ObjectNode>... upcasts) {
        this.storedName = storedName;
        this.type = type;
        this.upcasts = List.of(upcasts);
    }

    /** Such as {@code progress-reported}; the same in every revision. */
    public String storedName() {
        return storedName;
    }

    /** The revision that is written today, counted from 1. */
    public String revision() {
        return Integer.toString(upcasts.size() + 1);
    }

    /** Whether an event in that revision can be read: today's, and every one before it. */
    public boolean knows(@Nullable String revision) {
        return upcastsFrom(revision).isPresent();
    }

    /** What turns an event of that revision into today's shape; empty for a revision that nobody here knows. */
    Optional<List<UnaryOperator<ObjectNode>>> upcastsFrom(@Nullable String revision) {
        for (int known = 1; known <= upcasts.size() + 1; known++) {
            if (Integer.toString(known).equals(revision)) {
                return Optional.of(upcasts.subList(known - 1, upcasts.size()));
            }
        }
        return Optional.empty();
    }

    public Class<? extends ProjectEvent> type() {
        return type;
    }

    /** The entry of an event; a new kind of event does not compile until it has one. */
    public static EventCatalogue of(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered registered -> PROJECT_REGISTERED;
            case ProjectDetailsAmended projectDetailsAmended -> PROJECT_DETAILS_AMENDED;
            case PlanRecorded planRecorded -> PLAN_RECORDED;
            case ActivityHeld activityHeld -> ACTIVITY_HELD;
            case ProjectPaused projectPaused -> PROJECT_PAUSED;
            case ProjectResumed projectResumed -> PROJECT_RESUMED;
            case ProjectCompleted projectCompleted -> PROJECT_COMPLETED;
            case ProjectReopened projectReopened -> PROJECT_REOPENED;
            case ProjectCancelled projectCancelled -> PROJECT_CANCELLED;
            case EvidenceAttached evidenceAttached -> EVIDENCE_ATTACHED;
            case LetterCited letterCited -> LETTER_CITED;
            case FactWithdrawn factWithdrawn -> FACT_WITHDRAWN;
            case ProgressReported progressReported -> PROGRESS_REPORTED;
            case ProgressCorrected progressCorrected -> PROGRESS_CORRECTED;
            case ReportReturned reportReturned -> REPORT_RETURNED;
            case LateWindowOpened lateWindowOpened -> LATE_WINDOW_OPENED;
            case AppealFiled appealFiled -> APPEAL_FILED;
            case AppealDecided appealDecided -> APPEAL_DECIDED;
            case AppealWithdrawn appealWithdrawn -> APPEAL_WITHDRAWN;
            case AppealReviewed appealReviewed -> APPEAL_REVIEWED;
            case AppealCited appealCited -> APPEAL_CITED;
            case IndicatorAdopted indicatorAdopted -> INDICATOR_ADOPTED;
            case IndicatorResultRecorded indicatorResultRecorded -> INDICATOR_RESULT_RECORDED;
            case IndicatorCriteriaChanged indicatorCriteriaChanged -> INDICATOR_CRITERIA_CHANGED;
            case QuarterEvaluated quarterEvaluated -> QUARTER_EVALUATED;
            case FlagAcknowledged flagAcknowledged -> FLAG_ACKNOWLEDGED;
            case FormCertified formCertified -> FORM_CERTIFIED;
        };
    }

    /** The entry with that stored name, in any revision; empty for a name nobody here knows. */
    public static Optional<EventCatalogue> named(String storedName) {
        return Optional.ofNullable(BY_NAME.get(storedName));
    }

    /** The entry of a class of events. */
    public static Optional<EventCatalogue> ofType(Class<? extends ProjectEvent> type) {
        return Arrays.stream(values()).filter(entry -> entry.type == type).findFirst();
    }
}
