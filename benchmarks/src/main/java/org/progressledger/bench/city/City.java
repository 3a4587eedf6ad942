package org.progressledger.bench.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;

/**
 * A city that does not exist: what its offices record, day by day. The same seed gives the same facts.
 *
 * @param agencies 1 to 5,000
 * @param projectsAYear at most 1,000 for each agency
 * @param years fiscal years from 2560 on, 1 to 10
 */
record City(int agencies, int projectsAYear, int years, long seed) {
    private static final int FIRST_YEAR = 2560;
    // agencies 5001 to 5050, each with divisions
    private static final int MAIN_AGENCIES = 50;
    private static final int MOST_DIVISIONS = 100;
    private static final int MOST_NUMBERS = 1_000;
    private static final int TEN = 10;

    City {
        if (agencies < 1 || agencies > MAIN_AGENCIES * MOST_DIVISIONS || years < 1 || years > TEN) {
            throw new IllegalArgumentException("1 to 5,000 agencies and 1 to 10 years");
        }
        if (projectsAYear < 1 || projectsAYear > (long) agencies * MOST_NUMBERS) {
            throw new IllegalArgumentException("1 to 1,000 projects a year for each agency");
        }
    }

    /**
     * What somebody does on a day.
     *
     * @param sequence its place among the events of its project
     */
    record Deed(ProjectEvent event, String agency, long sequence) {}

    List<FiscalYear> fiscalYears() {
        return IntStream.range(0, years)
                .mapToObj(year -> FiscalYear.of(FIRST_YEAR + year))
                .toList();
    }

    /** The codes of all projects. */
    List<String> codes() {
        return fiscalYears().stream()
                .flatMap(year -> IntStream.range(0, projectsAYear)
                        .mapToObj(place -> code(place, year).text()))
                .toList();
    }

    private ProjectCode code(int place, FiscalYear year) {
        int agency = place % agencies;
        // a project's number ends in the last digit of its year
        return ProjectCode.of("%04d%02d00-%04d"
                .formatted(
                        MOST_NUMBERS * 5 + 1 + agency % MAIN_AGENCIES,
                        agency / MAIN_AGENCIES,
                        place / agencies * TEN + year.buddhistYear() % TEN));
    }

    /** What is done of the projects of a year; those of one project in the order of their sequences. */
    NavigableMap<LocalDate, List<Deed>> deeds(FiscalYear year) {
        NavigableMap<LocalDate, List<Deed>> days = new TreeMap<>();
        for (int place = 0; place < projectsAYear; place++) {
            ProjectCode code = code(place, year);
            String agency = "สำนักงานเขตตัวอย่างที่ " + (place % agencies + 1);
            long sequence = 0;
            for (var day : Life.of(code, year, agency, seed * 31 + code.text().hashCode())
                    .entrySet()) {
                for (ProjectEvent event : day.getValue()) {
                    days.computeIfAbsent(day.getKey(), first -> new ArrayList<>())
                            .add(new Deed(event, agency, sequence++));
                }
            }
        }
        return days;
    }
}
