package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.Pause;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectResumed;

/**
 * Pauses and resumptions that a paper tells, one after the other, beside those that are recorded: a pause runs into no
 * other, and a resumption ends the one that is open, whoever told of it.
 */
final class PaperStandstill {
    private final List<Stretch> stretches = new ArrayList<>();
    private final Map<Integer, LocalDate> reportDates = new HashMap<>();
    private final List<ImportedFact> settled = new ArrayList<>();

    /** @param stands from when it is in force: a pause that a narrative tells, from the report's date */
    private record Stretch(
            LocalDate start, LocalDate stands, @Nullable LocalDate endExclusive) {}

    private PaperStandstill(@Nullable Project project) {
        if (project != null) {
            for (Pause pause : project.pauses()) {
                stretches.add(new Stretch(pause.startInclusive(), pause.paused().happenedOn(), pause.endExclusive()));
            }
            project.reports().forEach((number, report) -> reportDates.put(number, report.reportedOn()));
        }
    }

    /** What is recorded of the facts, each resumption with the pause that it ends; or why it is refused. */
    sealed interface Settled {
        /** In their order. */
        record Facts(List<ImportedFact> facts) implements Settled {}

        /** A pause or a resumption that cannot be. */
        record Impossible(Decision refusal) implements Settled {}
    }

    static Settled of(List<ImportedFact> facts, @Nullable Project project) {
        PaperStandstill standstill = new PaperStandstill(project);
        for (ImportedFact fact : facts) {
            if (fact.event() instanceof ProgressReported report) {
                standstill.reportDates.put(report.reportNo(), report.reportedOn());
            }
        }
        for (ImportedFact fact : facts) {
            Decision refused = standstill.settle(fact);
            if (refused != null) {
                return new Settled.Impossible(refused);
            }
        }
        return new Settled.Facts(standstill.settled);
    }

    private @Nullable Decision settle(ImportedFact fact) {
        return switch (fact.event()) {
            case ProjectPaused paused -> pause(fact, paused);
            case ProjectResumed resumed -> resume(fact, resumed);
            default -> {
                settled.add(fact);
                yield null;
            }
        };
    }

    private @Nullable Decision pause(ImportedFact fact, ProjectPaused paused) {
        for (Stretch other : stretches) {
            if (other.endExclusive() == null || other.endExclusive().isAfter(paused.effectiveOn())) {
                return refuse(Refusal.ALREADY_PAUSED, Map.of("since", other.start()));
            }
        }
        Integer toldBy = fact.reportNo();
        LocalDate told = toldBy == null ? null : reportDates.get(toldBy);
        stretches.add(new Stretch(paused.effectiveOn(), told == null ? paused.effectiveOn() : told, null));
        settled.add(fact);
        return null;
    }

    private @Nullable Decision resume(ImportedFact fact, ProjectResumed resumed) {
        for (int i = 0; i < stretches.size(); i++) {
            Stretch open = stretches.get(i);
            if (open.endExclusive() == null) {
                LocalDate pausedOn = open.stands().isAfter(open.start()) ? open.stands() : open.start();
                if (resumed.effectiveOn().isBefore(pausedOn)) {
                    return refuse(
                            Refusal.RESUMED_BEFORE_PAUSED,
                            Map.of("pausedOn", pausedOn, "given", resumed.effectiveOn()));
                }
                stretches.set(i, new Stretch(open.start(), open.stands(), resumed.effectiveOn()));
                settled.add(new ImportedFact(
                        new ProjectResumed(
                                resumed.project(), resumed.effectiveOn(), open.start(), resumed.words(), null),
                        fact.source(),
                        fact.reportNo(),
                        fact.asRead(),
                        null));
                return null;
            }
        }
        return refuse(Refusal.NOT_PAUSED, Map.of());
    }
}
