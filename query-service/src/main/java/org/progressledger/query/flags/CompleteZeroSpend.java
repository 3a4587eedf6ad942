package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.all;
import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** Work that was paid for and cost nothing: was the money not needed, or the work not done? */
record CompleteZeroSpend() implements FlagRule {
    private static final Percent WHOLE = Percent.of("100");

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "งานแล้วเสร็จร้อยละ 100 มีงบประมาณ แต่ไม่มีการใช้จ่าย",
                "The work is 100 per cent done, there is a budget, and nothing was spent");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Turn> turns = Turn.of(project);
        Baht allocated = project.budget().allocated();
        if (turns.isEmpty()
                || !turns.getLast().to().equals(WHOLE)
                || allocated.equals(Baht.ZERO)
                || !isNothingSpent(project, turns)) {
            return List.of();
        }
        // the report that reached it, so that a later one changes no id
        Turn reached = turns.getLast();
        for (int i = turns.size() - 1; i >= 0 && turns.get(i).to().equals(WHOLE); i--) {
            reached = turns.get(i);
        }
        return List.of(Hit.of(
                reached.report(),
                Severity.ALERT,
                Values.of("percent", WHOLE.value())
                        .and("allocated", allocated.value())
                        .and("spent", Baht.ZERO.value()),
                say(
                        "งานแล้วเสร็จร้อยละ 100.00 ตั้งแต่รายงานครั้งที่ %s ได้รับงบประมาณ %s บาท แต่ใช้จ่าย 0.00 บาท",
                        "The work is 100.00 per cent done since report %s and %s baht were allocated, yet 0.00 baht spent",
                        reached.report().reportNo(),
                        allocated),
                all(List.of(project.registration(), project.spentStated()), reached.evidenceOfReport())));
    }

    /** Blank is not 0: somebody must say that nothing was spent, and no report anything else. */
    private static boolean isNothingSpent(Project project, List<Turn> turns) {
        List<Baht> disbursed = turns.stream()
                .map(turn -> turn.report().content().disbursed())
                .filter(Objects::nonNull)
                .toList();
        Baht spent = project.budget().spent();
        boolean somebodySays = spent != null || !disbursed.isEmpty();
        return somebodySays
                && (spent == null || spent.equals(Baht.ZERO))
                && disbursed.stream().allMatch(Baht.ZERO::equals);
    }
}
