package org.progressledger.events;

/**
 * Something that happened to a project. Facts stay: a wrong one is answered by a new one.
 *
 * <p>Sealed, so that a new fact fails to compile exactly where it has to be answered: {@link EventCatalogue} (its stored
 * name), {@link HappenedOn} (its date), {@link Evolution} (what it adds up to), and the readers' own switches.
 */
public sealed interface ProjectEvent
        permits ProjectRegistered,
                ProjectDetailsAmended,
                PlanRecorded,
                ActivityHeld,
                ProjectPaused,
                ProjectResumed,
                ProjectCompleted,
                ProjectReopened,
                ProjectCancelled,
                EvidenceAttached,
                LetterCited,
                FactWithdrawn,
                ProgressReported,
                ProgressCorrected,
                ReportReturned,
                LateWindowOpened,
                AppealFiled,
                AppealDecided,
                AppealWithdrawn,
                AppealReviewed,
                AppealCited,
                IndicatorAdopted,
                IndicatorResultRecorded,
                IndicatorCriteriaChanged,
                QuarterEvaluated,
                FlagAcknowledged,
                FormCertified {

    /** The project that it happened to. */
    ProjectCode project();
}
