package org.progressledger.query.periods;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.periods.Judged.Basis;
import org.progressledger.query.periods.Judged.Circumstance;
import org.progressledger.query.periods.Judged.Verdict;
import org.progressledger.query.periods.Sheet.Handed;
import org.progressledger.query.periods.Sheet.Window;

/**
 * Judges months of a project on a day: a plain function. The month of a report is that of its date, as for the deadline of
 * the command service. On the day counts what was handed in by then, and a return that was recorded by then.
 */
record Judge(int deadlineDays) {

    LocalDate dueOn(Column month) {
        return month.lastDay().plusDays(deadlineDays);
    }

    /** Empty where no report is expected: outside the project's time, and behind its ending. */
    Optional<Judged> of(OnDay project, Column month) {
        List<Handed> handedIn = handedIn(project).stream()
                .filter(handed -> month.contains(handed.on()))
                .toList();
        Optional<Handed> first = handedIn.stream()
                .filter(handed -> counts(handed, project.day()))
                .min(Comparator.comparing(Judge::handedOn).thenComparing(Handed::no));
        boolean expected = month.overlaps(project.period()) && (first.isPresent() || !project.isBehindAnEnding(month));
        return expected
                ? Optional.of(first.map(handed -> reported(handed, month, project))
                        .orElseGet(() -> unreported(handedIn, month, project)))
                : Optional.empty();
    }

    /** The revisions that stand on the day, returned ones too. */
    private static List<Handed> handedIn(OnDay project) {
        TreeMap<Integer, Handed> standing = new TreeMap<>();
        project.sheet().reports().stream()
                .filter(handed -> !handedOn(handed).isAfter(project.day()))
                .forEach(handed -> standing.merge(
                        handed.no(), handed, (one, other) -> one.revision() > other.revision() ? one : other));
        return List.copyOf(standing.values());
    }

    private static boolean counts(Handed handed, LocalDate day) {
        LocalDate returnedOn = handed.returnedOn();
        return returnedOn == null || returnedOn.isAfter(day);
    }

    private static LocalDate handedOn(Handed handed) {
        return handed.paper() ? handed.on() : handed.recordedOn();
    }

    private Judged reported(Handed handed, Column month, OnDay project) {
        LocalDate dueOn = dueOn(month);
        LocalDate handedOn = handedOn(handed);
        LocalDate firstOn = project.sheet().reports().stream()
                .filter(each -> each.no() == handed.no())
                .map(Judge::handedOn)
                .min(LocalDate::compareTo)
                .orElse(handedOn);
        boolean late = handedOn.isAfter(dueOn);
        List<Window> windows = windows(month, project);
        List<Circumstance> circumstances = new ArrayList<>();
        boolean allowed = windows.stream()
                .anyMatch(window ->
                        !window.openedOn().isAfter(handedOn) && !window.until().isBefore(handedOn));
        add(circumstances, Circumstance.IN_WINDOW, late && allowed);
        add(circumstances, Circumstance.RESUBMITTED, handed.revision() > 1);
        add(circumstances, Circumstance.FIRST_WAS_IN_TIME, late && !firstOn.isAfter(dueOn));
        add(circumstances, Circumstance.PAUSED, project.isPausedIn(month));
        return new Judged(
                late ? Verdict.LATE : Verdict.ON_TIME,
                handed.no(),
                handed.revision(),
                handed.on(),
                handedOn,
                firstOn,
                late ? ChronoUnit.DAYS.between(dueOn, handedOn) : null,
                handed.paper() ? Basis.PAPER : Basis.TYPED,
                until(windows),
                List.copyOf(circumstances),
                List.of(handed.event()));
    }

    private Judged unreported(List<Handed> returned, Column month, OnDay project) {
        boolean over = project.day().isAfter(dueOn(month));
        List<Window> windows = windows(month, project);
        LocalDate until = until(windows);
        List<Circumstance> circumstances = new ArrayList<>();
        add(circumstances, Circumstance.WINDOW_OPEN, over && until != null && !until.isBefore(project.day()));
        add(circumstances, Circumstance.RETURNED, !returned.isEmpty());
        add(circumstances, Circumstance.PAUSED, project.isPausedIn(month));
        return new Judged(
                over ? Verdict.MISSING : Verdict.NOT_YET_DUE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                until,
                List.copyOf(circumstances),
                Stream.concat(
                                returned.stream().flatMap(each -> Stream.of(each.event(), each.returnEvent())),
                                windows.stream().map(Window::event))
                        .flatMap(Stream::ofNullable)
                        .sorted()
                        .toList());
    }

    private static List<Window> windows(Column month, OnDay project) {
        return project.sheet().windows().stream()
                .filter(window ->
                        month.contains(window.month()) && !window.openedOn().isAfter(project.day()))
                .toList();
    }

    private static @Nullable LocalDate until(List<Window> windows) {
        return windows.stream().map(Window::until).max(LocalDate::compareTo).orElse(null);
    }

    private static void add(List<Circumstance> all, Circumstance one, boolean holds) {
        if (holds) {
            all.add(one);
        }
    }
}
