package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisteredName;

/** What the filters of lists offer, and what a list says of a page that it has not. */
class FiltersTest {
    private static final Asker OFFICER = new Asker("officer", Role.OFFICER, null, List.of("5047"));
    private static final AgencyRegister REGISTER = AgencyRegister.of(
            List.of(
                    new RegisteredName("50470000", "สำนักงานเขตบางนา", 1, "50470000-0001"),
                    new RegisteredName("01000000", "สำนักงานเลขานุการสภา", 1, "01000000-0001"),
                    new RegisteredName("50010000", "สำนักงานเขตพระนคร", 1, "50010000-0001")),
            List.of());

    private static Frame frame(Language language) {
        Texts texts = new Texts(List.of(new MessageBundle("messages/pages")));
        return new Frame(language, texts, null, true, List.of(), null, "/flags", "/flags", "", null, null);
    }

    @ParameterizedTest
    @CsvSource({"2021,2564", "2564,2564", "' ๒๕๖๔ ',2564", "1999,2542", "soon,soon", "256,256", "25640,25640"})
    void a_year_may_be_typed_as_either_language_counts_it(String typed, String buddhist) {
        assertThat(TypedYear.buddhist(typed)).isEqualTo(buddhist);
    }

    @Test
    void known_years_are_offered_as_the_language_counts_them_and_another_that_was_asked_for_stays() {
        assertThat(Choices.years(List.of(2565, 2564), "2564", frame(Language.EN)))
                .containsExactly(new Choice("2565", "2022", false), new Choice("2564", "2021", true));
        assertThat(Choices.years(List.of(2565), "2550", frame(Language.TH)))
                .containsExactly(new Choice("2550", "2550", true), new Choice("2565", "2565", false));
        assertThat(Choices.years(List.of(2565), "", frame(Language.TH)))
                .containsExactly(new Choice("2565", "2565", false));
    }

    @Test
    void an_officer_is_offered_the_own_agency_and_any_other_that_was_asked_for_is_called_by_its_name() {
        assertThat(Choices.agencies(REGISTER, OFFICER, "", frame(Language.EN)))
                .containsExactly(new Choice("50470000", "สำนักงานเขตบางนา", false));
        assertThat(Choices.agencies(REGISTER, OFFICER, "01000000", frame(Language.EN))
                        .getFirst())
                .isEqualTo(new Choice("01000000", "สำนักงานเลขานุการสภา (01000000)", true));
        assertThat(Choices.agencies(REGISTER, OFFICER, "0100", frame(Language.EN))
                        .getFirst()
                        .text())
                .isEqualTo("สำนักงานเลขานุการสภา (0100)");
        assertThat(Choices.agencies(REGISTER, OFFICER, "50", frame(Language.EN))
                        .getFirst()
                        .text())
                .isEqualTo("2 agencies whose codes begin so (50)");
        assertThat(Choices.agencies(REGISTER, OFFICER, "สำนักงานเขตบางนา", frame(Language.EN)))
                .as("by its name")
                .containsExactly(new Choice("50470000", "สำนักงานเขตบางนา", true));
        assertThat(Choices.agencies(REGISTER, OFFICER, "99", frame(Language.EN))
                        .getFirst()
                        .text())
                .isEqualTo("99");
    }

    @Test
    void a_page_behind_the_last_leads_to_the_last() {
        assertThat(Beyond.of(99, 20, 0, 41, last -> "/projects?page=" + last))
                .isEqualTo(new Beyond("99", "3", "/projects?page=3"));
        assertThat(Beyond.of(3, 20, 0, 40, last -> "/p" + last)).isEqualTo(new Beyond("3", "2", "/p2"));
        assertThat(Beyond.of(2, 20, 1, 21, last -> "")).as("it is there").isNull();
        assertThat(Beyond.of(1, 20, 0, 0, last -> "")).as("there is nothing").isNull();
    }
}
