package org.progressledger.query.frame;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Frame.State;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ReportViews.LatestReportView;
import org.progressledger.query.projection.StaleView;
import org.progressledger.query.projection.Views.PauseView;

/**
 * What stands on top of every page of a project.
 *
 * @param indicator code of the first printed indicator that has one; null where none is printed
 * @param latest null while nothing was reported
 * @param elapsed of the period on the latest report's day, per cent; null while nothing was reported
 * @param spent as it was last stated for the project, which counts; null where the paper states none
 * @param told what the latest report says was disbursed, where that does not fit what is stated; else null
 * @param pausedSince null unless a pause is in force that nobody ended
 * @param stale null where the project is as current as any
 */
public record ProjectHead(
        String code,
        String name,
        @Nullable String indicator,
        String agency,
        int fiscalYear,
        State state,
        String percent,
        @Nullable Latest latest,
        @Nullable String elapsed,
        Moment startsOn,
        Moment endsOn,
        @Nullable String spent,
        @Nullable String told,
        String allocated,
        @Nullable Moment pausedSince,
        long flagKinds,
        int flagHits,
        @Nullable Stale stale) {
    /** Before which event the project stands still, and since when. */
    public record Stale(String position, Moment since, boolean discarded) {
        static @Nullable Stale of(@Nullable StaleView stale, Frame frame) {
            return stale == null
                    ? null
                    : new Stale(
                            Figures.count(stale.position()),
                            Figures.moment(stale.since(), frame.language()),
                            stale.discarded());
        }
    }

    /** The latest report that counts. */
    public record Latest(int number, Moment on) {}

    /** The head of a project in the words of a page. */
    public static ProjectHead of(ProjectView project, List<FlagView> flags, Frame frame) {
        LatestReportView latest = project.latestReport();
        BigDecimal spent = project.budget().spent();
        PauseView pause = project.pauses().stream()
                .filter(each -> each.until() == null)
                .reduce((first, second) -> second)
                .orElse(null);
        return new ProjectHead(
                project.projectCode(),
                project.name(),
                project.indicators().stream()
                        .map(PrintedIndicator::code)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Objects.requireNonNullElse(
                        project.agency().registerName(), project.agency().name()),
                Figures.fiscalYear(project.fiscalYear(), frame.language()),
                Framing.state(project.status(), frame),
                project.percent().setScale(2).toPlainString(),
                latest == null
                        ? null
                        : new Latest(latest.reportNo(), Figures.day(latest.reportedOn(), frame.language())),
                latest == null ? null : elapsed(project, latest.reportedOn()),
                Figures.day(project.period().startsOn(), frame.language()),
                Figures.day(project.period().endsOn(), frame.language()),
                spent == null ? null : Figures.baht(spent),
                told(latest, spent, flags.stream().map(FlagView::flag).toList()),
                Figures.baht(project.budget().allocated()),
                pause == null ? null : Figures.day(pause.from(), frame.language()),
                flags.stream().map(FlagView::flag).distinct().count(),
                flags.size(),
                Stale.of(project.stale(), frame));
    }

    /** One month's money among others' is no contradiction: whether reports and form fit together is the flag's question. */
    static @Nullable String told(@Nullable LatestReportView latest, @Nullable BigDecimal spent, List<AuditFlag> flags) {
        BigDecimal disbursed = latest == null ? null : latest.disbursed();
        boolean contradicts = spent == null || flags.contains(AuditFlag.SPEND_MISMATCH);
        return disbursed != null && contradicts ? Figures.baht(disbursed) : null;
    }

    /** Days from the first to this one, both counted, of the days of the period, both counted; 0.0 to 100.0. */
    public static String elapsed(ProjectView project, LocalDate day) {
        LocalDate first = project.period().startsOn();
        long all = ChronoUnit.DAYS.between(first, project.period().endsOn()) + 1;
        long passed = Math.clamp(ChronoUnit.DAYS.between(first, day) + 1, 0, all);
        return BigDecimal.valueOf(passed * 100)
                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
