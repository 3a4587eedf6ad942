package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;

class SeriesRulesTest extends OfficeHistory {
    private static final Source LINE_5 = new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(5, 5)));

    private static ReportProgress report(@Nullable Integer number, String date, String percent) {
        return new ReportProgress(CODE, number, day(date), says(percent));
    }

    private List<Foreseen> foreseen(Asked... asked) {
        return Series.decide(List.of(asked), code -> recorded(), OFFICER, today, deadline);
    }

    private static Asked typed(ProjectCommand command) {
        return new Asked(command, null);
    }

    @Test
    void each_report_of_a_project_follows_the_one_above_it() {
        reports("10");

        List<Foreseen> all = foreseen(
                typed(report(2, "2021-04-28", "40")),
                typed(report(3, "2021-05-28", "30")),
                typed(report(3, "2021-05-28", "50")));

        accepted(all.getFirst().decision(), new ProgressReported(CODE, 2, 1, day("2021-04-28"), says("40"), null));
        refused(
                all.get(1).decision(),
                Refusal.PROGRESS_WENT_BACKWARDS,
                "last",
                Percent.of("40").value(),
                "given",
                Percent.of("30").value());
        assertThat(all.get(1).before().percent()).isEqualTo(Percent.of("40"));
        assertThat(all.get(2).decision()).isInstanceOf(Decision.Accepted.class);
        assertThat(project().reports()).as("nothing is recorded").hasSize(1);
    }

    @Test
    void a_line_of_a_file_is_recorded_once() {
        given(registered());
        givenFrom(LINE_5, null, new ProgressReported(CODE, 1, 1, day("2020-10-28"), says("10"), null));
        Source line6 = new Source(LINE_5.sha256(), List.of(new LineRange(6, 6)));

        refused(
                foreseen(new Asked(report(null, "2020-11-28", "20"), LINE_5))
                        .getFirst()
                        .decision(),
                Refusal.LINE_ALREADY_RECORDED,
                "reportNo",
                1);
        List<Foreseen> twice = foreseen(
                new Asked(report(2, "2020-11-28", "20"), line6), new Asked(report(3, "2020-11-28", "20"), line6));
        assertThat(twice.getFirst().decision()).isInstanceOf(Decision.Accepted.class);
        refused(twice.getLast().decision(), Refusal.LINE_ALREADY_RECORDED, "reportNo", 2);
    }

    @Test
    void what_stands_in_another_agency_s_project_is_not_told() {
        reports("10");
        Asker other = new Asker("officer-0100", Role.OFFICER, "สภา", List.of("0100"));

        Foreseen foreseen = Series.decide(
                        List.of(typed(report(2, "2021-04-28", "40"))), code -> recorded(), other, today, deadline)
                .getFirst();

        refused(foreseen.decision(), Refusal.NOT_YOUR_AGENCY, "project", CODE.text());
        assertThat(foreseen.before()).isNull();
    }

    @Test
    void the_next_number_is_that_of_a_report_that_was_sent_back() {
        reports("10", "20");
        assertThat(Reports.nextNumber(project())).isEqualTo(3);
        given(new ReportReturned(CODE, 2, 1));
        assertThat(Reports.nextNumber(project())).isEqualTo(2);
    }

    /** Whatever the rows: together they come out as one after the other by single commands, each recorded before the next. */
    @Test
    void a_series_is_decided_as_single_commands_would_be() {
        int refusals = 0;
        int acceptances = 0;
        for (int seed = 0; seed < Integer.getInteger("bulk.series", 150); seed++) {
            Random random = new Random(seed);
            Deadline within = random.nextInt(3) == 0 ? new Deadline(150) : Deadline.NONE;
            Map<ProjectCode, List<RecordedEvent>> ledger = ledger(random);
            List<Asked> asked = rows(random);

            List<Decision> together = Series.decide(
                            asked, code -> List.copyOf(ledger.getOrDefault(code, List.of())), OFFICER, TODAY, within)
                    .stream()
                    .map(Foreseen::decision)
                    .toList();

            List<Decision> single = new ArrayList<>();
            for (Asked one : asked) {
                single.add(alone(one.command(), ledger, within));
            }
            assertThat(together).as("seed " + seed).isEqualTo(single);
            refusals += (int)
                    single.stream().filter(Decision.Refused.class::isInstance).count();
            acceptances += (int)
                    single.stream().filter(Decision.Accepted.class::isInstance).count();
        }
        assertThat(refusals).isGreaterThan(100);
        assertThat(acceptances).isGreaterThan(100);
    }

    private static Decision alone(
            ProjectCommand command, Map<ProjectCode, List<RecordedEvent>> ledger, Deadline within) {
        List<RecordedEvent> events = ledger.computeIfAbsent(command.project(), code -> new ArrayList<>());
        Decision decision = Decisions.decide(
                command, ProjectHistory.of(events).on(LocalDate.MAX).orElse(null), OFFICER, TODAY, within);
        if (decision instanceof Decision.Accepted accepted) {
            accepted.outcomes().forEach(outcome -> append(events, outcome.event()));
        }
        return decision;
    }

    private static void append(List<RecordedEvent> events, ProjectEvent event) {
        long sequence = events.size();
        Provenance by = new Provenance("officer-5047", "OFFICER", null, "c", null, null, null, null);
        events.add(new RecordedEvent(
                sequence * 5 + 3, sequence, "e" + sequence, Instant.parse("2021-06-01T05:00:00Z"), "", event, by));
    }

    private static ProjectCode code(int project) {
        return ProjectCode.of((project == 3 ? "01000000-000" : "50470000-000") + project);
    }

    private static Map<ProjectCode, List<RecordedEvent>> ledger(Random random) {
        Map<ProjectCode, List<RecordedEvent>> ledger = new HashMap<>();
        for (int project = 1; project < 4; project++) {
            List<RecordedEvent> events = new ArrayList<>();
            append(events, registered(code(project)));
            int reports = random.nextInt(4);
            for (int no = 1; no <= reports; no++) {
                LocalDate on = day("2020-10-28").plusMonths(no);
                append(events, new ProgressReported(code(project), no, 1, on, says("" + no * 10), null));
                if (random.nextInt(5) == 0) {
                    append(events, new ReportReturned(code(project), no, 1));
                    break;
                }
            }
            if (random.nextInt(5) == 0) {
                append(events, new ProjectCompleted(code(project), day("2021-06-10"), null, null));
            }
            ledger.put(code(project), events);
        }
        return ledger;
    }

    private static List<Asked> rows(Random random) {
        List<Asked> rows = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            Integer number = random.nextInt(4) > 0 ? null : 1 + random.nextInt(5);
            boolean likely = random.nextInt(4) > 0;
            rows.add(new Asked(
                    new ReportProgress(
                            code(1 + random.nextInt(4)),
                            number,
                            likely
                                    ? day("2021-02-01").plusDays(15L * i)
                                    : day("2020-12-01").plusDays(random.nextInt(210)),
                            says("" + (likely ? 40 + 5 * i : random.nextInt(101)))),
                    new Source(LINE_5.sha256(), List.of(new LineRange(i + 2, i + 2)))));
        }
        return rows;
    }

    private static ProjectRegistered registered(ProjectCode code) {
        return new ProjectRegistered(
                code,
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
