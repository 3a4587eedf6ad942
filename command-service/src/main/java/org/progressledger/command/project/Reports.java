package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.OpenLateWindow;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.events.LateWindowOpened;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;

/** The rules about typed reports and their corrections. Printed ones are evidence and are recorded as printed. */
final class Reports {
    private Reports() {}

    static Decision report(ReportProgress report, Project project, LocalDate today, Deadline deadline) {
        Decision finished = Standstill.refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        Report highest = highest(project);
        boolean again = highest != null && !highest.counts();
        int expected = nextNumber(project);
        int given = report.reportNo() == null ? expected : report.reportNo();
        if (given != expected) {
            return refuse(Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW, Map.of("expected", expected, "given", given));
        }
        if (report.reportedOn().isAfter(today)) {
            return Decisions.inTheFuture(report.reportedOn(), today);
        }
        Decision before = project.latestReport()
                .map(previous -> refusedAfter(previous, report))
                .orElse(null);
        Decision ended = before != null ? before : Standstill.refusedWhileEnded(project, report.reportedOn());
        Decision refused = ended != null ? ended : refusedLate(report, project, today, deadline);
        int revision = highest != null && again ? highest.revision() + 1 : 1;
        return refused != null
                ? refused
                : accept(new ProgressReported(
                        report.project(), given, revision, report.reportedOn(), report.content(), null));
    }

    /** The number that the next report bears: what was sent back is handed in again under its number. */
    static int nextNumber(Project project) {
        Report highest = highest(project);
        return highest == null ? 1 : highest.reportNo() + (highest.counts() ? 1 : 0);
    }

    private static @Nullable Report highest(Project project) {
        return project.reports().isEmpty()
                ? null
                : project.reports().lastEntry().getValue();
    }

    /** The month of a report is that of its date. */
    private static @Nullable Decision refusedLate(
            ReportProgress report, Project project, LocalDate today, Deadline deadline) {
        YearMonth month = YearMonth.from(report.reportedOn());
        LocalDate lastDay = deadline.of(month).orElse(today);
        boolean open = project.lateWindows().stream()
                .map(fact -> (LateWindowOpened) fact.event())
                .anyMatch(window -> window.month().equals(month) && !today.isAfter(window.untilInclusive()));
        return today.isAfter(lastDay) && !open
                ? refuse(Refusal.REPORT_DEADLINE_IS_OVER, Map.of("month", month, "deadline", lastDay))
                : null;
    }

    /** Only the latest report is sent back, or those after it would rest on nothing. */
    static Decision giveBack(ReturnReport giveBack, Project project) {
        Decision finished = Standstill.refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        Report report = project.reports().get(giveBack.reportNo());
        if (report == null) {
            return refuse(Refusal.REPORT_NOT_FOUND, Map.of("reportNo", giveBack.reportNo()));
        }
        int latest = project.reports().lastKey();
        if (report.reportNo() != latest) {
            return refuse(Refusal.REPORT_IS_NOT_THE_LATEST, Map.of("latest", latest, "given", report.reportNo()));
        }
        return report.counts()
                ? accept(
                        new ReportReturned(giveBack.project(), report.reportNo(), report.revision()), giveBack.reason())
                : refuse(Refusal.REPORT_WAS_RETURNED, Map.of("reportNo", report.reportNo()));
    }

    static Decision openLate(OpenLateWindow open, Project project, LocalDate today) {
        Decision finished = Standstill.refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        if (open.untilInclusive().isBefore(today)) {
            return refuse(Refusal.LATE_WINDOW_IS_OVER, Map.of("until", open.untilInclusive(), "today", today));
        }
        return open.month().atDay(1).isAfter(today)
                ? refuse(Refusal.MONTH_HAS_NOT_BEGUN, Map.of("month", open.month()))
                : accept(new LateWindowOpened(open.project(), open.month(), open.untilInclusive()), open.reason());
    }

    private static @Nullable Decision refusedAfter(Report previous, ReportProgress report) {
        if (report.reportedOn().isBefore(previous.reportedOn())) {
            return refuse(
                    Refusal.REPORT_DATE_BEFORE_PREVIOUS,
                    Map.of("previous", previous.reportedOn(), "given", report.reportedOn()));
        }
        Percent last = previous.content().percent();
        Percent given = report.content().percent();
        return given.isBelow(last)
                ? refuse(Refusal.PROGRESS_WENT_BACKWARDS, Map.of("last", last.value(), "given", given.value()))
                : null;
    }

    static Decision correct(CorrectReport correct, Project project) {
        Report report = project.reports().get(correct.reportNo());
        if (report == null) {
            return refuse(Refusal.REPORT_NOT_FOUND, Map.of("reportNo", correct.reportNo()));
        }
        if (!report.counts()) {
            return refuse(Refusal.REPORT_WAS_RETURNED, Map.of("reportNo", correct.reportNo()));
        }
        ReportContent before = report.content();
        ReportContent after = corrected(before, correct);
        if (after.equals(before)) {
            return refuse(Refusal.CORRECTION_CHANGES_NOTHING, Map.of());
        }
        Decision fall = refusedFall(project, report, after.percent());
        return fall != null
                ? fall
                : accept(
                        new ProgressCorrected(
                                correct.project(),
                                correct.reportNo(),
                                before,
                                after,
                                correct.approver(),
                                correct.letter()),
                        correct.reason());
    }

    private static ReportContent corrected(ReportContent before, CorrectReport correct) {
        return new ReportContent(
                correct.percent() == null ? before.percent() : correct.percent(),
                correct.disbursed() == null ? before.disbursed() : correct.disbursed(),
                correct.scheduleStatus() == null ? before.scheduleStatus() : correct.scheduleStatus(),
                correct.targetStatus() == null ? before.targetStatus() : correct.targetStatus(),
                correct.narrative() == null ? before.narrative() : correct.narrative());
    }

    /** A fall that stands on paper may stay as deep as it is; a correction creates none and deepens none. */
    private static @Nullable Decision refusedFall(Project project, Report report, Percent to) {
        Percent from = report.content().percent();
        Report earlier = nearest(project.reports().headMap(report.reportNo()), true);
        if (earlier != null
                && deeper(
                        earlier.content().percent().pointsAbove(to),
                        earlier.content().percent().pointsAbove(from))) {
            return fallAgainst(earlier, to);
        }
        Report later = nearest(project.reports().tailMap(report.reportNo() + 1), false);
        if (later != null
                && deeper(
                        to.pointsAbove(later.content().percent()),
                        from.pointsAbove(later.content().percent()))) {
            return fallAgainst(later, to);
        }
        return null;
    }

    /** A report whose percentage would be another; the same as before where nothing is corrected. */
    record Moved(int reportNo, Percent before, Percent after) {}

    /**
     * The same for several reports at once: between any two that stand next to each other.
     *
     * @param reports every one that counts, by number
     */
    static @Nullable Decision refusedFalls(List<Moved> reports) {
        for (int i = 1; i < reports.size(); i++) {
            Moved earlier = reports.get(i - 1);
            Moved later = reports.get(i);
            if (deeper(
                    earlier.after().pointsAbove(later.after()), earlier.before().pointsAbove(later.before()))) {
                return refuse(
                        Refusal.CORRECTION_MAKES_A_FALL,
                        Map.of(
                                "given",
                                later.after().value(),
                                "neighbour",
                                earlier.reportNo(),
                                "percent",
                                earlier.after().value()));
            }
        }
        return null;
    }

    private static boolean deeper(BigDecimal after, BigDecimal before) {
        return after.compareTo(before.max(BigDecimal.ZERO)) > 0;
    }

    private static @Nullable Report nearest(SortedMap<Integer, Report> reports, boolean last) {
        Report found = null;
        for (Report report : reports.values()) {
            if (report.counts()) {
                found = report;
                if (!last) {
                    return found;
                }
            }
        }
        return found;
    }

    private static Decision fallAgainst(Report neighbour, Percent given) {
        return refuse(
                Refusal.CORRECTION_MAKES_A_FALL,
                Map.of(
                        "given",
                        given.value(),
                        "neighbour",
                        neighbour.reportNo(),
                        "percent",
                        neighbour.content().percent().value()));
    }
}
