package org.progressledger.query.periods;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One project in one period.
 *
 * @param period the column's name
 * @param value what was stated; only of REPORTED and CARRIED, null there too where it was left blank (blank is not 0)
 * @param change against what was last stated before the period; of REPORTED only
 * @param changeFrom the period in which that was stated; null for the first report, whose change is against 0 per cent
 * @param carriedFrom the period in which a carried value was stated
 * @param reportNos the reports behind the value; of REPORTED every report dated in the period
 * @param positions of the events behind the value
 * @param gaps months of the period that are over and have no report
 * @param planned per cent planned to be done by the end of the period's last planned month
 * @param againstPlan points of the value above the plan, negative behind it; of REPORTED only
 * @param planPosition of the plan
 */
record Cell(
        String period,
        State state,
        @Nullable BigDecimal value,
        @Nullable BigDecimal change,
        @Nullable String changeFrom,
        @Nullable String carriedFrom,
        List<Integer> reportNos,
        List<Long> positions,
        List<Mark> marks,
        List<String> gaps,
        @Nullable BigDecimal planned,
        @Nullable BigDecimal againstPlan,
        @Nullable Long planPosition) {

    /** What a cell tells. */
    enum State {
        /** A report of the period says so; of scores, the coordinators gave one for the quarter. */
        REPORTED,
        /** Stated in an earlier period, and nothing is missing: the period runs, or the project had ended. */
        CARRIED,
        /** The period is over, and nobody reported. */
        GAP,
        /** The period has not begun, or it runs and nothing was ever stated. */
        NOT_YET,
        /** No day of the period belongs to the project's time. */
        OUTSIDE
    }

    /** What is to be known beside the state. */
    enum Mark {
        /** A pause is in force on a day of the period. */
        PAUSED,
        /** The project was completed or cancelled before the period. */
        ENDED,
        /** Reported, though outside the project's time. */
        OUT_OF_TIME,
        /** A report of the period was corrected; of scores, one took the place of another. */
        CORRECTED,
        /** A report of the period was returned and waits to be handed in again. */
        RETURNED,
        /** Reported, and the value was left blank. */
        BLANK
    }

    boolean is(State which) {
        return state == which;
    }
}
