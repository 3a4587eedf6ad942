package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.appeals.WaitingAppeal;
import org.progressledger.query.projection.FlagView.Severity;

/**
 * A project in short: what the overview counts and draws, and nothing of its words but its name.
 *
 * @param agency the first eight digits of its code
 * @param agencyName as on its form
 * @param percent in hundredths, today
 * @param allocated in satang
 * @param spent in satang, as last stated; null where nothing is
 * @param percents in hundredths, at the end of each month of its fiscal year, by all that is recorded
 * @param spents in satang, likewise; 0 where nothing is stated
 * @param lastReport null before the first
 * @param awaited months of its fiscal year of which no report counts
 * @param pausedSince null unless it stands paused
 * @param hits of audit flags that nobody has acknowledged, the one with the newest evidence first
 * @param acknowledged how many others there are
 */
public record Brief(
        String code,
        String agency,
        int fiscalYear,
        String name,
        String agencyName,
        ProjectStatus status,
        int percent,
        long allocated,
        @Nullable Long spent,
        LocalDate startsOn,
        LocalDate endsOn,
        List<Integer> percents,
        List<Long> spents,
        @Nullable LastReport lastReport,
        List<YearMonth> awaited,
        List<Returned> returned,
        @Nullable LocalDate pausedSince,
        List<OpenHit> hits,
        int acknowledged,
        List<WaitingAppeal> appeals) {

    /** The latest report that counts. */
    public record LastReport(int no, LocalDate on) {}

    /**
     * A report that was sent back and not handed in again.
     *
     * @param on when it was returned
     */
    public record Returned(int no, @Nullable String reason, LocalDate on) {}

    /**
     * A hit that nobody has acknowledged.
     *
     * @param position of its newest evidence
     * @param on the day on which that happened
     */
    public record OpenHit(String id, AuditFlag flag, Severity severity, long position, LocalDate on) {}

    public boolean is(ProjectStatus one) {
        return status == one;
    }

    /** How much of its time has passed on a day, in hundredths of per cent; the days at both ends count. */
    public int elapsed(LocalDate day) {
        long all = ChronoUnit.DAYS.between(startsOn, endsOn) + 1;
        long passed = Math.clamp(ChronoUnit.DAYS.between(startsOn, day) + 1, 0, all);
        return (int) (passed * 10_000 / all);
    }
}
