package org.progressledger.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.command.Office.OFFICER;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;
import org.progressledger.testroles.MetricsTable;
import org.progressledger.testservers.OnEmbeddedStore;
import org.progressledger.testservers.TestMongo;

/** What whoever runs the command service can watch. */
@OnEmbeddedStore
class MetricsIT {
    private final Office office = Office.on(TestMongo.embedded());

    private String metrics() {
        return new String(
                office.file(Office.accountOf(Role.AUDITOR), "/actuator/prometheus", "en"), StandardCharsets.UTF_8);
    }

    @Test
    void the_document_lists_what_is_exposed_and_nothing_tells_of_projects_or_persons() {
        String code = office.newProject();
        String at = "/api/v1/projects/" + code + "/reports";
        assertThat(office.post(OFFICER, at, Office.report(1, "2020-10-28", 10)).status())
                .isEqualTo(201);
        assertThat(office.post(OFFICER, at, Office.report(1, "2020-10-28", 10)).status())
                .isEqualTo(409);
        assertThat(office.get(null, "/api/v1/me").status()).isEqualTo(401);

        String metrics = metrics();

        Set<String> exposed = MetricsTable.exposed(metrics);
        assertThat(exposed).containsAll(MetricsTable.expectedOf(Service.COMMAND));
        assertThat(MetricsTable.allowedOf(Service.COMMAND)).containsAll(exposed);
        assertThat(metrics)
                .contains("command_seconds_count{command=\"report-progress\",outcome=\"recorded\"}")
                .contains("command_seconds_bucket{command=\"report-progress\",outcome=\"refused\",le=\"0.1\"}")
                .contains("ledger_append_seconds_bucket{outcome=\"recorded\",le=\"0.1\"}")
                .contains("http_server_requests_seconds_bucket{")
                .doesNotContain(code)
                .doesNotContain(OFFICER);
    }
}
