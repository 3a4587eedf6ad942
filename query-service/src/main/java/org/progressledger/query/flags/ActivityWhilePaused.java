package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Fact;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/** Either the project did not stand still on that day, or the day is wrong. */
record ActivityWhilePaused() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say("มีกิจกรรมในวันที่โครงการชะลออยู่", "An activity is dated inside a pause");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (Fact fact : project.activities()) {
            if (fact.event() instanceof ActivityHeld held) {
                Standstill.on(held.heldOn(), project)
                        .map(pause -> hit(fact, held, pause))
                        .ifPresent(hits::add);
            }
        }
        return hits;
    }

    private static Hit hit(Fact fact, ActivityHeld held, Pause pause) {
        return Hit.of(
                fact,
                Severity.WARNING,
                Values.of("heldOn", held.heldOn()).and("pausedFrom", pause.startInclusive()),
                say(
                        "มีกิจกรรมเมื่อ %s ทั้งที่โครงการชะลอตั้งแต่ %s",
                        List.of(ThaiText.date(held.heldOn()), ThaiText.date(pause.startInclusive())),
                        "An activity was held on %s, though the project is paused since %s",
                        List.of(held.heldOn(), pause.startInclusive())),
                List.of(pause.paused(), fact));
    }
}
