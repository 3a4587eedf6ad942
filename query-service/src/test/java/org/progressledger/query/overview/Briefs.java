package org.progressledger.query.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.progressledger.events.ProjectStatus;

/** Invented projects in short, of fiscal year 2564. */
public final class Briefs {
    private Briefs() {}

    /** A project that gains as much each month, from the first of October to the last of September. */
    public static Brief steady(String code, ProjectStatus status, int percentAMonth) {
        return of(code, status, percentAMonth, List.of(), List.of());
    }

    public static Brief of(
            String code, ProjectStatus status, int percentAMonth, List<String> awaited, List<Brief.Returned> returned) {
        return new Brief(
                code,
                code.substring(0, 8),
                2564,
                "โครงการ " + code,
                "สำนักงานเขต",
                status,
                percentAMonth * 1200,
                100_000_00L,
                25_000_00L,
                LocalDate.parse("2020-10-01"),
                LocalDate.parse("2021-09-30"),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> month * percentAMonth * 100)
                        .toList(),
                Stream.concat(Collections.nCopies(6, 0L).stream(), Collections.nCopies(6, 25_000_00L).stream())
                        .toList(),
                null,
                awaited.stream().map(YearMonth::parse).toList(),
                returned,
                null,
                List.of(),
                0,
                List.of());
    }
}
