package org.progressledger.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which stored name and revision stands for which class. A stored name never changes and never returns with another
 * meaning; a changed shape takes the next revision and an upcast from the one before.
 */
public enum EventCatalogue {
    PROJECT_REGISTERED("project-registered", "1", ProjectRegistered.class),
    PROGRESS_REPORTED("progress-reported", "1", ProgressReported.class),
    PROGRESS_CORRECTED("progress-corrected", "1", ProgressCorrected.class),
    ACTIVITY_HELD("activity-held", "1", ActivityHeld.class),
    LETTER_CITED("letter-cited", "1", LetterCited.class),
    PROJECT_PAUSED("project-paused", "1", ProjectPaused.class),
    APPEAL_FILED("appeal-filed", "1", AppealFiled.class),
    APPEAL_DECIDED("appeal-decided", "1", AppealDecided.class),
    APPEAL_CITED("appeal-cited", "1", AppealCited.class);

    private static final Map<String, EventCatalogue> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventCatalogue::storedName, Function.identity()));

    private final String storedName;
    private final String revision;
    private final Class<? extends ProjectEvent> type;

    EventCatalogue(String storedName, String revision, Class<? extends ProjectEvent> type) {
        this.storedName = storedName;
        this.revision = revision;
        this.type = type;
    }

    /** Such as {@code progress-reported}; the same in every revision. */
    public String storedName() {
        return storedName;
    }

    /** The revision that is written today, counted from 1. */
    public String revision() {
        return revision;
    }

    public Class<? extends ProjectEvent> type() {
        return type;
    }

    /** The entry of an event; a new kind of event does not compile until it has one. */
    public static EventCatalogue of(ProjectEvent event) {
        return switch (event) {
            case ProjectRegistered registered -> PROJECT_REGISTERED;
            case ProgressReported reported -> PROGRESS_REPORTED;
            case ProgressCorrected corrected -> PROGRESS_CORRECTED;
            case ActivityHeld held -> ACTIVITY_HELD;
            case LetterCited cited -> LETTER_CITED;
            case ProjectPaused paused -> PROJECT_PAUSED;
            case AppealFiled filed -> APPEAL_FILED;
            case AppealDecided decided -> APPEAL_DECIDED;
            case AppealCited cited -> APPEAL_CITED;
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
