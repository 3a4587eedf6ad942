package org.progressledger.command.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** A printout with what printouts do: falls, gaps in the numbers, dates out of order, a pause that a narrative tells. */
final class Printout {
    private final Random random;
    private final Sha256 paper;
    private final LocalDate start;
    private final List<Dated> facts = new ArrayList<>();

    private record Dated(LocalDate on, ImportedFact fact) {}

    Printout(Random random, Sha256 paper, LocalDate start) {
        this.random = random;
        this.paper = paper;
        this.start = start;
    }

    /** @param choice which proposals the person accepts: nearly all of them */
    ConfirmImport confirmed(Random choice) {
        int number = 0;
        int pauseToldBy = 1 + random.nextInt(4);
        for (int row = 1; row <= 4; row++) {
            number += random.nextInt(12) == 0 ? 2 : 1;
            // one printout holds a number twice, another is dated ahead
            int printed = random.nextInt(24) == 0 ? 1 : number;
            LocalDate on = start.plusDays(random.nextInt(40) == 0 ? 300 : row * 25 + random.nextInt(60));
            add(on, report(printed, on, random.nextInt(80)), null);
            if (random.nextInt(3) == 0) {
                LocalDate held = on.minusDays(random.nextInt(10));
                add(held, new ActivityHeld(Dice.CODE, held, "ประชุม " + row), printed);
            }
            if (random.nextInt(3) == 0) {
                add(on, new LetterCited(Dice.CODE, new Letter(row + "/2564", null, null)), printed);
            }
            if (random.nextInt(3) == 0) {
                add(on, new AppealCited(Dice.CODE, row, AppealStage.AWAITING_RESULT, true, on, "รอผล"), printed);
            }
            if (row == pauseToldBy) {
                LocalDate since = random.nextBoolean() ? on : on.plusDays(random.nextInt(30) - 20);
                add(on, new ProjectPaused(Dice.CODE, since, PauseCause.COVID_19, "ชะลอ", null), printed);
            }
            if (row > pauseToldBy && random.nextInt(3) == 0) {
                add(on, new ProjectResumed(Dice.CODE, on, on, "กลับมาดำเนินการ", null), printed);
            }
        }
        List<ImportedFact> inOrder = new ArrayList<>();
        inOrder.add(new ImportedFact(Dice.registration().facts(), source(), null));
        facts.stream()
                .filter(each -> each.fact().event() instanceof ProgressReported || choice.nextInt(4) > 0)
                .sorted(Comparator.comparing(Dated::on))
                .map(Dated::fact)
                .map(fact -> choice.nextInt(4) == 0 ? edited(fact) : fact)
                .forEach(inOrder::add);
        return new ConfirmImport(Dice.CODE, paper, inOrder);
    }

    /** A person moves the day of an activity. */
    private static ImportedFact edited(ImportedFact fact) {
        return fact.event() instanceof ActivityHeld held
                ? new ImportedFact(
                        new ActivityHeld(held.project(), held.heldOn().minusDays(1), held.description()),
                        fact.source(),
                        fact.reportNo(),
                        held,
                        null)
                : fact;
    }

    private void add(LocalDate on, ProjectEvent event, Integer toldBy) {
        facts.add(new Dated(on, new ImportedFact(event, source(), toldBy)));
    }

    private Source source() {
        return new Source(paper, List.of(new LineRange(1, 2)));
    }

    private static ProgressReported report(int number, LocalDate on, int percent) {
        ReportContent content = new ReportContent(
                Percent.of("" + percent), null, ScheduleStatus.ON_PLAN, TargetStatus.UNKNOWN, "ดำเนินการ");
        return new ProgressReported(
                Dice.CODE, number, 1, on, content, new PrintedRow(number, "<p>ดำเนินการ", "เป็นไปตามแผน", ""));
    }
}
