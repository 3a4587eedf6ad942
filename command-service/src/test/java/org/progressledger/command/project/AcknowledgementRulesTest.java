package org.progressledger.command.project;

import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.AcknowledgeFlag;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCompleted;

class AcknowledgementRulesTest extends OfficeHistory {
    private static final Asker AUDITOR = new Asker("auditor", Role.AUDITOR, null, java.util.List.of());
    private static final String REASON = "หน่วยงานชี้แจงแล้ว";

    private static AcknowledgeFlag acknowledge(String id) {
        return new AcknowledgeFlag(CODE, id, AuditFlag.ofId(id).orElseThrow(), REASON);
    }

    @Test
    void a_hit_is_acknowledged_with_a_reason() {
        reports("10", "60");

        accepted(
                when(acknowledge("pct-jump-r2"), AUDITOR),
                new FlagAcknowledged(CODE, "pct-jump-r2", "PCT_JUMP"),
                REASON);
    }

    @Test
    void a_hit_about_the_project_a_month_or_a_round_needs_nothing_to_be_there() {
        given(registered());

        lawful(when(acknowledge("unsigned"), AUDITOR));
        lawful(when(acknowledge("missing-month-2020-11"), AUDITOR));
        lawful(when(acknowledge("appeal-gap-round3"), AUDITOR));
    }

    @Test
    void refuses_a_second_acknowledgement_of_the_same_hit() {
        reports("10", "60", "100");
        asked(acknowledge("pct-jump-r2"), AUDITOR);

        refused(
                when(acknowledge("pct-jump-r2"), AUDITOR),
                Refusal.ALREADY_ACKNOWLEDGED,
                "id",
                "pct-jump-r2",
                "on",
                day("2021-06-01"),
                "by",
                "auditor");
        lawful(when(acknowledge("pct-jump-r3"), AUDITOR));
    }

    @Test
    void what_was_handed_in_again_is_another_hit() {
        reports("10", "60");
        asked(acknowledge("pct-jump-r2"), AUDITOR);
        asked(new ProjectCommand.ReturnReport(CODE, 2, "ไม่มีภาพกิจกรรม"), SUPERVISOR);
        given(new ProgressReported(CODE, 2, 2, day("2020-12-01"), says("70"), null));

        lawful(when(acknowledge("pct-jump-r2v2"), AUDITOR));
    }

    @Test
    void refuses_a_hit_about_a_report_or_an_event_that_is_not_there() {
        reports("10", "60");

        refused(when(acknowledge("pct-jump-r3"), AUDITOR), Refusal.REPORT_NOT_FOUND, "reportNo", 3);
        lawful(when(acknowledge("activity-while-paused-e2"), AUDITOR));
        refused(when(acknowledge("activity-while-paused-e3"), AUDITOR), Refusal.FACT_NOT_FOUND, "sequence", 3L);
    }

    @Test
    void flags_of_a_completed_project_are_acknowledged_too() {
        reports("10", "100");
        given(new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(acknowledge("pct-jump-r2"), AUDITOR));
    }
}
