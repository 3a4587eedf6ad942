package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.FiscalYear;
import org.progressledger.query.agencies.Agencies;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.asking.Points;
import org.progressledger.query.periods.ReportsAwaited;
import org.springframework.stereotype.Component;

/** Adds the city up, once for as long as nothing changes. */
@Component
public class Standings {
    private final City city;
    private final Agencies agencies;
    private final ReportsAwaited awaited;
    private final Points points;
    private volatile @Nullable Known last;

    Standings(City city, Agencies agencies, ReportsAwaited awaited, Points points) {
        this.city = city;
        this.agencies = agencies;
        this.awaited = awaited;
        this.points = points;
    }

    private record Known(City.Table table, AgencyRegister register, Standing standing) {}

    /** Years of which there are projects that the asker sees, the latest first. */
    public List<Integer> years(Asker asker) {
        City.Table table = city.table();
        return asker.role() != Role.OFFICER
                ? table.years()
                : table.years().stream()
                        .filter(year -> table.of(year).stream().anyMatch(seenBy(asker)))
                        .toList();
    }

    /** The same of these agency codes alone. */
    public List<Integer> years(List<String> codes, Asker asker) {
        City.Table table = city.table();
        return table.years().stream()
                .filter(year -> table.of(year, codes).stream().anyMatch(seenBy(asker)))
                .toList();
    }

    /** Today's year if it has projects, else the latest one before, else the first there is; today's where there is none. */
    public int usual(List<Integer> years) {
        int today = FiscalYear.containing(points.today()).buddhistYear();
        return years.stream()
                .filter(year -> year <= today)
                .findFirst()
                .orElseGet(() -> years.isEmpty() ? today : years.getLast());
    }

    /** All that the asker may see. */
    public Standing of(int fiscalYear, Asker asker) {
        return asker.role() == Role.OFFICER
                ? compute(
                        city.table().of(fiscalYear).stream()
                                .filter(seenBy(asker))
                                .toList(),
                        fiscalYear)
                : ofCity(fiscalYear);
    }

    /** Of these agency codes alone. */
    public Standing of(int fiscalYear, List<String> codes, Asker asker) {
        return compute(
                city.table().of(fiscalYear, codes).stream()
                        .filter(seenBy(asker))
                        .toList(),
                fiscalYear);
    }

    /** Projects of every year that the asker sees. */
    public List<Brief> everyYears(Asker asker) {
        City.Table table = city.table();
        return table.years().stream()
                .flatMap(year -> table.of(year).stream())
                .filter(seenBy(asker))
                .toList();
    }

    /** One project as if it were all there is. */
    public Sums sums(Brief project, Standing standing) {
        Sums sums = new Sums(FiscalYear.of(standing.fiscalYear()), standing.day(), awaited::dueOn);
        sums.add(project);
        return sums;
    }

    /** The last day on which the report of a month is in time. */
    public LocalDate dueOn(YearMonth month) {
        return awaited.dueOn(month);
    }

    private static Predicate<Brief> seenBy(Asker asker) {
        return project -> asker.sees(project.code());
    }

    private Standing ofCity(int fiscalYear) {
        City.Table table = city.table();
        AgencyRegister register = agencies.register();
        Known known = last;
        if (known == null
                || known.table() != table
                || known.register() != register
                || known.standing().fiscalYear() != fiscalYear
                || !known.standing().day().equals(points.today())) {
            known = new Known(table, register, compute(table.of(fiscalYear), fiscalYear));
            last = known;
        }
        return known.standing();
    }

    private Standing compute(List<Brief> projects, int fiscalYear) {
        LocalDate today = points.today();
        return Standing.of(projects, fiscalYear, today, agencies.register(), awaited::dueOn);
    }
}
