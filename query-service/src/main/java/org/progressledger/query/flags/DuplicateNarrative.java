package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.plain;
import static org.progressledger.query.flags.Sentences.say;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/**
 * A month in which the same happened as in the month before, word for word, was perhaps not reported but copied.
 *
 * @param similarity from 0 to 1: 1 less the Levenshtein distance divided by the longer length
 * @param compared characters of each narrative that are looked at for likeness; sameness is looked for in all of them
 */
record DuplicateNarrative(BigDecimal similarity, int compared) implements FlagRule {
    private static final int PERCENT = 2;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "ข้อความเหมือนรายงานครั้งก่อนทุกประการ หรือคล้ายกันตั้งแต่ร้อยละ %s",
                "The narrative is that of the report before, or like it by %s per cent or more",
                plain(similarity.movePointRight(PERCENT)));
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        for (Turn turn : Turn.of(project)) {
            Report before = turn.before();
            if (before != null) {
                String earlier = ThaiText.folded(before.content().narrative());
                String later = ThaiText.folded(turn.report().content().narrative());
                likeness(earlier, later)
                        .map(likeness -> hit(turn, before, likeness, earlier.equals(later)))
                        .ifPresent(hits::add);
            }
        }
        return hits;
    }

    /** Empty where they are not alike enough; two reports that say nothing repeat nothing. */
    private Optional<BigDecimal> likeness(String earlier, String later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return Optional.empty();
        }
        if (earlier.equals(later)) {
            return Optional.of(BigDecimal.ONE);
        }
        String one = earlier.substring(0, Math.min(compared, earlier.length()));
        String other = later.substring(0, Math.min(compared, later.length()));
        BigDecimal longer = BigDecimal.valueOf(Math.max(one.length(), other.length()));
        int most = longer.multiply(BigDecimal.ONE.subtract(similarity)).intValue();
        if (Math.abs(one.length() - other.length()) > most) {
            return Optional.empty();
        }
        // gives up beyond the most that may differ, which keeps long narratives cheap
        int distance = new LevenshteinDistance(most).apply(one, other);
        return distance < 0
                ? Optional.empty()
                : Optional.of(BigDecimal.ONE.subtract(
                        BigDecimal.valueOf(distance).divide(longer, java.math.MathContext.DECIMAL64)));
    }

    private static Hit hit(Turn turn, Report before, BigDecimal likeness, boolean exact) {
        int no = turn.report().reportNo();
        BigDecimal perCent = Sentences.twoDecimals(likeness.movePointRight(PERCENT));
        return Hit.of(
                turn.report(),
                exact ? Severity.WARNING : Severity.INFO,
                Values.of("sameAs", before.reportNo()).and("exact", exact).and("similarity", perCent),
                exact
                        ? say(
                                "ข้อความของรายงานครั้งที่ %s เหมือนรายงานครั้งที่ %s ทุกประการ",
                                "The words of report %s are those of report %s", no, before.reportNo())
                        : say(
                                "ข้อความของรายงานครั้งที่ %s คล้ายรายงานครั้งที่ %s ร้อยละ %s",
                                "The words of report %s are like those of report %s by %s per cent",
                                no,
                                before.reportNo(),
                                perCent),
                turn.evidence());
    }
}
