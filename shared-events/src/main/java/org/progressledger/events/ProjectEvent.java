package org.progressledger.events;

/**
 * Something that happened to a project. Facts stay: a wrong one is answered by a new one.
 *
 * <p>Sealed, so that a new fact fails to compile exactly where it has to be answered: {@link EventCatalogue} (its stored
 * name), {@link HappenedOn} (its date), {@link Evolution} (what it adds up to), and the readers' own switches.
 */
public sealed interface ProjectEvent
        permits ProjectRegistered,
                ProgressReported,
                ProgressCorrected,
                ActivityHeld,
                LetterCited,
                ProjectPaused,
                AppealFiled,
                AppealDecided,
                AppealCited {

    /** The project that it happened to. */
    ProjectCode project();
}
