package org.progressledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.progressledger.query.Facts.BANGNA;
import static org.progressledger.query.Facts.CLERK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.events.Amended;
import org.progressledger.events.Baht;
import org.progressledger.events.FormCertified;
import org.progressledger.events.Objective;
import org.progressledger.events.PersonalData;
import org.progressledger.events.ProjectDetailsAmended;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Sha256;
import org.progressledger.query.Facts;
import org.progressledger.query.projection.ProjectView.PersonView;

class ProjectTextTest {
    private static final LocalDate TODAY = LocalDate.of(2021, 9, 1);
    private static final PersonalData OFFICER = new PersonalData("p-1", "AAA+/AAA=");
    private static final PersonalData SUCCESSOR = new PersonalData("p-2", "BBB+/BBB=");
    private static final PersonalData ERASED = new PersonalData("p-3", "CCC+/CCC=");
    private static final StaleView STALE = new StaleView(Instant.parse("2021-09-01T03:04:05.678Z"), 12, true);

    private static ProjectView project(ProjectEvent... events) {
        List<RecordedEvent> recorded = new ArrayList<>();
        for (ProjectEvent event : events) {
            int place = recorded.size();
            Instant at = Instant.parse("2021-08-01T03:00:00Z").plusSeconds(place);
            recorded.add(new RecordedEvent(place, place, "event-" + place, at, "hash-" + place, event, CLERK));
        }
        return Folding.of(ProjectHistory.of(recorded), TODAY).flagged(List.of()).project();
    }

    /** Persons wherever a project has some, one of whom is forgotten. */
    private static ProjectView withPersons(String name) {
        return project(
                Facts.registered(BANGNA, name, "สำนักงานเขตบางนา", 2564, OFFICER),
                Facts.report(BANGNA, 1, "2020-10-28", "10"),
                new ProjectDetailsAmended(
                        BANGNA,
                        null,
                        null,
                        null,
                        null,
                        new Amended<>(Baht.of("122800"), Baht.of("100000.50")),
                        null,
                        null,
                        new Amended<>(OFFICER, SUCCESSOR),
                        new Amended<>(null, ERASED),
                        null,
                        new Amended<>(List.of(), List.of(new Objective(null, name))),
                        null,
                        null,
                        null,
                        null),
                new FormCertified(BANGNA, SUCCESSOR, "หัวหน้าฝ่าย", null, 2, Sha256.ofBytes(new byte[] {1})),
                new FormCertified(BANGNA, ERASED, null, TODAY, 3, Sha256.ofBytes(new byte[] {2})));
    }

    private static PersonView read(PersonalData person) {
        return person.equals(ERASED)
                ? PersonView.forgotten()
                : PersonView.clear("\"" + person.person() + "\" {\"sealed\":{", person.equals(OFFICER) ? "1234" : null);
    }

    private static final List<Function<PersonalData, PersonView>> READERS =
            List.of(ProjectTextTest::read, hidden -> PersonView.hidden());

    /** The text says what an object says, whatever it is asked for. */
    private static void assertSame(ProjectView project) {
        for (Function<PersonalData, PersonView> reading : READERS) {
            for (@Nullable String called : new String[] {null, "เขต \"บางนา\"\n{\"sealed\":{"}) {
                for (boolean still : new boolean[] {false, true}) {
                    assertThat(asked(new ProjectText(project.projectCode(), ProjectText.kept(project)), called, still)
                                    .shownBy(reading))
                            .isEqualTo(ProjectText.kept(
                                    asked(project, called, still).shownBy(reading)));
                }
            }
        }
    }

    private static <P extends AsKept<P>> P asked(P project, @Nullable String called, boolean still) {
        P named = called == null ? project : project.inRegister("50470001", called);
        return still ? named.with(STALE) : named;
    }

    @Test
    void persons_are_shown_wherever_they_stand() {
        ProjectView project = withPersons("โครงการ");

        assertSame(project);
        assertThat(ProjectText.kept(project).split("\\{\"sealed\":\\{", -1))
                .as("officer and coordinator, two changes with three persons, two certifiers")
                .hasSize(8);
        String shown = new ProjectText(project.projectCode(), ProjectText.kept(project)).shownBy(READERS.getFirst());
        assertThat(shown).contains("{\"erased\":true}").doesNotContain("p-3", "AAA");
        assertThat(new ProjectText(project.projectCode(), ProjectText.kept(project)).shownBy(READERS.getLast()))
                .contains("\"responsibleOfficer\":{\"masked\":true}")
                .doesNotContain("p-1");
    }

    @Test
    void a_project_without_persons_differs_by_its_agency_alone() {
        ProjectView project = project(Facts.registered(BANGNA, "โครงการ", "สำนักงานเขตบางนา", 2564, null));

        assertSame(project);
        assertThat(new ProjectText(project.projectCode(), ProjectText.kept(project)).shownBy(READERS.getFirst()))
                .isEqualTo(ProjectText.kept(project));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sealed\":{\"person\":\"p-1\",\"sealed\":\"AAAA\"}}",
                "{\"sealed\":{",
                "\"mainCode\":null,\"registerName\":null}",
                "\\\"mainCode\\\":null,\"registerName\":null}\\",
                ",\"registration\":{",
                "🌊 \u2028 \u0001 / 10 % \\ \" }}"
            })
    void what_people_write_is_taken_for_text(String name) {
        assertSame(withPersons(name));
    }

    @Test
    void a_text_reads_as_the_project_that_it_was_made_of() {
        ProjectView project = withPersons("โครงการ");

        assertThat(ReadModel.VIEW.of(project.projectCode(), ProjectText.kept(project)))
                .isEqualTo(project);
    }

    @Test
    void a_text_of_another_shape_is_not_answered() {
        assertThatThrownBy(() -> new ProjectText("50470000-3298", "{}").shownBy(READERS.getFirst()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("50470000-3298");
    }
}
