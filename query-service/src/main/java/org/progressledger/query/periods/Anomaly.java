package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.query.periods.Sheet.Flagged;
import org.progressledger.query.projection.FlagView.Severity;

/**
 * Why a row is worth a look: an entry of its {@code exceptions}.
 *
 * @param period the column that it is about; null for a flag
 * @param reportNos of the reports that it is about
 * @param positions of the events that show it, ascending
 * @param change in points, baht or score, of FELL, UNCHANGED and JUMPED
 * @param flag of FLAG, with its id, severity and whether an auditor has acknowledged it
 */
record Anomaly(
        Kind kind,
        @Nullable String period,
        List<Integer> reportNos,
        List<Long> positions,
        @Nullable BigDecimal change,
        @Nullable AuditFlag flag,
        @Nullable String flagId,
        @Nullable Severity severity,
        @Nullable Boolean acknowledged) {

    /** What is exceptional. */
    enum Kind {
        /** Today's hit of an audit flag. */
        FLAG,
        /** A report was corrected, or a score replaced. */
        CORRECTED,
        /** A report was returned and waits to be handed in again. */
        RETURNED,
        /** A month, of scores a quarter, is over without its report. */
        GAP,
        /** The value fell against the one before. */
        FELL,
        /** A percentage below 100 did not rise. */
        UNCHANGED,
        /** A percentage rose by so much that somebody should look. */
        JUMPED
    }

    static Anomaly of(
            Kind kind, String period, List<Integer> reportNos, List<Long> positions, @Nullable BigDecimal change) {
        return new Anomaly(
                kind,
                period,
                reportNos,
                positions.stream().distinct().sorted().toList(),
                change,
                null,
                null,
                null,
                null);
    }

    static Anomaly of(Flagged hit) {
        return new Anomaly(
                Kind.FLAG,
                null,
                List.of(),
                hit.positions(),
                null,
                hit.flag(),
                hit.id(),
                hit.severity(),
                hit.acknowledged());
    }
}
