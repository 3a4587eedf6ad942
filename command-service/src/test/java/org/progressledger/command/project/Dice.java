package org.progressledger.command.project;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand.AcknowledgeFlag;
import org.progressledger.command.project.ProjectCommand.AdoptIndicator;
import org.progressledger.command.project.ProjectCommand.AmendDetails;
import org.progressledger.command.project.ProjectCommand.CancelProject;
import org.progressledger.command.project.ProjectCommand.ChangeCriteria;
import org.progressledger.command.project.ProjectCommand.CiteLetter;
import org.progressledger.command.project.ProjectCommand.CompleteProject;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.EvaluateQuarter;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.NewDetails;
import org.progressledger.command.project.ProjectCommand.OpenLateWindow;
import org.progressledger.command.project.ProjectCommand.PaperCorrection;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.RecordPlan;
import org.progressledger.command.project.ProjectCommand.RecordResult;
import org.progressledger.command.project.ProjectCommand.RegisterProject;
import org.progressledger.command.project.ProjectCommand.ReopenProject;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.Fact;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.Letter;
import org.progressledger.events.Measurement;
import org.progressledger.events.Pause;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PersonalData;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Quarter;
import org.progressledger.events.Report;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Score;
import org.progressledger.events.ScorePart;
import org.progressledger.events.Sha256;
import org.progressledger.events.TargetStatus;
import org.progressledger.events.Withdrawn;

/** Throws commands of every kind: mostly sensible ones, so that histories grow, and now and then any. */
final class Dice {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final LocalDate START = LocalDate.parse("2020-10-01");
    private static final Sha256 PAPER = Sha256.ofBytes(new byte[] {1});
    private static final Sha256 OTHER_PAPER = Sha256.ofBytes(new byte[] {2});
    private static final Asker STRANGER = new Asker("officer-0100", Role.OFFICER, "สภา", List.of("0100"));
    private static final List<Asker> ASKERS = List.of(
            new Asker("officer-5047", Role.OFFICER, "เขต", List.of("5047")),
            new Asker("officer-5047-2", Role.OFFICER, "เขต", List.of("5047")),
            new Asker("coordinator", Role.COORDINATOR, null, List.of()),
            new Asker("supervisor", Role.SUPERVISOR, null, List.of()),
            new Asker("reviewer", Role.REVIEWER, null, List.of()));

    private final Random random;
    private final boolean imported;
    private final long paperSeed;
    private final Deadline deadline;
    private int today;

    Dice(long seed) {
        this.random = new Random(seed * 7919);
        this.imported = seed % 3 == 0;
        this.paperSeed = seed;
        this.deadline = seed % 2 == 0 ? new Deadline(random.nextInt(20)) : Deadline.NONE;
        // printouts tell of a year that is over in part
        this.today = imported ? 165 : 0;
    }

    /** The next command, some days after the last one. */
    Step next(@Nullable Project project) {
        today += Math.max(0, random.nextInt(7) - 3);
        Asker asker = once(40) ? STRANGER : any(ASKERS);
        return new Step(START.plusDays(today), command(project), asker, deadline);
    }

    private ProjectCommand command(@Nullable Project project) {
        if (project == null) {
            return once(4) ? report(null) : imported && !once(8) ? printout(PAPER) : registration();
        }
        return switch (random.nextInt(65)) {
            case 0 -> registration();
            case 1, 2 -> printout(once(4) ? OTHER_PAPER : PAPER);
            case 3, 4, 5 -> amendment(project);
            case 6, 7 -> plan();
            case 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 -> report(project);
            case 22, 23, 24, 25, 26 -> correction(project);
            case 27, 28, 29, 30 -> new ReturnReport(CODE, aReport(project), "แก้ไข");
            case 31, 32 -> new OpenLateWindow(CODE, YearMonth.from(day(70, 40)), day(3, 30), "ระบบขัดข้อง");
            case 33, 34 -> new RecordActivity(CODE, day(60, 1), "ประชุม");
            case 35, 36 -> new CiteLetter(CODE, new Letter("1/2564", once(3) ? null : day(60, 1), null));
            case 37, 38, 39 -> new PauseProject(CODE, day(30, 15), PauseCause.COVID_19, "ชะลอ", null);
            case 40, 41, 42 -> new ResumeProject(CODE, resumption(project), null, null);
            case 43 -> new CompleteProject(CODE, anEnd(project), "เสร็จ", null);
            case 44 -> new CancelProject(CODE, anEnd(project), "ไม่มีงบ", null);
            case 45, 46, 47 -> new ReopenProject(CODE, day(12, 2), "ยังไม่เสร็จ", null);
            case 48, 49, 50 -> withdrawal(project);
            case 51, 52 -> new FileAppeal(CODE, aRound(project, 1), day(12, 1), "เหตุ", "ขอ", null);
            case 53, 54 -> decision(project);
            case 55 -> new WithdrawAppeal(CODE, aRound(project, 0), day(8, 1), "เปลี่ยนใจ", null);
            case 56 ->
                new ReviewAppeal(
                        CODE, aRound(project, 0), once(2) ? null : day(5, 1), ReviewOutcome.COMPLIANT, "ครบถ้วน");
            case 57 -> adoption();
            case 58, 59 -> new RecordResult(CODE, anIndicator(), aQuarter(), measured(), "ผล", on(), reason());
            case 60, 61 -> criteria(project);
            case 62 -> new AcknowledgeFlag(CODE, "pct-jump-r" + aReport(project), AuditFlag.PCT_JUMP, "ชี้แจงแล้ว");
            default -> evaluation();
        };
    }

    // --- small throws ---

    private boolean once(int inSoMany) {
        return random.nextInt(inSoMany) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private LocalDate day(int atMostBefore, int atMostAfter) {
        return START.plusDays(
                today - random.nextInt(atMostBefore + 1) + (once(3) ? random.nextInt(atMostAfter + 1) : 0));
    }

    private @Nullable LocalDate on() {
        return once(2) ? null : day(20, 1);
    }

    private @Nullable String reason() {
        return once(3) ? null : "พิมพ์ผิด";
    }

    private Quarter aQuarter() {
        return Quarter.containing(day(100, 90));
    }

    private IndicatorId anIndicator() {
        return IndicatorId.of(any(List.of("5047-0895", "i1", "i2")));
    }

    private @Nullable Measurement measured() {
        return once(4) ? null : Measurement.of(any(List.of("18.22", "170.83", "-1", "0")));
    }

    private int aReport(Project project) {
        int last = project.reports().isEmpty() ? 0 : project.reports().lastKey();
        return once(3) ? 1 + random.nextInt(last + 1) : Math.max(1, last);
    }

    private int aRound(Project project, int above) {
        int last = project.appeals().isEmpty() ? 0 : project.appeals().lastKey();
        return once(5) ? 1 + random.nextInt(last + 3) : Math.max(1, last + above);
    }

    private LocalDate resumption(Project project) {
        LocalDate pausedOn = project.openPause().map(Pause::startInclusive).orElse(START);
        return once(3) ? day(20, 15) : pausedOn.plusDays(random.nextInt(once(2) ? 8 : 25));
    }

    private LocalDate anEnd(Project project) {
        LocalDate latest = project.latestReport().map(Report::reportedOn).orElse(START);
        return once(2) ? day(12, 2) : latest.plusDays(random.nextInt(4));
    }

    // --- commands ---

    private ReportContent says(int percent) {
        return new ReportContent(
                Percent.of(percent + "." + random.nextInt(2) * 5),
                once(4) ? null : Baht.of("" + random.nextInt(3)),
                any(List.of(ScheduleStatus.values())),
                any(List.of(TargetStatus.values())),
                "ดำเนินการ");
    }

    private int percent(@Nullable Project project) {
        int current = project == null ? 0 : project.percent().value().intValue();
        return Math.clamp(current + random.nextInt(10) - (once(3) ? 4 : 0), 0, 99);
    }

    private ReportProgress report(@Nullable Project project) {
        Integer number = project == null || !once(3) ? null : aReport(project) + random.nextInt(2);
        LocalDate latest = project == null
                ? START
                : project.latestReport().map(Report::reportedOn).orElse(START);
        LocalDate on = once(4) ? day(60, 2) : latest.plusDays(random.nextInt(12));
        return new ReportProgress(CODE, number, on, says(percent(project)));
    }

    private CorrectReport correction(Project project) {
        return new CorrectReport(
                CODE,
                aReport(project),
                once(3) ? null : says(percent(project)).percent(),
                once(2) ? null : Baht.of("" + random.nextInt(3)),
                once(3) ? ScheduleStatus.ON_PLAN : null,
                null,
                once(3) ? "ดำเนินการ" : null,
                "พิมพ์ผิด",
                null,
                null);
    }

    private AmendDetails amendment(Project project) {
        boolean period = once(3);
        NewDetails details = new NewDetails(
                once(2) ? any(List.of("โครงการ", "โครงการใหม่")) : null,
                null,
                period ? START.plusDays(random.nextInt(400)) : null,
                period ? START.plusDays(random.nextInt(400)) : null,
                once(3) ? Baht.of("" + random.nextInt(3)) : null,
                once(2) ? Baht.of("" + random.nextInt(3)) : null,
                null,
                once(4) ? new PersonalData("p-" + random.nextInt(2), "c2VhbGVk") : null,
                null,
                null,
                null,
                once(3) ? "เป้าหมาย " + project.version() % 2 : null,
                null,
                null);
        return new AmendDetails(CODE, once(2) ? null : day(60, 30), details, "แก้ไข", null);
    }

    private RecordPlan plan() {
        List<PlannedMonth> months = new ArrayList<>();
        YearMonth first = YearMonth.from(START).plusMonths(once(6) ? -2 : random.nextInt(2));
        for (int i = 0; i < 2; i++) {
            YearMonth month = once(8) ? first : first.plusMonths(i);
            months.add(new PlannedMonth(month, Percent.of("" + (i * 10 + random.nextInt(3) * 6))));
        }
        return new RecordPlan(CODE, once(2) ? null : day(60, 30), months, null, null);
    }

    /** Mostly what can be withdrawn. */
    private WithdrawFact withdrawal(Project project) {
        List<Fact> facts = new ArrayList<>(Stream.of(
                        project.activities().stream(),
                        project.letters().stream(),
                        project.citations().stream(),
                        project.pauses().stream().map(Pause::paused),
                        project.pauses().stream().map(Pause::paused),
                        project.appeals().values().stream().map(Appeal::filedFact),
                        project.withdrawn().stream().map(Withdrawn::fact))
                .flatMap(each -> each)
                .toList());
        return new WithdrawFact(
                CODE,
                facts.isEmpty() || once(5)
                        ? random.nextLong(project.version() + 1)
                        : any(facts).sequence(),
                "บันทึกผิด");
    }

    private DecideAppeal decision(Project project) {
        CriteriaChange criteria = once(2) ? new CriteriaChange("เดิม", "ใหม่", once(2) ? anIndicator() : null) : null;
        return new DecideAppeal(
                CODE, aRound(project, 0), day(8, 1), any(List.of(AppealOutcome.values())), criteria, null);
    }

    private AdoptIndicator adoption() {
        return new AdoptIndicator(
                CODE,
                once(3) ? anIndicator() : null,
                once(2) ? "5047-0895" : "ไม่มีรหัส",
                "ร้อยละความสำเร็จ",
                IndicatorKind.OUTPUT,
                "ร้อยละ",
                null,
                once(2) ? "เกณฑ์ 1" : null,
                once(2) ? null : day(60, 1));
    }

    private ChangeCriteria criteria(Project project) {
        Integer round = once(3) ? aRound(project, 0) : null;
        return new ChangeCriteria(
                CODE, anIndicator(), "เกณฑ์ " + (1 + random.nextInt(3)), day(20, 40), round, "อุทธรณ์");
    }

    private EvaluateQuarter evaluation() {
        IndicatorId indicator = once(3) ? null : anIndicator();
        return new EvaluateQuarter(
                CODE,
                aQuarter(),
                indicator,
                indicator != null && once(3) ? 1 + random.nextInt(3) : null,
                once(4) ? null : Score.of("" + random.nextInt(3) * 50),
                once(2) ? List.of() : List.of(new ScorePart("2.1", null)),
                null,
                on(),
                reason());
    }

    static RegisterProject registration() {
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

    /** As the desk puts it together: the registration first, then by date; a pause may bear a date of its own. */
    private ConfirmImport printout(Sha256 paper) {
        ConfirmImport confirmed = new Printout(new Random(paperSeed), paper, START).confirmed(random);
        List<PaperCorrection> corrections = once(4)
                ? IntStream.rangeClosed(1, 1 + random.nextInt(5))
                        .mapToObj(number -> new PaperCorrection(number, "พิมพ์ผิด", "กท 1/2564"))
                        .toList()
                : List.of();
        return new ConfirmImport(CODE, paper, confirmed.facts(), List.of(), corrections);
    }
}
