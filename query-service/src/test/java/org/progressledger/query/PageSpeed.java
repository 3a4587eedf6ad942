package org.progressledger.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.Document;
import org.progressledger.access.Role;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.testservers.TestMongo;

/**
 * Prints how long pages take in a city of that many projects: {@code scripts/measure-pages} runs it. Projects are recorded in
 * the ledger and folded by the projection; of the others there are only copies of what is kept of these, under codes of
 * their own. Last it asks the server which of its plans read a collection as a whole.
 */
final class PageSpeed {
    private static final int AGENCIES = 77;
    private static final int WARM = 60;
    private static final long MOST_SECONDS = 1_200;
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final List<String> WORDS = List.of(
            "ทางเท้า", "สวนสาธารณะ", "ชุมชน", "โรงเรียน", "คลอง", "ตลาด", "ผู้สูงอายุ", "สุขภาพ", "จราจร", "ขยะ");

    private final RunningService service;
    private final HttpClient http;
    private final long began = System.nanoTime();

    private PageSpeed(RunningService service) {
        this.service = service;
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public static void main(String[] arguments) throws Exception {
        int recorded = Integer.parseInt(arguments[0]);
        int all = Math.max(recorded, Integer.parseInt(arguments[1]));
        int times = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("page-speed");
        try (RunningService service = new RunningService(
                TestMongo.real(), folder, "--progress-ledger.query.due-check=60s", "--logging.level.security=error")) {
            PageSpeed speed = new PageSpeed(service);
            speed.record(recorded);
            speed.copy(recorded, all);
            speed.signIn();
            speed.measure(all, times);
        }
        System.exit(0);
    }

    private static String code(int place) {
        return "%04d0000-%04d".formatted(5001 + place % AGENCIES, place / AGENCIES + 1);
    }

    private void record(int projects) throws InterruptedException {
        Random random = new Random(2564);
        long last = -1;
        for (int place = 0; place < projects; place++) {
            last = service.record(year(place, random));
        }
        say("%d projects, %d events recorded in %d s", projects, last + 1, seconds());
        while (last >= 0
                && service.get("/api/v1/projects?size=1&atLeast=" + last, Role.SUPERVISOR)
                                .status()
                        != 200) {
            if (seconds() > MOST_SECONDS) {
                throw new IllegalStateException("Not folded within " + MOST_SECONDS + " s");
            }
            Thread.sleep(500);
        }
        say("all of them folded after %d s", seconds());
    }

    private static ProjectEvent[] year(int place, Random random) {
        String code = code(place);
        List<ProjectEvent> events = new ArrayList<>();
        events.add(Facts.registered(
                ProjectCode.of(code),
                "โครงการพัฒนา" + WORDS.get(random.nextInt(WORDS.size())) + "และ"
                        + WORDS.get(random.nextInt(WORDS.size())) + " แห่งที่ " + place,
                "สำนักงานเขตตัวอย่าง " + code.substring(0, 4),
                2564,
                null));
        int percent = 0;
        int no = 0;
        for (int month = 0; month < 12; month++) {
            percent = Math.min(100, percent + random.nextInt(12));
            if (random.nextInt(10) > 1) {
                no++;
                events.add(Facts.report(
                        ProjectCode.of(code),
                        no,
                        LocalDate.of(2020, 10, 20).plusMonths(month).toString(),
                        Integer.toString(percent)));
            }
        }
        if (place % 9 == 0) {
            events.add(new ProjectPaused(
                    ProjectCode.of(code), LocalDate.of(2021, 4, 26), PauseCause.COVID_19, "ชะลอโครงการ", null));
        }
        return events.toArray(ProjectEvent[]::new);
    }

    /** What is kept of the recorded ones, once more under other codes. */
    private void copy(int recorded, int all) {
        if (all == recorded) {
            return;
        }
        long keptAt = 1;
        for (String name : List.of("projects", "briefs_v1", "register_steps_v1", "appeals_v2")) {
            MongoCollection<Document> kept = Kept.in(service.database, name);
            List<Document> folded = kept.find(Filters.lt("_id", "9")).limit(500).into(new ArrayList<>());
            List<Document> copies = new ArrayList<>();
            for (int place = recorded; place < all; place++) {
                copies.add(copy(folded.get(place % folded.size()), code(place), keptAt++));
                if (copies.size() == 2_000 || place == all - 1) {
                    kept.insertMany(copies);
                    copies.clear();
                }
            }
        }
        say("copies up to %d projects after %d s", all, seconds());
        service.stop();
        service.start();
    }

    private static Document copy(Document folded, String code, long keptAt) {
        String before = folded.getString("_id");
        Document copy = new Document(folded)
                .append("_id", code)
                .append("agency", code.substring(0, 8))
                .append(
                        "scopes",
                        IntStream.rangeClosed(4, 8)
                                .mapToObj(digits -> code.substring(0, digits))
                                .toList());
        if (copy.containsKey("keptAt")) {
            copy.append("keptAt", keptAt);
        }
        if (copy.containsKey("brief")) {
            copy.append(
                    "brief",
                    copy.getString("brief")
                            .replace(before, code)
                            .replace("\"" + before.substring(0, 8) + "\"", "\"" + code.substring(0, 8) + "\""));
        }
        return copy;
    }

    private void signIn() throws IOException, InterruptedException {
        URI address = service.address().resolve("/sign-in");
        HttpResponse<String> form =
                http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        Matcher token = CSRF.matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("The page of signing in has no token: " + form.body());
        }
        String fields = "username=" + RunningService.name(Role.SUPERVISOR) + "&password="
                + encoded(RunningService.PASSWORD) + "&_csrf=" + encoded(token.group(1));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 303 && answer.statusCode() != 302) {
            throw new IllegalStateException("Not signed in: " + answer.statusCode());
        }
    }

    private void measure(int projects, int times) throws IOException, InterruptedException {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("start page", "/?fiscalYear=2564");
        pages.put("start page, every agency", "/?fiscalYear=2564&agencies=all");
        pages.put("list of projects", "/projects");
        pages.put("list by name, page 20", "/projects?sort=name&page=20");
        pages.put("list of one agency", "/projects?agency=50470000&fiscalYear=2564");
        pages.put("search of a rare word", "/projects?q=" + encoded("แห่งที่ 4711"));
        pages.put("search of a frequent word", "/projects?q=" + encoded("สวนสาธารณะ"));
        pages.put("an agency", "/agencies/50470000?fiscalYear=2564");
        pages.put("late reports", "/late-reports?fiscalYear=2564");
        pages.put("a project", "/projects/" + code(46));
        pages.put("its timeline", "/projects/" + code(46) + "/timeline");
        for (int round = 0; round < WARM; round++) {
            for (String path : pages.values()) {
                ask(path);
            }
        }
        System.out.printf(
                "%n| page, of %,d projects | p50 ms | p99 ms | KB | documents that the server read |%n|---|---|---|---|---|%n",
                projects);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            long[] nanos = new long[times];
            int bytes = 0;
            for (int time = 0; time < times; time++) {
                long begun = System.nanoTime();
                bytes = ask(page.getValue());
                nanos[time] = System.nanoTime() - begun;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "| %s | %.1f | %.1f | %d | %s |%n",
                    page.getKey(),
                    nanos[times / 2] / 1e6,
                    nanos[Math.min(times - 1, times * 99 / 100)] / 1e6,
                    bytes / 1024,
                    examined(page.getValue()));
        }
    }

    /** How many documents and keys of an index the server looked at for one page; names each whole reading of a collection. */
    private String examined(String path) throws IOException, InterruptedException {
        service.database.runCommand(new Document("profile", 0));
        service.database.getCollection("system.profile").drop();
        service.database.runCommand(new Document("profile", 2));
        ask(path);
        service.database.runCommand(new Document("profile", 0));
        long documents = 0;
        long keys = 0;
        StringBuilder whole = new StringBuilder();
        for (Document one : service.database.getCollection("system.profile").find(Filters.regex("ns", "\\.query_"))) {
            documents += one.get("docsExamined", 0);
            keys += one.get("keysExamined", 0);
            if (one.get("planSummary", "").contains("COLLSCAN")) {
                whole.append(" COLLSCAN of ").append(one.getString("ns"));
            }
        }
        return "%,d, %,d keys%s".formatted(documents, keys, whole);
    }

    private int ask(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(service.address().resolve(path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "th")
                        .build(),
                BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body().length;
    }

    private long seconds() {
        return (System.nanoTime() - began) / 1_000_000_000;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }
}
