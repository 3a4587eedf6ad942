package org.progressledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.progressledger.access.Role;
import org.progressledger.events.Percent;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.query.RunningService.Answer;
import org.progressledger.testservers.OnRealMongo;
import org.progressledger.testservers.TestMongo;

/**
 * A year of the whole city, to be measured by hand; no build runs it. {@code many.projects} says how many, default 8,000. The
 * first 400 are recorded and folded; the others are copies of what is kept of these, under codes of their own.
 *
 * <pre>./mvnw -q -B -pl query-service -am test -Dtest=ManyProjectsByPeriod -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@OnRealMongo
class ManyProjectsByPeriod {
    private static final int PROJECTS = Integer.getInteger("many.projects", 8_000);
    private static final int AGENCIES = 77;
    private static final int FOLDED = Math.min(PROJECTS, 400);
    private static final int TIMES = 7;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private static String code(int place) {
        return "%04d0000-%04d".formatted(5001 + place % AGENCIES, place / AGENCIES + 1);
    }

    private static void copy(MongoCollection<Document> kept) {
        List<Document> folded = kept.find().into(new ArrayList<>());
        List<Document> copies = new ArrayList<>();
        for (int place = FOLDED; place < PROJECTS; place++) {
            String code = code(place);
            Document copy = new Document(folded.get(place % folded.size())).append("_id", code);
            copy.append("agency", code.substring(0, 8))
                    .append("agencyName", "สำนักงานเขตตัวอย่าง " + code.substring(0, 8))
                    .append(
                            "scopes",
                            IntStream.rangeClosed(4, 8)
                                    .mapToObj(digits -> code.substring(0, digits))
                                    .toList());
            copies.add(copy);
        }
        if (!copies.isEmpty()) {
            kept.insertMany(copies);
        }
    }

    private static ProjectEvent[] year(int place, Random random) {
        String code = code(place);
        List<ProjectEvent> events = new ArrayList<>();
        events.add(Office.registered(code, "โครงการพัฒนาพื้นที่ " + place));
        events.add(new PlanRecorded(
                ProjectCode.of(code),
                LocalDate.parse("2020-10-01"),
                IntStream.range(0, 12)
                        .mapToObj(month -> new PlannedMonth(
                                YearMonth.of(2020, 10).plusMonths(month), Percent.of("" + (month + 1) * 8)))
                        .toList(),
                null));
        int percent = 0;
        int no = 0;
        for (int month = 0; month < 12; month++) {
            percent = Math.min(100, percent + random.nextInt(17));
            if (random.nextInt(10) > 0) {
                no++;
                events.add(Office.reported(
                        code, no, LocalDate.of(2020, 10, 20).plusMonths(month), Integer.toString(percent)));
            }
        }
        return events.toArray(ProjectEvent[]::new);
    }

    @Test
    void a_year_of_the_city_is_answered_while_one_waits() throws InterruptedException {
        Random random = new Random(2564);
        try (RunningService service = new RunningService(TestMongo.real(), folder)) {
            long begun = System.nanoTime();
            long last = 0;
            for (int place = 0; place < FOLDED; place++) {
                last = service.record(year(place, random));
            }
            say("recorded %d events in %d s", last + 1, seconds(begun));
            while (service.get("/api/v1/projects?size=1&atLeast=" + last, Role.SUPERVISOR)
                            .status()
                    != 200) {
                assertThat(seconds(begun)).isLessThan(PATIENCE.toSeconds());
                Thread.sleep(500);
            }
            say("recorded and kept after %d s", seconds(begun));
            copy(Kept.in(service.database, "projects"));
            copy(Kept.in(service.database, "period_sheets_v1"));
            Document stats = service.database.runCommand(new Document(
                    "collStats",
                    Kept.in(service.database, "period_sheets_v1").getNamespace().getCollectionName()));
            say("sheets: %d, %s bytes each, %s on disk", PROJECTS, stats.get("avgObjSize"), stats.get("storageSize"));
            for (String asked : List.of(
                    "/reports/by-period?fiscalYear=2564",
                    "/reports/by-period?fiscalYear=2564&size=200&page=39",
                    "/reports/by-period?fiscalYear=2564&by=quarter",
                    "/reports/by-period?fiscalYear=2564&measure=spent",
                    "/reports/by-period?fiscalYear=2564&measure=score",
                    "/reports/by-period?fiscalYear=2564&exceptionsOnly=true",
                    "/reports/by-period?fiscalYear=2564&on=2021-03-15&sort=percent,desc",
                    "/reports/by-period?fiscalYear=2564&agency=50010000",
                    "/reports/timeliness?fiscalYear=2564&size=100",
                    "/reports/timeliness?fiscalYear=2564&by=project&agency=50010000")) {
                measure(service, asked);
            }
        }
    }

    private static void measure(RunningService service, String asked) {
        List<Long> millis = new ArrayList<>();
        int bytes = 0;
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            Answer answer = service.get("/api/v1" + asked, Role.SUPERVISOR);
            millis.add((System.nanoTime() - begun) / 1_000_000);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            bytes = answer.body().length();
        }
        long first = millis.getFirst();
        millis.sort(null);
        say("%-72s first %5d ms, median %5d ms, %8d characters", asked, first, millis.get(TIMES / 2), bytes);
    }

    private static long seconds(long since) {
        return (System.nanoTime() - since) / 1_000_000_000;
    }

    private static void say(String text, Object... values) {
        System.out.println("MEASURED " + text.formatted(values));
    }
}
