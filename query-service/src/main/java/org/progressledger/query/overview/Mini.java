package org.progressledger.query.overview;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.overview.Sums.Point;

/**
 * A small drawing of a year: x the days of the fiscal year, y 0 to 100, the same for all that stand beside it.
 *
 * @param link of what is drawn
 * @param percent two decimals
 * @param ahead of the time that passed, one decimal, signed
 * @param behind whether that is by 20 points or more
 * @param spent per cent of the budget; null where there is none
 * @param more what is said below
 */
public record Mini(
        String link,
        String name,
        String actual,
        String plan,
        String money,
        String percent,
        String elapsed,
        String ahead,
        boolean behind,
        @Nullable String spent,
        List<More> more) {
    private static final int WIDTH = 220;
    private static final int TOP = 4;
    private static final int BOTTOM = 76;
    private static final double HOW_FAR_BEHIND = 20;
    private static final char MINUS = '\u2212';

    /** A number that leads to the list which it counts. */
    public record More(String link, String words, String style, String icon) {}

    public static Mini of(String link, String name, Sums sums, List<More> more) {
        Double share = sums.spentShare();
        return new Mini(
                link,
                name,
                steps(sums.percentLine()),
                straight(sums.elapsedLine()),
                steps(sums.spentLine()),
                decimals(sums.percent(), 2),
                decimals(sums.elapsed(), 1),
                signed(sums.ahead()),
                isBehind(sums),
                share == null ? null : decimals(share, share >= 10 ? 1 : 2),
                more);
    }

    /** Whether the percentage is 20 points or more behind the time. */
    public static boolean isBehind(Sums sums) {
        // as it is shown, so that nobody sees 20.0 without the mark
        return sums.counted() > 0 && Math.round(sums.ahead() * 10) <= -HOW_FAR_BEHIND * 10;
    }

    private static String steps(Point[] points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M0 " + BOTTOM : "")
                    .append('H')
                    .append(x(point))
                    .append('V')
                    .append(y(point));
        }
        return path.toString();
    }

    private static String straight(Point[] points) {
        StringBuilder path = new StringBuilder("M0 " + BOTTOM);
        for (Point point : points) {
            path.append('L').append(x(point)).append(' ').append(y(point));
        }
        return path.toString();
    }

    private static String x(Point point) {
        return decimals(point.share() * WIDTH, 1);
    }

    private static String y(Point point) {
        return decimals(BOTTOM - Math.clamp(point.value(), 0, 100) * (BOTTOM - TOP) / 100, 1);
    }

    private static String decimals(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String signed(double points) {
        String digits = decimals(Math.abs(points), 1);
        return digits.equals("0.0") ? digits : (points > 0 ? '+' : MINUS) + digits;
    }
}
