package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectStatus;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;

/**
 * How projects of a fiscal year stand on a day.
 *
 * @param projects by code
 * @param agencies the one most behind first
 * @param late projects with a report that was due, the one due longest first
 * @param flagged projects with hits that nobody has acknowledged, the one with the newest evidence first
 * @param appealed projects of which an appeal is awaited, the one awaited longest first
 * @param paused those that stand paused, longest first
 */
public record Standing(
        int fiscalYear,
        LocalDate day,
        List<Brief> projects,
        Sums all,
        List<OfAgency> agencies,
        List<Brief> late,
        List<Brief> flagged,
        List<Brief> appealed,
        List<Brief> paused) {

    /** One agency's projects added up. */
    public record OfAgency(Agency agency, Sums sums) {}

    static Standing of(
            List<Brief> projects,
            int fiscalYear,
            LocalDate day,
            AgencyRegister register,
            Function<YearMonth, LocalDate> dueOn) {
        FiscalYear year = FiscalYear.of(fiscalYear);
        Sums all = new Sums(year, day, dueOn);
        Map<String, OfAgency> agencies = new TreeMap<>();
        for (Brief project : projects) {
            all.add(project);
            Agency agency = register.of(project.agency()).orElseGet(() -> Agency.unknown(project.agency()));
            agencies.computeIfAbsent(agency.code(), main -> new OfAgency(agency, new Sums(year, day, dueOn)))
                    .sums()
                    .add(project);
        }
        List<OfAgency> ordered = new ArrayList<>(agencies.values());
        ordered.sort(Comparator.comparingDouble(each -> order(each.sums())));
        return new Standing(
                fiscalYear,
                day,
                projects,
                all,
                List.copyOf(ordered),
                late(projects, day, dueOn),
                projects.stream()
                        .filter(project -> !project.hits().isEmpty())
                        .sorted(Comparator.comparingLong(
                                project -> -project.hits().getFirst().position()))
                        .toList(),
                projects.stream()
                        .filter(project -> !project.appeals().isEmpty())
                        .sorted(Comparator.comparing(Standing::longestAwaited))
                        .toList(),
                projects.stream()
                        .filter(project -> project.is(ProjectStatus.PAUSED))
                        .sorted(Comparator.comparing(
                                Brief::pausedSince, Comparator.nullsLast(Comparator.naturalOrder())))
                        .toList());
    }

    private static double order(Sums sums) {
        return sums.counted() == 0 ? Double.MAX_VALUE : sums.ahead();
    }

    /** Projects with a report that was due before that day, the one due longest first. */
    static List<Brief> late(List<Brief> projects, LocalDate day, Function<YearMonth, LocalDate> dueOn) {
        return projects.stream()
                .filter(project -> !project.awaited().isEmpty()
                        && dueOn.apply(project.awaited().getFirst()).isBefore(day))
                .sorted(Comparator.comparing(project -> project.awaited().getFirst()))
                .toList();
    }

    private static LocalDate longestAwaited(Brief project) {
        return project.appeals().stream()
                .map(appeal -> appeal.since())
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }
}
