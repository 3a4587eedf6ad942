package org.progressledger.query.projection;

import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.Facts.CLERK;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.RecordedEvent;
import org.progressledger.query.Facts;
import org.progressledger.query.QueryService;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** A program that prints the digests of all that is kept of one history, on whatever machine it runs. */
final class Digested {
    private static final LocalDate TODAY = LocalDate.of(2021, 9, 1);
    private static final int REPORTS = 9;

    private Digested() {}

    /**
     * The rules of flags and what is kept across projects, and nothing else of the service. No configuration by name, for the
     * service would find it.
     */
    @ConfigurationPropertiesScan(basePackageClasses = QueryService.class)
    @ComponentScan(
            basePackageClasses = QueryService.class,
            useDefaultFilters = false,
            includeFilters = {
                @Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {Flagging.class, AcrossProjects.class}),
                @Filter(type = FilterType.REGEX, pattern = ".*\\.ReportsAwaited")
            })
    static class Rules {}

    private static ProjectHistory history() {
        List<ProjectEvent> events = new ArrayList<>();
        events.add(Facts.registered(BANGNA, "โครงการสร้างเครือข่าย ๒๕๖๔ “สำนักงาน”", "สำนักงานเขตบางนา", 2564, null));
        for (int no = 1; no <= REPORTS; no++) {
            events.add(Facts.report(
                    BANGNA, no, LocalDate.of(2020, 10, 28).plusMonths(no).toString(), Integer.toString(no * 10)));
        }
        events.add(Facts.correction(BANGNA, 3, "30", "25.50"));
        events.add(new ProjectPaused(BANGNA, LocalDate.of(2021, 4, 26), PauseCause.COVID_19, "ชะลอโครงการ", null));
        events.add(new ActivityHeld(BANGNA, LocalDate.of(2021, 5, 1), "อบรม"));
        events.add(new AppealFiled(BANGNA, 1, LocalDate.of(2021, 1, 4), "จัดกิจกรรมไม่ได้", "ขอปรับเกณฑ์", null));
        events.add(new AppealDecided(
                BANGNA,
                1,
                LocalDate.of(2021, 2, 1),
                AppealOutcome.GRANTED,
                new CriteriaChange("จัด 4 ครั้ง", "จัด 2 ครั้ง", null),
                null));
        List<RecordedEvent> recorded = new ArrayList<>();
        for (ProjectEvent event : events) {
            int place = recorded.size();
            Instant at = Instant.parse("2021-08-01T17:59:59.123456Z").plusSeconds(place);
            recorded.add(new RecordedEvent(
                    place, place, "event-" + place, at, "hash-" + place, event, CLERK.because("ตามหนังสือ")));
        }
        return ProjectHistory.of(recorded);
    }

    static Map<String, String> digests() {
        try (AnnotationConfigApplicationContext rules = new AnnotationConfigApplicationContext(Rules.class)) {
            ProjectHistory history = history();
            Folding folding = Folding.of(history, TODAY)
                    .flagged(rules.getBean(Flagging.class).on(TODAY, history));
            Folded folded = new Folded(history, folding, TODAY, null, Map.of(), "flags");
            Map<String, String> digests = new TreeMap<>(Shelf.digests(folded));
            rules.getBeansOfType(AcrossProjects.class)
                    .values()
                    .forEach(across ->
                            digests.put(across.collection(), Contents.digest(across.entry(history, folding, TODAY))));
            return digests;
        }
    }

    public static void main(String[] arguments) {
        StringBuilder all = new StringBuilder();
        digests()
                .forEach((name, digest) ->
                        all.append(name).append(' ').append(digest).append('\n'));
        System.out.write(all.toString().getBytes(StandardCharsets.UTF_8), 0, all.length());
        System.out.flush();
    }
}
