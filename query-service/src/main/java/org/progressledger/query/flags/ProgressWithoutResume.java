package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.all;
import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.Pause;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/**
 * Work that goes on was resumed. A resumption that is recorded later covers the days from its own date on: a report before
 * that date rose while the project stood still, and stays a hit.
 */
record ProgressWithoutResume() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "ร้อยละเพิ่มขึ้นหลังชะลอโครงการ โดยไม่มีบันทึกว่าดำเนินการต่อ",
                "The percentage rises after a pause, and no resumption is recorded");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (Turn turn : Turn.of(project)) {
            if (turn.change().signum() > 0) {
                Standstill.on(turn.report().reportedOn(), project)
                        .map(pause -> hit(turn, pause))
                        .ifPresent(hits::add);
            }
        }
        return hits;
    }

    private static Hit hit(Turn turn, Pause pause) {
        int no = turn.report().reportNo();
        return Hit.of(
                turn.report(),
                Severity.ALERT,
                Values.of("from", turn.from().value())
                        .and("to", turn.to().value())
                        .and("pausedFrom", pause.startInclusive()),
                say(
                        "รายงานครั้งที่ %s เพิ่มจากร้อยละ %s เป็นร้อยละ %s ทั้งที่ชะลอตั้งแต่ %s และไม่มีบันทึกว่าดำเนินการต่อ",
                        List.of(no, turn.from(), turn.to(), ThaiText.date(pause.startInclusive())),
                        "Report %s rises from %s to %s per cent, though the project is paused since %s and no resumption is"
                                + " recorded",
                        List.of(no, turn.from(), turn.to(), pause.startInclusive())),
                all(turn.evidence(), List.of(pause.paused())));
    }
}
