package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.all;
import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/** What stands still is not on plan, unless the plan says so. */
record OnPlanWhilePaused() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "รายงานว่าเป็นไปตามแผนและร้อยละคงเดิม ทั้งที่โครงการชะลออยู่ หรือข้อความกล่าวถึงการชะลอหรือเลื่อนโดยไม่มีกำหนด",
                "A report says \"on plan\" with an unchanged percentage while a pause is in force, or while its words tell of a"
                        + " delay");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (Turn turn : Turn.of(project)) {
            if (turn.isOnPlan() && turn.change().signum() == 0) {
                Optional<Pause> pause = Standstill.on(turn.report().reportedOn(), project);
                Optional<String> words = Delay.in(turn.report().content().narrative());
                pause.map(each -> duringPause(turn, each))
                        .or(() -> words.map(each -> tellingOfDelay(turn, each)))
                        .ifPresent(hits::add);
            }
        }
        return hits;
    }

    private static Hit duringPause(Turn turn, Pause pause) {
        int no = turn.report().reportNo();
        return Hit.of(
                turn.report(),
                Severity.WARNING,
                Values.of("percent", turn.to().value()).and("pausedFrom", pause.startInclusive()),
                say(
                        "รายงานครั้งที่ %s ระบุว่าเป็นไปตามแผนและคงที่ร้อยละ %s ทั้งที่โครงการชะลอตั้งแต่ %s",
                        List.of(no, turn.to(), ThaiText.date(pause.startInclusive())),
                        "Report %s says \"on plan\" and stays at %s per cent, though the project is paused since %s",
                        List.of(no, turn.to(), pause.startInclusive())),
                all(turn.evidence(), List.of(pause.paused())));
    }

    private static Hit tellingOfDelay(Turn turn, String words) {
        return Hit.of(
                turn.report(),
                Severity.WARNING,
                Values.of("percent", turn.to().value()).and("words", words),
                say(
                        "รายงานครั้งที่ %s ระบุว่าเป็นไปตามแผนและคงที่ร้อยละ %s ทั้งที่ข้อความกล่าวว่า \"%s\"",
                        "Report %s says \"on plan\" and stays at %s per cent, though its words tell of a delay: \"%s\"",
                        turn.report().reportNo(),
                        turn.to(),
                        words),
                turn.evidence());
    }
}
