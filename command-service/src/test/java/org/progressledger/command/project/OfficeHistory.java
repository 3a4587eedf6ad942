package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.Decision.Accepted;
import org.progressledger.command.project.Decision.Outcome;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.ReasonCode;

/** Given what was recorded of a project, when something is asked, then this is the answer: the base of the rules' tests. */
abstract class OfficeHistory {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final LocalDate TODAY = LocalDate.parse("2021-06-15");
    static final LocalDate TOMORROW = TODAY.plusDays(1);
    static final Asker OFFICER = new Asker("officer-5047", Role.OFFICER, "เขต", List.of("5047"));
    static final Asker COORDINATOR = new Asker("coordinator", Role.COORDINATOR, null, List.of());
    static final Asker SUPERVISOR = new Asker("supervisor", Role.SUPERVISOR, null, List.of());
    static final Asker REVIEWER = new Asker("reviewer", Role.REVIEWER, null, List.of());

    /** What the tests of the rules have met and looked at; {@link EveryRuleTest} finds what they left out. */
    static final Set<Refused> REFUSED = ConcurrentHashMap.newKeySet();

    static final Set<Class<? extends ProjectCommand>> ACCEPTED = ConcurrentHashMap.newKeySet();
    static final Set<Class<? extends ProjectEvent>> EVENTS = ConcurrentHashMap.newKeySet();

    Deadline deadline = Deadline.NONE;
    LocalDate today = TODAY;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private LocalDate recordingDay = LocalDate.parse("2021-06-01");

    // --- given ---

    /** On which day what comes next was recorded. */
    final void recordedOn(String date) {
        recordingDay = LocalDate.parse(date);
    }

    /** The project, and its reports at the end of each month from October on. */
    final void reports(String... percentages) {
        given(registered());
        LocalDate date = LocalDate.parse("2020-10-28");
        for (int i = 0; i < percentages.length; i++) {
            given(new ProgressReported(CODE, i + 1, 1, date.plusMonths(i), says(percentages[i]), null));
        }
    }

    final void given(ProjectEvent... events) {
        for (ProjectEvent event : events) {
            record(new Outcome(event, null, null, null), OFFICER);
        }
    }

    /** What was read from paper, in the narrative of that report. */
    final void givenFrom(Source source, @Nullable Integer reportNo, ProjectEvent event) {
        record(new Outcome(event, source, reportNo, null), OFFICER);
    }

    /** It was asked before, and recorded. */
    final void asked(ProjectCommand command) {
        asked(command, OFFICER);
    }

    final void asked(ProjectCommand command, Asker asker) {
        lawful(when(command, asker)).forEach(outcome -> record(outcome, asker));
    }

    final void record(Outcome outcome) {
        record(outcome, OFFICER);
    }

    private void record(Outcome outcome, Asker asker) {
        long sequence = recorded.size();
        Instant at =
                recordingDay.atTime(LocalTime.NOON).atZone(RecordedEvent.OFFICE).toInstant();
        Provenance by =
                new Provenance(asker.id(), asker.role().name(), asker.agency(), "c" + sequence, null, null, null, null);
        recorded.add(
                new RecordedEvent(sequence, sequence, "e" + sequence, at, "", outcome.event(), outcome.provenance(by)));
    }

    /** The place of what was recorded last. */
    final long lastSequence() {
        return recorded.size() - 1L;
    }

    final @Nullable Project project() {
        return ProjectHistory.of(recorded).on(LocalDate.MAX).orElse(null);
    }

    final List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    // --- when ---

    final Decision when(ProjectCommand command) {
        return when(command, OFFICER);
    }

    final Decision when(ProjectCommand command, Asker asker) {
        Decision decision = Decisions.decide(command, project(), asker, today, deadline);
        if (decision instanceof Accepted) {
            ACCEPTED.add(command.getClass());
        }
        return decision;
    }

    // --- then ---

    /** Exactly this is recorded, and no reason with it. */
    static void accepted(Decision decision, ProjectEvent event) {
        accepted(decision, event, null);
    }

    static void accepted(Decision decision, ProjectEvent event, @Nullable String reason) {
        assertThat(decision).isEqualTo(new Accepted(List.of(new Outcome(event, null, null, reason))));
        EVENTS.add(event.getClass());
    }

    static List<Outcome> lawful(Decision decision) {
        assertThat(decision).isInstanceOf(Accepted.class);
        return ((Accepted) decision).outcomes();
    }

    /** @param data name, value, name, value: all that the sentence speaks of */
    static void refused(Decision decision, ReasonCode reason, Object... data) {
        Map<String, Object> expected = new LinkedHashMap<>();
        for (int i = 0; i < data.length; i += 2) {
            expected.put((String) data[i], data[i + 1]);
        }
        Refused refused = new Refused(reason, expected);
        assertThat(decision).isEqualTo(refused);
        REFUSED.add(refused);
    }

    // --- words ---

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static ReportContent says(String percent) {
        return new ReportContent(
                Percent.of(percent), Baht.ZERO, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");
    }

    static ProjectRegistered registered() {
        return new ProjectRegistered(
                CODE,
                "โครงการ",
                FiscalYear.of(2564),
                new Period(day("2020-10-01"), day("2021-09-30")),
                new Budget(Baht.ZERO, null),
                new ResponsibleAgency("เขต", null, null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of());
    }
}
