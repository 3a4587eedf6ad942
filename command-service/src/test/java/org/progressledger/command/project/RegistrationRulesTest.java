package org.progressledger.command.project;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Letter;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCompleted;

class RegistrationRulesTest extends OfficeHistory {
    private static final ReportProgress REPORT = new ReportProgress(CODE, 1, day("2021-06-01"), says("10"));
    private static final ProgressReported REPORTED =
            new ProgressReported(CODE, 1, 1, day("2021-06-01"), says("10"), null);

    @Test
    void enters_a_new_project_as_its_form_states_it() {
        accepted(when(new RegisterProject(registered())), registered());
    }

    @Test
    void refuses_to_register_a_code_twice() {
        given(registered());

        refused(
                when(new RegisterProject(registered())),
                Refusal.PROJECT_ALREADY_REGISTERED,
                "project",
                "50470000-3298");
    }

    @Test
    void refuses_an_officer_of_another_agency_before_telling_anything_of_the_project() {
        Asker stranger = new Asker("officer-0100", Role.OFFICER, "สภา", List.of("01000000"));

        refused(when(REPORT, stranger), Refusal.NOT_YOUR_AGENCY, "project", "50470000-3298");
        refused(when(new RegisterProject(registered()), stranger), Refusal.NOT_YOUR_AGENCY, "project", "50470000-3298");
        given(registered());
        refused(when(REPORT, stranger), Refusal.NOT_YOUR_AGENCY, "project", "50470000-3298");
    }

    @Test
    void an_officer_records_for_every_code_that_begins_with_a_prefix_of_the_scope() {
        given(registered());

        accepted(when(REPORT, new Asker("o", Role.OFFICER, "เขต", List.of("0100", "50470000"))), REPORTED);
        refused(
                when(REPORT, new Asker("o", Role.OFFICER, "เขต", List.of("5047001"))),
                Refusal.NOT_YOUR_AGENCY,
                "project",
                "50470000-3298");
    }

    @Test
    void a_coordinator_records_for_any_agency() {
        given(registered());

        accepted(when(REPORT, COORDINATOR), REPORTED);
    }

    @Test
    void refuses_what_is_told_of_a_project_nobody_registered() {
        refused(when(REPORT), Refusal.PROJECT_NOT_FOUND, "project", "50470000-3298");
    }

    @Test
    void an_activity_was_held_not_later_than_today() {
        given(registered());

        accepted(when(new RecordActivity(CODE, TODAY, "จิตอาสา")), new ActivityHeld(CODE, TODAY, "จิตอาสา"));
        refused(
                when(new RecordActivity(CODE, TOMORROW, "จิตอาสา")),
                Refusal.DATE_IN_THE_FUTURE,
                "given",
                TOMORROW,
                "today",
                TODAY);
    }

    @Test
    void what_is_told_late_of_a_completed_project_is_recorded() {
        given(registered(), new ProjectCompleted(CODE, TODAY, null, null));

        lawful(when(new RecordActivity(CODE, day("2021-01-28"), "จิตอาสา")));
        lawful(when(new CiteLetter(CODE, new Letter("กท 1", TODAY, null))));
    }
}
