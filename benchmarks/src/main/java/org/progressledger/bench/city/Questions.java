package org.progressledger.bench.city;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.progressledger.events.FiscalYear;

/** What is asked of a city; each time of another project, year, word or day, the same by the same seed. */
final class Questions {
    static final String PROJECT = "project";
    static final String TIMELINE = "timeline";
    static final String AS_OF = "as-of";

    private static final List<String> ORDERS =
            List.of("projectCode", "name", "percent,desc", "reportedOn,desc", "budget.allocated,desc");
    private static final int PAGES = 10;
    private static final int DAYS = 365;

    private final Random random = new Random(2564);
    private final List<String> codes;
    private final List<FiscalYear> years;

    Questions(City city) {
        this.codes = city.codes();
        this.years = city.fiscalYears();
    }

    /** By kind, in the order of tables. */
    Map<String, Supplier<String>> kinds() {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put(
                "list",
                () -> "/api/v1/projects?fiscalYear=" + year() + "&page=" + random.nextInt(PAGES) + "&sort="
                        + ORDERS.get(random.nextInt(ORDERS.size())));
        kinds.put("search, rare word", () -> "/api/v1/projects?q=" + code());
        kinds.put(
                "search, frequent word",
                () -> "/api/v1/projects?q="
                        + URLEncoder.encode(Life.WORKS[random.nextInt(Life.WORKS.length)], StandardCharsets.UTF_8));
        kinds.put(PROJECT, () -> "/api/v1/projects/" + code());
        kinds.put(TIMELINE, () -> "/api/v1/projects/" + code() + "/timeline");
        kinds.put(AS_OF, this::asOf);
        kinds.put("flags", () -> "/api/v1/flags?fiscalYear=" + year() + "&agency=" + code().substring(0, 8));
        kinds.put("appeals queue", () -> "/api/v1/appeals?fiscalYear=" + year());
        return kinds;
    }

    private String code() {
        return codes.get(random.nextInt(codes.size()));
    }

    private int year() {
        return years.get(random.nextInt(years.size())).buddhistYear();
    }

    private String asOf() {
        int place = random.nextInt(codes.size());
        FiscalYear year = years.get(place / (codes.size() / years.size()));
        return "/api/v1/projects/" + codes.get(place) + "/as-of?happenedOn="
                + year.startInclusive().plusDays(random.nextInt(DAYS));
    }

    /** A line for each: kind, tab, path. */
    void write(Path file, int ofEach) throws IOException {
        List<String> lines = new ArrayList<>();
        kinds().forEach((kind, path) -> {
            for (int i = 0; i < ofEach; i++) {
                lines.add(kind + "\t" + path.get());
            }
        });
        Files.write(file, lines);
    }
}
