package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.Percent;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;

/** The rules about typed reports and their corrections. Printed ones are evidence and are recorded as printed. */
final class Reports {
    private Reports() {}

    static Decision report(ReportProgress report, Project project, LocalDate today) {
        Decision finished = Decisions.refusedWhenFinished(project);
        if (finished != null) {
            return finished;
        }
        int expected = project.reports().isEmpty() ? 1 : project.reports().lastKey() + 1;
        int given = report.reportNo() == null ? expected : report.reportNo();
        if (given != expected) {
            return refuse(Refusal.REPORT_NUMBER_DOES_NOT_FOLLOW, Map.of("expected", expected, "given", given));
        }
        if (report.reportedOn().isAfter(today)) {
            return Decisions.inTheFuture(report.reportedOn(), today);
        }
        Decision refused = project.latestReport()
                .map(previous -> refusedAfter(previous, report))
                .orElse(null);
        return refused != null
                ? refused
                : accept(new ProgressReported(
                        report.project(), given, 1, report.reportedOn(), report.content(), null));
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
