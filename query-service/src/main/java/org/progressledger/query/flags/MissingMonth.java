package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.progressledger.events.Ending;
import org.progressledger.events.Fact;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/**
 * Each month of the project is reported, also while it stands still. A month has ended on the day after its last; one that
 * lies wholly behind an ending needs no report.
 */
record MissingMonth() implements FlagRule {
    private static final Percent WHOLE = Percent.of("100");

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "เดือนในระยะเวลาโครงการที่สิ้นสุดแล้วไม่มีรายงาน",
                "No report is dated in a month of the project that has ended");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (YearMonth month : unreported(project)) {
            if (!month.atEndOfMonth().isBefore(day)) {
                break;
            }
            hits.add(hit(month, project));
        }
        return hits;
    }

    @Override
    public Optional<LocalDate> nextChangeAfter(Project project, LocalDate day) {
        return unreported(project).stream()
                .map(month -> month.atEndOfMonth().plusDays(1))
                .filter(over -> over.isAfter(day))
                .findFirst();
    }

    /** Months of the project without a report, past and to come. */
    private static List<YearMonth> unreported(Project project) {
        Set<YearMonth> reported = new HashSet<>();
        Turn.of(project)
                .forEach(turn -> reported.add(YearMonth.from(turn.report().reportedOn())));
        Period period = project.details().period();
        List<YearMonth> missing = new ArrayList<>();
        YearMonth last = YearMonth.from(period.endsOn());
        for (YearMonth month = YearMonth.from(period.startsOn()); !month.isAfter(last); month = month.plusMonths(1)) {
            if (!reported.contains(month) && !isBehindAnEnding(month, project)) {
                missing.add(month);
            }
        }
        return missing;
    }

    private static boolean isBehindAnEnding(YearMonth month, Project project) {
        return project.endings().stream().anyMatch(ending -> isBehind(month, ending));
    }

    private static boolean isBehind(YearMonth month, Ending ending) {
        Fact reopened = ending.reopened();
        return ending.endedOn().isBefore(month.atDay(1))
                && (reopened == null || reopened.happenedOn().isAfter(month.atEndOfMonth()));
    }

    private static Hit hit(YearMonth month, Project project) {
        Optional<Report> before = Turn.of(project).stream()
                .map(Turn::report)
                .filter(report -> report.reportedOn().isBefore(month.atDay(1)))
                .reduce((earlier, later) -> later);
        boolean done =
                before.map(report -> report.content().percent().equals(WHOLE)).orElse(false);
        List<Fact> evidence = Stream.concat(
                        Stream.of(Sentences.periodStated(project)),
                        before.stream().flatMap(Turn::factsOf))
                .toList();
        return Hit.of(
                month,
                done ? Severity.INFO : Severity.WARNING,
                Values.of("month", month.toString()).and("afterWhole", done),
                done
                        ? say(
                                "ไม่มีรายงานของเดือน %s (หลังรายงานร้อยละ 100 แล้ว)",
                                List.of(ThaiText.month(month)),
                                "No report is dated in %s (after 100 per cent was reported)",
                                List.of(month))
                        : say(
                                "ไม่มีรายงานของเดือน %s",
                                List.of(ThaiText.month(month)), "No report is dated in %s", List.of(month)),
                evidence);
    }
}
