package org.progressledger.query.start;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.overview.Brief;
import org.progressledger.query.start.StartPage.Duties;
import org.progressledger.query.start.StartPage.Duty;

/** What an officer has to do: reports that were sent back, those that are late, those that are due. */
final class DutiesOf {
    static final int MOST = 12;

    private DutiesOf() {}

    private record Urgent(int order, LocalDate on, Duty duty) {}

    static Duties projects(List<Brief> projects, LocalDate today, Function<YearMonth, LocalDate> dueOn, Frame frame) {
        List<Urgent> all = new ArrayList<>();
        for (Brief project : projects) {
            project.returned().forEach(returned -> all.add(returned(project, returned, frame)));
            List<YearMonth> months = project.awaited().stream()
                    // what has not begun cannot be reported
                    .filter(month -> !month.atDay(1).isAfter(today))
                    .toList();
            if (!months.isEmpty()) {
                all.add(awaited(project, months, today, dueOn, frame));
            }
        }
        all.sort(Comparator.comparingInt(Urgent::order).thenComparing(Urgent::on));
        return new Duties(all.stream().limit(MOST).map(Urgent::duty).toList(), Math.max(0, all.size() - MOST));
    }

    private static Urgent returned(Brief project, Brief.Returned returned, Frame frame) {
        return new Urgent(
                0,
                returned.on(),
                new Duty(
                        project.code(),
                        project.name(),
                        frame.say("duty.returned", Map.of("n", returned.no())),
                        "state state-late",
                        "#i-no",
                        returned.reason(),
                        frame.say("duty.returned.on"),
                        Figures.day(returned.on(), frame.language()),
                        report(project)));
    }

    /** One line a project: reports are handed in one after the other. */
    private static Urgent awaited(
            Brief project, List<YearMonth> months, LocalDate today, Function<YearMonth, LocalDate> dueOn, Frame frame) {
        LocalDate due = dueOn.apply(months.getFirst());
        boolean late = due.isBefore(today);
        Map<String, Object> words = Map.of(
                "month", Figures.month(months.getFirst(), frame.language(), true),
                "more", months.size() - 1,
                "n", Figures.count(Math.abs(ChronoUnit.DAYS.between(due, today))));
        return new Urgent(
                late ? 1 : 2,
                due,
                new Duty(
                        project.code(),
                        project.name(),
                        months.size() == 1 ? frame.say("duty.report", words) : frame.say("duty.reports", words),
                        late ? "state state-late" : "state",
                        late ? "#i-late" : "#i-report",
                        null,
                        late
                                ? frame.say("duty.late", words)
                                : due.equals(today) ? frame.say("duty.today") : frame.say("duty.due", words),
                        Figures.day(due, frame.language()),
                        report(project) + "?month=" + months.getFirst()));
    }

    private static String report(Brief project) {
        return "/projects/" + project.code() + "/report";
    }
}
