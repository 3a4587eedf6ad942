package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Role;
import org.progressledger.command.Office.Answer;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.RecordedEvent;

/** An auditor acknowledges a hit of an audit flag. */
class AcknowledgementIT {
    private static final Map<String, Object> BODY = Map.of("flag", "PCT_JUMP", "reason", "หน่วยงานชี้แจงแล้ว");
    private static final String AUDITOR = Office.accountOf(Role.AUDITOR);

    private static String path(String code, String id) {
        return "/api/v1/projects/" + code + "/flags/" + id + "/acknowledgement";
    }

    private static String withAJump(Office office) {
        String code = office.newProject();
        assertThat(office.post(
                                Office.OFFICER,
                                "/api/v1/projects/" + code + "/reports",
                                Office.report(1, "2020-10-28", 40))
                        .status())
                .isEqualTo(201);
        return code;
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void it_stands_in_the_ledger_with_its_reason_and_only_once(Office office) {
        String code = withAJump(office);

        Answer recorded = office.post(AUDITOR, path(code, "pct-jump-r1"), BODY);
        assertThat(recorded.status()).isEqualTo(201);
        assertThat(recorded.body().at("/events/0/type").asString()).isEqualTo("flag-acknowledged");
        RecordedEvent last = office.archive().recordedOf(ProjectCode.of(code)).getLast();
        assertThat(last.event()).isEqualTo(new FlagAcknowledged(ProjectCode.of(code), "pct-jump-r1", "PCT_JUMP"));
        assertThat(last.provenance().role()).isEqualTo("AUDITOR");
        assertThat(last.provenance().reason()).isEqualTo("หน่วยงานชี้แจงแล้ว");

        Answer again = office.post(AUDITOR, path(code, "pct-jump-r1"), BODY);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_ACKNOWLEDGED");
    }

    @ParameterizedTest
    @MethodSource(Office.ON_BOTH)
    void refuses_what_no_hit_is_called_and_a_flag_that_is_another(Office office) {
        String code = withAJump(office);
        long before = office.lastPosition();

        assertThat(office.post(AUDITOR, path(code, "i1"), BODY).code()).isEqualTo("INVALID_PARAMETER");
        assertThat(office.post(AUDITOR, path(code, "pct-jump-r0"), BODY).code()).isEqualTo("INVALID_PARAMETER");
        assertThat(office.post(AUDITOR, path(code, "pct-jump-r9"), BODY).code()).isEqualTo("REPORT_NOT_FOUND");
        Answer another = office.post(AUDITOR, path(code, "pct-jump-r1"), Map.of("flag", "PCT_FELL", "reason", "x"));
        assertThat(another.code()).isEqualTo("INVALID_FIELDS");
        assertThat(another.body().at("/errors/0/field").asString()).isEqualTo("flag");
        assertThat(office.post(AUDITOR, path(code, "pct-jump-r1"), Map.of("flag", "NOPE", "reason", "x"))
                        .status())
                .isEqualTo(400);
        List<String> lacking = new ArrayList<>();
        office.post(AUDITOR, path(code, "pct-jump-r1"), Map.of())
                .body()
                .path("errors")
                .forEach(error -> lacking.add(error.path("field").asString()));
        assertThat(lacking).containsExactly("flag", "reason");
        assertThat(office.lastPosition()).isEqualTo(before);
    }
}
