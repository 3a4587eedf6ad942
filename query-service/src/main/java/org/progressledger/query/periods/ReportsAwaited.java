package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectHistory;
import org.springframework.stereotype.Component;

/** Which months of a project still want a report, by the same judgement as the answer about timeliness. */
@Component
public class ReportsAwaited {
    private final Judge judge;

    ReportsAwaited(TimelinessSettings settings) {
        this.judge = new Judge(settings.deadlineDays());
    }

    /** Months of its fiscal year of which no report counts, in order; whether they are due yet is told by {@link #dueOn}. */
    public List<YearMonth> of(ProjectHistory history, FiscalYear year, LocalDate today) {
        return OnDay.of(SheetOf.history(history, List.of()), today).stream()
                .flatMap(project -> Cut.MONTH.of(year).stream().filter(month -> isAwaited(project, month)))
                .map(month -> YearMonth.from(month.startInclusive()))
                .toList();
    }

    private boolean isAwaited(OnDay project, Column month) {
        return judge.of(project, month)
                .filter(judged -> judged.is(Judged.Verdict.MISSING) || judged.is(Judged.Verdict.NOT_YET_DUE))
                .isPresent();
    }

    /** The last day on which the report of a month is in time. */
    public LocalDate dueOn(YearMonth month) {
        return month.atEndOfMonth().plusDays(judge.deadlineDays());
    }
}
