package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.List;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** No typed report may fall, but paper may: it is recorded as printed. */
record PctFell() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say("ร้อยละลดลงจากรายงานครั้งก่อน", "The percentage falls from one report to the next");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        return Turn.of(project).stream()
                .filter(turn -> turn.change().signum() < 0)
                .map(PctFell::hit)
                .toList();
    }

    private static Hit hit(Turn turn) {
        return Hit.of(
                turn.report(),
                Severity.ALERT,
                Values.of("from", turn.from().value())
                        .and("to", turn.to().value())
                        .and("change", turn.change()),
                say(
                        "รายงานครั้งที่ %s ลดลงจากร้อยละ %s เป็นร้อยละ %s",
                        "Report %s falls from %s to %s per cent", turn.report().reportNo(), turn.from(), turn.to()),
                turn.evidence());
    }
}
