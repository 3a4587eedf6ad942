package org.progressledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An officer's agency, in the whole system with both printouts. Every role at every endpoint is asked by each service. */
@ExtendWith(SharedSystem.class)
class WhoMayIT {
    private final RunningSystem system;

    WhoMayIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void an_officer_neither_sees_nor_touches_another_agencys_project() {
        Client officer = system.as(Samples.DISTRICT.officer());
        String other = "/projects/" + Samples.COUNCIL.code();
        for (String what : List.of("", "/reports", "/timeline", "/percent-changes")) {
            Answer answer = officer.ask(other + what);
            assertThat(answer.status()).as("%s", answer).isEqualTo(403);
            assertThat(answer.text()).doesNotContain("สภากรุงเทพมหานครพบประชาชน");
        }
        JsonNode list = officer.get("/projects?size=200");
        list.get("items")
                .forEach(project ->
                        assertThat(project.get("projectCode").asString()).startsWith("50470000"));
        assertThat(list.get("total").asInt())
                .isPositive()
                .isEqualTo(list.get("items").size());
        assertThat(officer.get("/projects?agency=01000000").get("items")).isEmpty();

        refusedForAgency(officer.command(other + "/activities", Paperwork.activity("ประชุม")));
        refusedForAgency(officer.command(other + "/pause", Paperwork.pause()));
        refusedForAgency(officer.command(other + "/reports", Paperwork.report(13, java.math.BigDecimal.ONE)));
        refusedForAgency(officer.command("/projects", Paperwork.registration(Paperwork.newCode())));
        refusedForAgency(officer.importPrintout(Samples.COUNCIL.bytes()));
        JsonNode draft = system.as("coordinator")
                .importPrintout(Samples.COUNCIL.bytes())
                .ok()
                .json();
        refusedForAgency(officer.confirmAll(draft));
        refusedForAgency(officer.command("/projects/" + "99999999-0001" + "/activities", Paperwork.activity("ประชุม")));
    }

    private static void refusedForAgency(Answer answer) {
        Problem.isProblem(answer);
        assertThat(answer.code()).as("%s", answer).isEqualTo("NOT_YOUR_AGENCY");
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void an_officer_counts_what_other_agencies_have_in_total() {
        JsonNode totals = system.as(Samples.DISTRICT.officer())
                .get("/projects?fiscalYear=2564")
                .get("totals");
        assertThat(totals.get("byAgency")).hasSize(2);
        assertThat(totals.get("byStatus").get("PAUSED").asInt()).isEqualTo(2);
    }
}
