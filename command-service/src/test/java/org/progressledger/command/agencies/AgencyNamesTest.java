package org.progressledger.command.agencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;

class AgencyNamesTest {
    private static AgencyEdit edit(long number, String code, Setting after) {
        return new AgencyEdit(number, code, Setting.NONE, after, "x", "admin", Instant.EPOCH);
    }

    private static final List<AgencyEdit> MADE = List.of(
            edit(1, "50010000", new Setting("ส\u0E33นักการโยธา", null)),
            edit(2, "50010600", new Setting("กองก่อสร้าง", "50010000")),
            edit(3, "50470000", new Setting("เก่า", null)),
            edit(4, "50470000", Setting.NONE));

    @Test
    void a_form_may_name_the_section_or_the_agency_it_belongs_to() {
        assertThat(AgencyNames.otherThan("ส\u0E4D\u0E32นักการโยธา", "50010600", MADE))
                .isEmpty();
        assertThat(AgencyNames.otherThan("กองก่อสร้าง ", "50010600", MADE)).isEmpty();
        assertThat(AgencyNames.otherThan("กองก่อสร้าง", "50010000", MADE)).contains("ส\u0E33นักการโยธา");
        assertThat(AgencyNames.otherThan("กองอื่น", "50010600", MADE)).contains("กองก่อสร้าง");
    }

    @Test
    void of_an_agency_that_nobody_has_named_nothing_is_known() {
        assertThat(AgencyNames.otherThan("อะไรก็ได้", "50470000", MADE)).isEmpty();
        assertThat(AgencyNames.otherThan("อะไรก็ได้", "01000000", MADE)).isEmpty();
    }
}
