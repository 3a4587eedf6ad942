package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.Fact;
import org.progressledger.events.LetterCited;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ThaiSpelling;

/**
 * What a person changed of a fact that was read from paper, before it was recorded: it stands as the reason of the event,
 * field by field with the value that was read and the one that was recorded. By the same words a fact is known again when
 * the paper, or a later printout, tells it as it was read before.
 */
public final class PaperEdit {
    private static final String BEGINNING = "แก้ไขก่อนยืนยัน (edited before confirmation): ";
    private static final String NOTHING = "-";

    private PaperEdit() {}

    /** The reason that tells of changed values; null where nothing differs. */
    public static @Nullable String reason(ProjectEvent asRead, ProjectEvent recorded) {
        List<String> changes = changes(asRead, recorded);
        return changes.isEmpty() ? null : BEGINNING + String.join("; ", changes);
    }

    /** The same for one value that no event bears alone. */
    public static String reason(String field, @Nullable Object asRead, @Nullable Object recorded) {
        return BEGINNING + change(field, asRead, recorded);
    }

    /** Whether the recorded fact is this one, edited. */
    static boolean isOf(Fact recorded, ProjectEvent asRead) {
        String reason = recorded.recorded().provenance().reason();
        return reason != null
                && recorded.event().getClass() == asRead.getClass()
                && reason.startsWith(BEGINNING)
                && reason.equals(reason(asRead, recorded.event()));
    }

    private static List<String> changes(ProjectEvent asRead, ProjectEvent recorded) {
        List<String> changes = new ArrayList<>();
        switch (asRead) {
            case ActivityHeld read
            when recorded instanceof ActivityHeld held -> {
                add(changes, "heldOn", read.heldOn(), held.heldOn());
                add(changes, "description", read.description(), held.description());
            }
            case LetterCited read
            when recorded instanceof LetterCited cited -> {
                add(changes, "number", read.letter().number(), cited.letter().number());
                add(changes, "datedOn", read.letter().datedOn(), cited.letter().datedOn());
                add(changes, "subject", read.letter().subject(), cited.letter().subject());
            }
            case ProjectPaused read
            when recorded instanceof ProjectPaused paused -> {
                add(changes, "effectiveOn", read.effectiveOn(), paused.effectiveOn());
                add(changes, "cause", read.cause(), paused.cause());
                add(changes, "words", read.words(), paused.words());
            }
            case ProjectResumed read
            when recorded instanceof ProjectResumed resumed -> {
                add(changes, "effectiveOn", read.effectiveOn(), resumed.effectiveOn());
                add(changes, "words", read.words(), resumed.words());
            }
            case AppealCited read
            when recorded instanceof AppealCited cited -> {
                add(changes, "round", read.round(), cited.round());
                add(changes, "stage", read.stage(), cited.stage());
                add(changes, "criteriaChanged", read.criteriaChanged(), cited.criteriaChanged());
                add(changes, "words", read.words(), cited.words());
            }
            default -> {}
        }
        return changes;
    }

    private static void add(List<String> changes, String field, @Nullable Object asRead, @Nullable Object recorded) {
        if (!Objects.equals(plain(asRead), plain(recorded))) {
            changes.add(change(field, asRead, recorded));
        }
    }

    /** Another printout may break lines elsewhere. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof String words ? ThaiSpelling.folded(words).replace(" ", "") : value;
    }

    private static String change(String field, @Nullable Object asRead, @Nullable Object recorded) {
        return field + ": " + shown(asRead) + " → " + shown(recorded);
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case LocalDate day -> day.toString();
            case String words -> "“" + words + "”";
            default -> value.toString();
        };
    }
}
