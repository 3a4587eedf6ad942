package org.progressledger.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.bench.city.City.Deed;
import org.progressledger.events.EventJson;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;

class CityTest {
    private static final City SMALL = new City(4, 40, 2, 1);

    private static List<String> facts(City city) {
        List<String> facts = new ArrayList<>();
        for (FiscalYear year : city.fiscalYears()) {
            city.deeds(year)
                    .forEach((day, deeds) -> deeds.forEach(deed -> facts.add(day + " " + deed.agency() + " "
                            + deed.sequence() + " " + deed.event().getClass().getSimpleName() + " "
                            + EventJson.write(deed.event()))));
        }
        return facts;
    }

    private static Map<String, List<RecordedEvent>> recorded(City city) {
        Map<String, List<RecordedEvent>> projects = new LinkedHashMap<>();
        long position = 0;
        for (FiscalYear year : city.fiscalYears()) {
            for (Map.Entry<LocalDate, List<Deed>> day : city.deeds(year).entrySet()) {
                for (Deed deed : day.getValue()) {
                    projects.computeIfAbsent(deed.event().project().text(), first -> new ArrayList<>())
                            .add(new RecordedEvent(
                                    position++,
                                    deed.sequence(),
                                    "event-" + position,
                                    day.getKey()
                                            .atTime(9, 0)
                                            .atZone(RecordedEvent.OFFICE)
                                            .toInstant(),
                                    "00",
                                    deed.event(),
                                    Recording.provenance(deed)));
                }
            }
        }
        return projects;
    }

    @Test
    void the_same_seed_gives_the_same_facts_and_another_one_others() {
        assertThat(facts(SMALL)).isEqualTo(facts(new City(4, 40, 2, 1))).isNotEqualTo(facts(new City(4, 40, 2, 2)));
    }

    @Test
    void every_project_folds_event_by_event_and_has_as_many_as_a_real_one() {
        Map<String, List<RecordedEvent>> projects = recorded(SMALL);

        assertThat(projects.keySet()).isEqualTo(new HashSet<>(SMALL.codes())).hasSize(80);
        projects.forEach((code, events) -> {
            ProjectHistory history = ProjectHistory.of(events);
            assertThat(events).extracting(RecordedEvent::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(history.on(LocalDate.of(2026, 1, 1))).as(code).isPresent();
            assertThat(history.steps()).as(code).isNotEmpty();
            for (int last = 0; last < events.size(); last++) {
                assertThat(history.upTo(last).steps()).as(code).isNotEmpty();
            }
        });
        assertThat(projects.values().stream().mapToInt(List::size).average().orElseThrow())
                .isBetween(20.0, 30.0);
    }
}
