package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.plain;
import static org.progressledger.query.flags.Sentences.say;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** A month's work rarely is a quarter of the whole: what was done in it should be told. */
record PctJump(BigDecimal points) implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "ร้อยละเพิ่มขึ้นตั้งแต่ %s จุดขึ้นไปในรายงานครั้งเดียว",
                "The percentage rises by %s points or more in one report", plain(points));
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        return Turn.of(project).stream()
                .filter(turn -> turn.change().compareTo(points) >= 0)
                .map(PctJump::hit)
                .toList();
    }

    private static Hit hit(Turn turn) {
        int no = turn.report().reportNo();
        return Hit.of(
                turn.report(),
                Severity.ALERT,
                Values.of("from", turn.from().value())
                        .and("to", turn.to().value())
                        .and("change", turn.change()),
                say(
                        "รายงานครั้งที่ %s เพิ่มขึ้น %s จุดในครั้งเดียว จากร้อยละ %s เป็นร้อยละ %s",
                        "Report %s rises by %s points at once, from %s to %s per cent",
                        no,
                        turn.change(),
                        turn.from(),
                        turn.to()),
                turn.evidence());
    }
}
