package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** One commit holds the reports of many projects; every answer tells each project's own. */
@ExtendWith(SharedSystem.class)
abstract class ReportsFromOneSheet {
    private static final int PROJECTS = 12;

    private final RunningSystem system;

    ReportsFromOneSheet(SharedSystem.Loaded loaded) {
        this.system = loaded.system();
    }

    private static Answer send(Client client, String path, String type, byte[] bytes) {
        return client.send(client.toCommand("POST", "/api/v1/bulk-reports" + path, BodyPublishers.ofByteArray(bytes))
                .header("Content-Type", type));
    }

    @Test
    void a_commit_of_many_projects_is_seen_by_every_answer() {
        Client coordinator = system.as("coordinator");
        Client auditor = system.as("auditor");
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < PROJECTS; i++) {
            Map<String, Object> registration = Paperwork.registration(Paperwork.newCode());
            registration.put("fiscalYear", 2566);
            registration.put("period", Map.of("startsOn", "2022-10-01", "endsOn", "2023-09-30"));
            coordinator.command("/projects", registration).ok();
            codes.add(registration.get("projectCode").toString());
        }
        StringBuilder csv = new StringBuilder("รหัสโครงการ;วันที่รายงาน;ร้อยละ;เบิกจ่าย;ผลการดำเนินงาน\n");
        codes.forEach(code -> csv.append(code).append(";31/10/2565;๑๐;1,000.-;เริ่มงาน\n"));
        codes.forEach(code -> csv.append(code).append(";30 พ.ย. 2565;20.50 %;-;ทำต่อ\n"));

        JsonNode draft = send(coordinator, "", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8))
                .ok()
                .json();
        assertThat(draft.at("/totals/ok").asInt()).as(draft.toString()).isEqualTo(2 * PROJECTS);
        Answer recorded = send(
                        coordinator,
                        "/" + draft.get("bulkId").asString() + "/confirmation",
                        "application/octet-stream",
                        new byte[0])
                .ok();

        long last = recorded.json().get("ledgerPosition").asLong();
        long first = last - 2 * PROJECTS + 1;
        JsonNode list = auditor.get("/projects?fiscalYear=2566&q=7777&size=200&atLeast=" + last);
        assertThat(list.get("items")).isNotEmpty();
        for (int i = 0; i < PROJECTS; i++) {
            JsonNode reports = auditor.get("/projects/" + codes.get(i) + "/reports");
            assertThat(reports).hasSize(2);
            assertThat(reports.get(0).get("event").get("position").asLong()).isEqualTo(first + i);
            assertThat(reports.get(1).get("event").get("position").asLong()).isEqualTo(first + PROJECTS + i);
            assertThat(reports.get(1).get("percent").decimalValue()).isEqualByComparingTo("20.50");
            assertThat(reports.get(1).at("/source/sha256").asString())
                    .isEqualTo(draft.get("sha256").asString());
            assertThat(reports.get(1).at("/source/lines").toString())
                    .isEqualTo("[[%1$d,%1$d]]".formatted(2 + PROJECTS + i));
        }
        JsonNode events = auditor.get("/events?from=" + first + "&limit=" + 2 * PROJECTS);
        assertThat(events).hasSize(2 * PROJECTS);
        assertThat(events.get(PROJECTS).get("stream").asString()).isEqualTo(codes.getFirst());
        JsonNode cells = auditor.get("/reports/by-period?fiscalYear=2566&q=" + codes.getLast())
                .get("items")
                .get(0)
                .get("cells");
        assertThat(cells.get(0).get("value").decimalValue()).isEqualByComparingTo("10");
        assertThat(cells.get(1).get("value").decimalValue()).isEqualByComparingTo("20.5");
    }
}
