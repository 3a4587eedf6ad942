package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What an administrator sets at one service, the other one answers with. */
@ExtendWith(SharedSystem.class)
class AgenciesIT {
    private final RunningSystem system;

    AgenciesIT(RunningSystem system) {
        this.system = system;
    }

    private Answer set(String code, Map<String, String> body) {
        Client admin = system.as("admin");
        return admin.send(admin.toCommand(
                        "PUT",
                        "/api/v1/agencies/" + code,
                        BodyPublishers.ofByteArray(Answer.JSON.writeValueAsBytes(body)))
                .header("Content-Type", "application/json"));
    }

    @Test
    void an_edit_stands_in_the_very_next_answer_with_who_and_why() {
        // no project has this code, so no other test's answers change
        set("99980000", Map.of("name", "ส\u0E4D\u0E32นักทดสอบ", "reason", "จดไว้ก่อน"))
                .ok();

        JsonNode first = system.as("auditor").get("/agencies/99980000");
        set("99980000", Map.of("name", "สำนักทดสอบระบบ", "reason", "เปลี่ยนชื่อ"))
                .ok();
        JsonNode second = system.as("officer-5047").get("/agencies/99980000");

        assertThat(first.get("name").asString()).isEqualTo("ส\u0E33นักทดสอบ");
        assertThat(first.get("nameSet").get("by").asString()).isEqualTo("admin");
        assertThat(second.get("name").asString()).isEqualTo("สำนักทดสอบระบบ");
        assertThat(second.get("edits").findValuesAsString("reason")).containsExactly("จดไว้ก่อน", "เปลี่ยนชื่อ");
        assertThat(set("99980000", Map.of("name", "ก")).code()).isEqualTo("INVALID_FIELDS");
    }

    @Test
    void a_form_keeps_its_spelling_beside_the_registers_name() {
        JsonNode agency =
                system.as("auditor").get("/projects/" + Samples.COUNCIL.code()).get("agency");

        assertThat(agency.get("mainCode").asString())
                .isEqualTo(agency.get("code").asString());
        assertThat(agency.get("registerName").asString()).isNotBlank();
        assertThat(agency.get("name").asString()).isNotBlank();
    }
}
