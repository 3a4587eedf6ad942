package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.Period;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Quarter;
import org.progressledger.query.projection.FlagView.Severity;

/**
 * What answers by period need of a project, and no more: no words, no persons. Each entry bears the day from which it
 * counts, so that the project stands here as the fold has it on any day.
 *
 * @param openedOn the day from which there is a project
 * @param heads what the form's head states, as amended, in order of effect; the first is the registration's
 * @param reports every revision that was handed in, by number and revision
 * @param plans in order of effect: the last one holds
 * @param scores the coordinators' scores of the project itself
 * @param flags today's hits of audit flags
 */
record Sheet(
        LocalDate openedOn,
        List<Head> heads,
        List<Handed> reports,
        List<Halt> pauses,
        List<End> endings,
        List<Plan> plans,
        List<Scored> scores,
        List<Window> windows,
        List<Flagged> flags) {

    Sheet {
        heads = List.copyOf(heads);
        reports = List.copyOf(reports);
        pauses = List.copyOf(pauses);
        endings = List.copyOf(endings);
        plans = List.copyOf(plans);
        scores = List.copyOf(scores);
        windows = List.copyOf(windows);
        flags = List.copyOf(flags);
    }

    /**
     * The head of the form from a day on.
     *
     * @param spent what was last stated as spent for the whole project; null where nothing is
     * @param spentFrom the day of that statement
     */
    record Head(
            LocalDate from,
            LocalDate startsOn,
            LocalDate endsOn,
            long periodEvent,
            BigDecimal allocated,
            @Nullable BigDecimal spent,
            LocalDate spentFrom,
            long spentEvent) {
        Period period() {
            return new Period(startsOn, endsOn);
        }
    }

    /**
     * A revision of a report.
     *
     * @param on its date, from which it counts with its corrections and its return
     * @param event that brought it
     * @param corrections the events that changed it
     * @param recordedOn the day in Bangkok on which it was recorded
     * @param paper whether it was read from a printout
     * @param returnedOn the day on which its return was recorded; null while it counts
     */
    record Handed(
            int no,
            int revision,
            LocalDate on,
            BigDecimal percent,
            @Nullable BigDecimal disbursed,
            long event,
            List<Long> corrections,
            LocalDate recordedOn,
            boolean paper,
            @Nullable LocalDate returnedOn,
            @Nullable Long returnEvent) {
        Handed {
            corrections = List.copyOf(corrections);
        }

        boolean counts() {
            return returnedOn == null;
        }
    }

    /**
     * A pause.
     *
     * @param known the day from which it is known
     * @param from its first day
     * @param endKnown the day from which it is known that work went on
     * @param until the day on which work went on, excluded
     */
    record Halt(
            LocalDate known,
            LocalDate from,
            @Nullable LocalDate endKnown,
            @Nullable LocalDate until,
            long event) {}

    /** A completion or a cancellation, and the day of its reopening. */
    record End(LocalDate on, @Nullable LocalDate reopenedOn, long event) {}

    /** A plan. */
    record Plan(LocalDate known, List<PlannedMonth> months, long event) {}

    /** A score; null where it was left blank. */
    record Scored(
            LocalDate known, Quarter quarter, @Nullable BigDecimal score, long event) {}

    /** A late window. */
    record Window(LocalDate openedOn, YearMonth month, LocalDate until, long event) {}

    /** A hit of an audit flag. */
    record Flagged(String id, AuditFlag flag, Severity severity, boolean acknowledged, List<Long> positions) {}
}
