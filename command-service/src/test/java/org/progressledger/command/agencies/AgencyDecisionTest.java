package org.progressledger.command.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.command.agencies.AgencyDecision.Changed;
import org.progressledger.command.agencies.AgencyDecision.Refused;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;

class AgencyDecisionTest {
    private static final String WORKS = "50010000";
    private static final String SECTION = "50010600";
    private static final String BANGNA = "50470000";

    private final List<AgencyEdit> made = new ArrayList<>();

    private static AgencyChange asks(String code, @Nullable String name, @Nullable String belongsTo) {
        return new AgencyChange(code, name, belongsTo, "เหตุผล");
    }

    private AgencyDecision decided(AgencyChange asked) {
        return AgencyDecision.on(made, asked);
    }

    /** What was asked earlier and passed. */
    private void given(String code, @Nullable String name, @Nullable String belongsTo) {
        Changed changed = (Changed) decided(asks(code, name, belongsTo));
        made.add(new AgencyEdit(
                made.size() + 1, code, changed.before(), changed.after(), "เหตุผล", "admin", Instant.EPOCH));
    }

    @Test
    void sets_what_is_given_and_leaves_what_is_not() {
        given(BANGNA, "สำนักงานเขตบางนา", BANGNA);

        assertThat(decided(asks(BANGNA, "ข. บางนา", null)))
                .isEqualTo(new Changed(new Setting("สำนักงานเขตบางนา", BANGNA), new Setting("ข. บางนา", BANGNA)));
        assertThat(decided(asks(BANGNA, null, WORKS)))
                .isEqualTo(
                        new Changed(new Setting("สำนักงานเขตบางนา", BANGNA), new Setting("สำนักงานเขตบางนา", WORKS)));
    }

    @Test
    void takes_away_what_is_given_empty() {
        given(BANGNA, "สำนักงานเขตบางนา", BANGNA);

        assertThat(((Changed) decided(asks(BANGNA, "", ""))).after()).isEqualTo(Setting.NONE);
    }

    @Test
    void keeps_nothing_of_what_changes_nothing() {
        given(BANGNA, "สำนักงานเขตบางนา", null);

        assertThat(((Changed) decided(asks(BANGNA, "สำนักงานเขตบางนา", ""))).changesNothing())
                .isTrue();
        assertThat(((Changed) decided(asks(BANGNA, "ก", null))).changesNothing())
                .isFalse();
    }

    @Test
    void refuses_a_circle() {
        given(SECTION, null, WORKS);

        assertThat(decided(asks(WORKS, null, SECTION)))
                .isEqualTo(new Refused(
                        AgencyReason.AGENCY_BELONGS_IN_A_CIRCLE, Map.of("code", WORKS, "belongsTo", SECTION)));
    }

    @Test
    void refuses_as_a_main_one_what_is_counted_elsewhere() {
        given(SECTION, null, WORKS);

        assertThat(decided(asks(BANGNA, null, SECTION)))
                .isEqualTo(new Refused(
                        AgencyReason.AGENCY_IS_NOT_A_MAIN_ONE, Map.of("belongsTo", SECTION, "main", WORKS)));
    }

    @Test
    void refuses_to_count_elsewhere_what_others_are_counted_under() {
        given(SECTION, null, WORKS);
        given("50010700", null, WORKS);

        assertThat(decided(asks(WORKS, null, BANGNA)))
                .isEqualTo(new Refused(
                        AgencyReason.AGENCY_HAS_OTHERS, Map.of("code", WORKS, "others", List.of(SECTION, "50010700"))));
    }

    @Test
    void what_was_taken_away_stands_in_nobodys_way() {
        given(SECTION, null, WORKS);
        given(SECTION, null, "");

        assertThat(decided(asks(WORKS, null, SECTION))).isInstanceOf(Changed.class);
    }

    @Test
    void a_code_that_is_kept_apart_can_be_a_main_one_and_an_agency_with_others_can_be_kept_apart() {
        given(WORKS, null, WORKS);

        assertThat(decided(asks(SECTION, null, WORKS))).isInstanceOf(Changed.class);
        given(SECTION, null, WORKS);
        given(WORKS, null, "");
        assertThat(decided(asks(WORKS, null, WORKS))).isInstanceOf(Changed.class);
    }
}
