package org.progressledger.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFlagTest {
    @ParameterizedTest
    @EnumSource
    void the_flag_of_an_id_is_told_by_its_stem(AuditFlag flag) {
        for (String about : new String[] {"", "-r5", "-r12v2", "-e0", "-2021-08", "-round3"}) {
            assertThat(AuditFlag.ofId(flag.stem() + about)).contains(flag);
        }
    }

    @ParameterizedTest
    @CsvSource({"pct-jump-r5,PCT_JUMP", "missing-month-2021-08,MISSING_MONTH", "unsigned,UNSIGNED"})
    void an_id_names_its_flag(String id, AuditFlag flag) {
        assertThat(AuditFlag.ofId(id)).contains(flag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "i1",
                "PCT_JUMP",
                "pct-jump-",
                "pct-jump-r0",
                "pct-jump-r5v0",
                "pct-jump-5",
                "pct-jump-r5 ",
                "missing-month-2021-13",
                "pct",
                "appeal-gap-round0"
            })
    void refuses_what_no_hit_is_called(String id) {
        assertThat(AuditFlag.ofId(id)).isEmpty();
    }

    @Test
    void refuses_an_endless_id() {
        assertThat(AuditFlag.ofId("pct-jump-e" + "1".repeat(10_000))).isEmpty();
    }
}
