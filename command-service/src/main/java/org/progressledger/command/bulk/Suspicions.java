package org.progressledger.command.bulk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.ThaiSpelling;

/**
 * What is lawful and looks like a slip: told before it is recorded, while it is easily mended. Auditors' flags are found over
 * what is recorded, by the query service, and have the last word.
 *
 * @param jump points
 * @param behind points
 */
record Suspicions(BigDecimal jump, BigDecimal behind) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /**
     * A wrong digit in a code names another project of the same agency.
     *
     * @param before null while the code is not registered, or where nobody may tell
     */
    List<RowProblem> aboutTheProject(ReportRow row, @Nullable Project before) {
        String given = row.projectName();
        if (before == null || given == null || same(given, before.details().name())) {
            return List.of();
        }
        return List.of(RowProblem.worthALook(
                Field.PROJECT_NAME,
                BulkReason.NAME_DIFFERS,
                Map.of("given", given, "recorded", before.details().name())));
    }

    /** @param before the project as it stands right before a row that can be recorded */
    List<RowProblem> aboutTheReport(ReportRow row, Project before) {
        List<RowProblem> found = new ArrayList<>();
        before.latestReport().ifPresent(last -> {
            jumps(row, last, found);
            repeats(row, last, found);
        });
        lags(row, before.details().period(), found);
        return found;
    }

    private static boolean same(String given, String recorded) {
        String letters = Heading.letters(given);
        String known = Heading.letters(recorded);
        return letters.equals(known) || !letters.isEmpty() && known.contains(letters);
    }

    private void jumps(ReportRow row, Report last, List<RowProblem> found) {
        Percent percent = row.percent();
        if (percent != null) {
            BigDecimal points = percent.pointsAbove(last.content().percent());
            if (points.compareTo(jump) >= 0) {
                found.add(RowProblem.worthALook(Field.PERCENT, BulkReason.PERCENT_JUMPS, Map.of("points", points)));
            }
        }
    }

    private static void repeats(ReportRow row, Report last, List<RowProblem> found) {
        String narrative = row.narrative();
        if (narrative != null
                && ThaiSpelling.folded(narrative)
                        .equals(ThaiSpelling.folded(last.content().narrative()))) {
            found.add(RowProblem.worthALook(
                    Field.NARRATIVE, BulkReason.NARRATIVE_REPEATS, Map.of("reportNo", last.reportNo())));
        }
    }

    private void lags(ReportRow row, Period period, List<RowProblem> found) {
        Percent percent = row.percent();
        LocalDate day = row.reportedOn();
        if (percent == null || day == null || row.scheduleStatus() != ScheduleStatus.ON_PLAN) {
            return;
        }
        BigDecimal points = elapsed(day, period).subtract(percent.value()).setScale(2, RoundingMode.HALF_UP);
        if (points.compareTo(behind) >= 0) {
            found.add(RowProblem.worthALook(
                    Field.SCHEDULE_STATUS, BulkReason.BEHIND_ELAPSED_TIME, Map.of("points", points)));
        }
    }

    /** Per cent of the period's days that are gone, that day included. */
    private static BigDecimal elapsed(LocalDate day, Period period) {
        long all = ChronoUnit.DAYS.between(period.startsOn(), period.endsOn()) + 1;
        long gone = Math.clamp(ChronoUnit.DAYS.between(period.startsOn(), day) + 1, 0, all);
        return BigDecimal.valueOf(gone).multiply(WHOLE).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }
}
