package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.Decision.Accepted;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PercentChange;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/** Whatever is asked in whatever order, what is recorded stays sound. The seed in a failure's name repeats it. */
class RandomCommandsTest {
    private static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    private static final LocalDate START = LocalDate.parse("2020-10-01");
    private static final Instant NOON = Instant.parse("2020-10-01T05:00:00Z");
    private static final List<Asker> ASKERS = List.of(
            new Asker("officer-5047", Role.OFFICER, "เขต", List.of("5047")),
            new Asker("officer-0100", Role.OFFICER, "สภา", List.of("0100")),
            new Asker("coordinator", Role.COORDINATOR, null, List.of()),
            new Asker("coordinator-2", Role.COORDINATOR, null, List.of()));

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private final TreeMap<Integer, Percent> percentages = new TreeMap<>();
    private final Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    private int today;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_recorded_stays_sound_whatever_is_asked(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            today += random.nextInt(4);
            ProjectCommand command = command(random);
            Asker asker = ASKERS.get(random.nextInt(ASKERS.size()));
            List<RecordedEvent> before = List.copyOf(recorded);
            Decision decision = Decisions.decide(command, project(), asker, START.plusDays(today), Deadline.NONE);

            assertThat(Decisions.decide(command, project(), asker, START.plusDays(today), Deadline.NONE))
                    .as("the same question, the same answer")
                    .isEqualTo(decision);
            if (decision instanceof Accepted accepted) {
                accepted.outcomes().forEach(outcome -> record(outcome, asker));
            } else {
                refusals.add((Refusal) ((Decision.Refused) decision).reason());
                assertThat(recorded).isEqualTo(before);
            }
            isSound();
        }
        assertThat(refusals).as("the dice reach the rules").hasSizeGreaterThan(5);
        assertThat(percentages).isNotEmpty();
    }

    private Project project() {
        return ProjectHistory.of(recorded).on(LocalDate.MAX).orElse(null);
    }

    private void record(Decision.Outcome outcome, Asker asker) {
        if (outcome.event() instanceof ProgressReported reported) {
            assertThat(reported.reportNo()).isEqualTo(percentages.size() + 1);
            percentages.put(reported.reportNo(), reported.content().percent());
        } else if (outcome.event() instanceof ProgressCorrected corrected) {
            assertThat(corrected.before().percent()).isEqualTo(percentages.get(corrected.reportNo()));
            percentages.put(corrected.reportNo(), corrected.after().percent());
        }
        Provenance ofCommand =
                new Provenance(asker.id(), asker.role().name(), asker.agency(), "c", null, null, null, null);
        long sequence = recorded.size();
        // other projects' events stand between: positions jump
        recorded.add(new RecordedEvent(
                sequence * 3 + 7,
                sequence,
                "e" + sequence,
                NOON.plusSeconds(86_400L * today + sequence),
                "",
                outcome.event(),
                outcome.provenance(ofCommand)));
    }

    private void isSound() {
        ProjectHistory history = ProjectHistory.of(recorded);
        Project project = history.on(LocalDate.MAX).orElse(null);
        List<PercentChange> changes = history.percentChanges(LocalDate.MAX, Instant.MAX);
        if (project == null) {
            assertThat(recorded).isEmpty();
            assertThat(changes).isEmpty();
            return;
        }
        assertThat(project.percent())
                .isEqualTo(
                        percentages.isEmpty()
                                ? Percent.ZERO
                                : percentages.lastEntry().getValue());
        assertThat(project.reports().values().stream()
                        .map(report -> report.content().percent()))
                .containsExactlyElementsOf(percentages.values());
        assertThat(changes.stream().map(PercentChange::change).reduce(new BigDecimal("0.00"), BigDecimal::add))
                .isEqualByComparingTo(project.percent().value());
        Report last = null;
        for (Report report : project.reports().values()) {
            assertThat(last != null
                            && report.content().percent().isBelow(last.content().percent()))
                    .as("a fall at report " + report.reportNo())
                    .isFalse();
            assertThat(last != null && report.reportedOn().isBefore(last.reportedOn()))
                    .isFalse();
            last = report;
        }
        assertThat(project.appeals().values().stream().filter(Appeal::isOpen).count())
                .isLessThan(2);
        assertThat(project.pauses()).hasSizeLessThan(2);
        // the same facts, seen by the aggregate, whose positions are the sequences
        Project bySequence = ProjectHistory.of(recorded.stream()
                        .map(each -> new RecordedEvent(
                                each.sequence(),
                                each.sequence(),
                                each.id(),
                                each.recordedAt(),
                                each.hash(),
                                each.event(),
                                each.provenance()))
                        .toList())
                .on(LocalDate.MAX)
                .orElseThrow();
        assertThat(bySequence.percent()).isEqualTo(project.percent());
        assertThat(bySequence.status()).isEqualTo(project.status());
        assertThat(bySequence.reports().keySet()).isEqualTo(project.reports().keySet());
        assertThat(bySequence.appeals().keySet()).isEqualTo(project.appeals().keySet());
    }

    private ProjectCommand command(Random random) {
        if (recorded.isEmpty() && random.nextInt(3) > 0) {
            return registration();
        }
        LocalDate day = START.plusDays(today - random.nextInt(20) + random.nextInt(4));
        int some = 1 + random.nextInt(percentages.size() + 2);
        int current = percentages.isEmpty()
                ? 0
                : percentages.lastEntry().getValue().value().intValue();
        int percent = Math.clamp(current + random.nextInt(12) - 3, 0, 100);
        return switch (random.nextInt(12)) {
            case 0 -> registration();
            case 1, 2, 3, 4 ->
                new ReportProgress(CODE, random.nextBoolean() ? null : percentages.size() + 1, day, says(percent));
            case 5 -> new ReportProgress(CODE, some, day, says(percent));
            case 6, 7 ->
                new CorrectReport(
                        CODE,
                        some,
                        random.nextBoolean() ? Percent.of("" + percent) : null,
                        random.nextBoolean() ? Baht.of("" + random.nextInt(3)) : null,
                        null,
                        null,
                        null,
                        "พิมพ์ผิด",
                        null,
                        null);
            case 8 -> new RecordActivity(CODE, day, "ประชุม");
            case 9 ->
                random.nextBoolean()
                        ? new CiteLetter(CODE, new Letter("1/2564", day, null))
                        : new PauseProject(CODE, day, PauseCause.COVID_19, "ชะลอ", null);
            case 10 -> new FileAppeal(CODE, 1 + random.nextInt(6), day, "เหตุ", "ขอ", null);
            default -> new DecideAppeal(CODE, 1 + random.nextInt(6), day, AppealOutcome.REFUSED, null, null);
        };
    }

    private static RegisterProject registration() {
        return new RegisterProject(new ProjectRegistered(
                CODE,
                "โครงการ",
                FiscalYear.of(2564),
                new Period(START, LocalDate.parse("2021-09-30")),
                new Budget(Baht.ZERO, null),
                new ResponsibleAgency("เขต", null, null),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of()));
    }

    private static ReportContent says(int percent) {
        return new ReportContent(
                Percent.of("" + percent), Baht.ZERO, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "ดำเนินการ");
    }
}
