package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.all;
import static org.progressledger.query.flags.Sentences.plain;
import static org.progressledger.query.flags.Sentences.say;
import static org.progressledger.query.flags.Sentences.twoDecimals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.Period;
import org.progressledger.events.Project;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** "On plan" may be true of a plan that begins late; it is the more worth asking the further the time has run ahead. */
record BehindElapsed(BigDecimal points) implements FlagRule {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "รายงานว่าเป็นไปตามแผน ทั้งที่ร้อยละต่ำกว่าสัดส่วนเวลาที่ผ่านไปตั้งแต่ %s จุดขึ้นไป",
                "A report says \"on plan\", yet its percentage is %s points or more behind the time that has passed",
                plain(points));
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (Turn turn : Turn.of(project)) {
            BigDecimal elapsed =
                    elapsed(turn.report().reportedOn(), project.details().period());
            BigDecimal behind = elapsed.subtract(turn.to().value());
            if (turn.isOnPlan() && behind.compareTo(points) >= 0) {
                hits.add(hit(turn, twoDecimals(elapsed), twoDecimals(behind), project));
            }
        }
        return hits;
    }

    /** Per cent of the project's days up to and including that one; 0 before its first, 100 from its last on. */
    private static BigDecimal elapsed(LocalDate day, Period period) {
        long all = daysBothCounted(period.startsOn(), period.endsOn());
        long gone = Math.clamp(daysBothCounted(period.startsOn(), day), 0, all);
        return BigDecimal.valueOf(gone).multiply(WHOLE).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    private static long daysBothCounted(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    private static Hit hit(Turn turn, BigDecimal elapsed, BigDecimal behind, Project project) {
        return Hit.of(
                turn.report(),
                Severity.WARNING,
                Values.of("percent", turn.to().value()).and("elapsed", elapsed).and("behind", behind),
                say(
                        "รายงานครั้งที่ %s ระบุว่าเป็นไปตามแผนที่ร้อยละ %s ทั้งที่เวลาผ่านไปแล้วร้อยละ %s (ช้ากว่า %s จุด)",
                        "Report %s says \"on plan\" at %s per cent when %s per cent of the time had passed (%s points behind)",
                        turn.report().reportNo(),
                        turn.to(),
                        elapsed,
                        behind),
                all(List.of(Sentences.periodStated(project)), turn.evidenceOfReport()));
    }
}
