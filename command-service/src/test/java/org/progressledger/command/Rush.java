package org.progressledger.command;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.command.project.ProjectCommand;
import org.progressledger.command.project.ProjectCommand.CorrectReport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.PauseProject;
import org.progressledger.command.project.ProjectCommand.RecordActivity;
import org.progressledger.command.project.ProjectCommand.ReportProgress;
import org.progressledger.command.project.ProjectCommand.ResumeProject;
import org.progressledger.command.project.ProjectCommand.ReturnReport;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Baht;
import org.progressledger.events.Pause;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/** What the callers of a busy day ask of one project: as each sees it, and seldom as it is by then. */
final class Rush {
    private static final LocalDate DAY = LocalDate.parse("2021-01-04");
    private static final Asker OFFICER = new Asker(Office.OFFICER, Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"));
    private static final Asker COLLEAGUE =
            new Asker(Office.COLLEAGUE, Role.OFFICER, "สำนักงานเขตบางนา", List.of("5047"));
    private static final Asker COORDINATOR = new Asker(Office.COORDINATOR, Role.COORDINATOR, null, List.of());
    private static final Asker SUPERVISOR =
            new Asker(Office.accountOf(Role.SUPERVISOR), Role.SUPERVISOR, null, List.of());

    private final ProjectCode code;

    Rush(String code) {
        this.code = ProjectCode.of(code);
    }

    /** One request over HTTP, and the command that it stands for. */
    record Request(Asker asker, String path, Map<String, Object> body, ProjectCommand command) {
        String account() {
            return asker.id();
        }
    }

    /** @param seen the project as the caller found it */
    Request next(Random random, Project seen) {
        Asker clerk = List.of(OFFICER, COLLEAGUE, COORDINATOR).get(random.nextInt(3));
        int latest = seen.reports().isEmpty() ? 1 : seen.reports().lastKey();
        int round = seen.appeals().isEmpty() ? 0 : seen.appeals().lastKey();
        LocalDate pausedOn = seen.openPause().map(Pause::startInclusive).orElse(DAY);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> report(clerk, seen.percent().value().intValue() + random.nextInt(2));
            case 3, 4 -> correct(clerk, 1 + random.nextInt(latest), random.nextInt(50));
            case 5, 6 -> giveBack(latest);
            case 7 -> pause(clerk, DAY.plusDays(seen.version() + random.nextInt(3)));
            case 8 -> resume(clerk, pausedOn.plusDays(1));
            // the coordinator decides, and nobody decides the own filing
            case 9 -> file(random.nextBoolean() ? OFFICER : COLLEAGUE, round + 1);
            case 10 -> decide(Math.max(1, round));
            case 11 -> withdraw(seen, random);
            default -> activity(clerk, random.nextInt(1000));
        };
    }

    private String at(String what) {
        return "/api/v1/projects/" + code + what;
    }

    private Request report(Asker by, int percent) {
        int given = Math.min(100, percent);
        return new Request(
                by,
                at("/reports"),
                Map.of(
                        "reportedOn",
                        DAY.toString(),
                        "percent",
                        given,
                        "disbursed",
                        5,
                        "scheduleStatus",
                        "ON_PLAN",
                        "targetStatus",
                        "ON_TARGET",
                        "narrative",
                        "ดำเนินการ"),
                new ReportProgress(
                        code,
                        null,
                        DAY,
                        new ReportContent(
                                Percent.of("" + given),
                                Baht.of("5"),
                                ScheduleStatus.ON_PLAN,
                                TargetStatus.ON_TARGET,
                                "ดำเนินการ")));
    }

    private Request correct(Asker by, int number, int disbursed) {
        return new Request(
                by,
                at("/reports/" + number + "/correction"),
                Map.of("disbursed", disbursed, "reason", "พิมพ์ผิด"),
                new CorrectReport(
                        code, number, null, Baht.of("" + disbursed), null, null, null, "พิมพ์ผิด", null, null));
    }

    private Request giveBack(int number) {
        return new Request(
                SUPERVISOR,
                at("/reports/" + number + "/return"),
                Map.of("reason", "แก้ไข"),
                new ReturnReport(code, number, "แก้ไข"));
    }

    private Request pause(Asker by, LocalDate on) {
        return new Request(
                by,
                at("/pause"),
                Map.of("effectiveOn", on.toString(), "cause", "OTHER", "words", "ชะลอ"),
                new PauseProject(code, on, PauseCause.OTHER, "ชะลอ", null));
    }

    private Request resume(Asker by, LocalDate on) {
        return new Request(
                by, at("/resumption"), Map.of("effectiveOn", on.toString()), new ResumeProject(code, on, null, null));
    }

    private Request file(Asker by, int round) {
        Map<String, Object> body = new HashMap<>();
        body.put("round", round);
        body.put("filedOn", DAY.toString());
        body.put("grounds", "เหตุ");
        body.put("asked", "ขอ");
        return new Request(by, at("/appeals"), body, new FileAppeal(code, round, DAY, "เหตุ", "ขอ", null));
    }

    private Request decide(int round) {
        return new Request(
                COORDINATOR,
                at("/appeals/" + round + "/decision"),
                Map.of("decidedOn", DAY.toString(), "outcome", "REFUSED"),
                new DecideAppeal(code, round, DAY, AppealOutcome.REFUSED, null, null));
    }

    private Request withdraw(Project seen, Random random) {
        long sequence = Optional.of(seen.activities())
                .filter(held -> !held.isEmpty())
                .map(held -> held.get(random.nextInt(held.size())).sequence())
                .orElse(0L);
        return new Request(
                SUPERVISOR,
                at("/withdrawals"),
                Map.of("sequence", sequence, "reason", "บันทึกผิด"),
                new WithdrawFact(code, sequence, "บันทึกผิด"));
    }

    private Request activity(Asker by, int which) {
        return new Request(
                by,
                at("/activities"),
                Map.of("heldOn", DAY.toString(), "description", "ประชุม " + which),
                new RecordActivity(code, DAY, "ประชุม " + which));
    }
}
