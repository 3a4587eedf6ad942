package org.progressledger.command.printedform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as the office writes them, in folded text.
 * <ul>
 *   <li>{@code 2023-03-05}
 *   <li>{@code 5/3/2566}, {@code 1/2/64}
 *   <li>{@code 5 มีนาคม 2566}, {@code 6 มิ.ย.66}, {@code 5 พ.ค. พ.ศ. 2564}, also broken over lines after the day
 *   <li>{@code 17 - 19 มีนาคม 2564}: stands at its first day; {@code 17 และ 19 มีนาคม 2564}: two days
 * </ul>
 * A year of four digits from 2400 is Buddhist, a lower one Gregorian; of two digits it is Buddhist, 25xx. Not dates:
 * {@code 1/2564} (a number within a year), {@code มีนาคม 2564} (a month), {@code 31/02/2564} (no such day).
 */
public final class ThaiDates {
    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST = 2400;
    private static final int CENTURY = 2500;

    /** In the order of the months; what is written short may have its dots or not. */
    private static final List<String> MONTHS = List.of(
            "มกราคม|มกรา|ม\\.?ค\\.?",
            "กุมภาพันธ์|กุมภา|ก\\.?พ\\.?",
            "มีนาคม|มีนา|มี\\.?ค\\.?",
            "เมษายน|เมษา|เม\\.?ย\\.?",
            "พฤษภาคม|พฤษภา|พ\\.?ค\\.?",
            "มิถุนายน|มิถุนา|มิ\\.?ย\\.?",
            "กรกฎาคม|กรกฎา|ก\\.?ค\\.?",
            "สิงหาคม|สิงหา|ส\\.?ค\\.?",
            "กันยายน|กันยา|ก\\.?ย\\.?",
            "ตุลาคม|ตุลา|ต\\.?ค\\.?",
            "พฤศจิกายน|พฤศจิกา|พ\\.?ย\\.?",
            "ธันวาคม|ธันวา|ธ\\.?ค\\.?");

    private static final Pattern DATE = Pattern.compile("(?<![0-9/])(?:"
            + "(?<iy>(?:19|20|24|25|26)[0-9]{2})-(?<im>[0-9]{1,2})-(?<id>[0-9]{1,2})"
            + "|(?<nd>[0-9]{1,2})\\s?/\\s?(?<nm>[0-9]{1,2})\\s?/\\s?(?<ny>[0-9]{4}|[0-9]{2})"
            + "|(?:(?<first>[0-9]{1,2})\\s{0,3}(?<join>-|ถึง|และ|,)\\s{0,3})?"
            + "(?<wd>[0-9]{1,2})\\s{0,6}(?:เดือน\\s?)?(?<wm>" + monthNames()
            + ")\\s{0,6}(?:พ\\.?\\s?ศ\\.?\\s?)?(?<wy>[0-9]{4}|[0-9]{2})"
            + ")(?![0-9])");

    private ThaiDates() {}

    /** A date in a text, or several days that share a month. */
    record Mention(int start, int end, List<LocalDate> days) {}

    private static String monthNames() {
        return String.join("|", MONTHS);
    }

    /** Every date in the range, in order; what looks like one but is no day of the calendar is left out. */
    static List<Mention> in(CharSequence text, int from, int to) {
        List<Mention> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(text).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            Mention mention = mention(matcher);
            if (mention != null) {
                found.add(mention);
            }
        }
        return found;
    }

    /** The date that begins exactly at the offset; null if none does. */
    static @Nullable Mention at(CharSequence text, int offset, int to) {
        Matcher matcher = DATE.matcher(text).region(offset, to).useTransparentBounds(true);
        return matcher.lookingAt() ? mention(matcher) : null;
    }

    /** The one day that the whole text is, Thai digits made Arabic before; empty if it is none, or several. */
    public static Optional<LocalDate> whole(String text) {
        Mention mention = at(text, 0, text.length());
        return mention == null
                        || mention.end() != text.length()
                        || mention.days().size() != 1
                ? Optional.empty()
                : Optional.of(mention.days().getFirst());
    }

    private static @Nullable Mention mention(Matcher found) {
        LocalDate day;
        LocalDate first = null;
        if (found.group("iy") != null) {
            day = date(found.group("iy"), found.group("im"), found.group("id"));
        } else if (found.group("ny") != null) {
            day = date(found.group("ny"), found.group("nm"), found.group("nd"));
        } else {
            String month = Integer.toString(monthOf(found.group("wm")));
            day = date(found.group("wy"), month, found.group("wd"));
            first = found.group("first") == null ? null : date(found.group("wy"), month, found.group("first"));
        }
        if (day == null) {
            return null;
        }
        return new Mention(found.start(), found.end(), days(first, day, found));
    }

    private static List<LocalDate> days(@Nullable LocalDate first, LocalDate day, Matcher found) {
        if (first == null || !first.isBefore(day)) {
            return List.of(day);
        }
        String join = found.group("join");
        return join.equals("และ") || join.equals(",") ? List.of(first, day) : List.of(first);
    }

    private static int monthOf(String name) {
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (name.matches(MONTHS.get(month - 1))) {
                return month;
            }
        }
        throw new IllegalArgumentException("Not a month: " + name);
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        int written = Integer.parseInt(year);
        int buddhist = year.length() == 2 ? CENTURY + written : written;
        try {
            return LocalDate.of(
                    buddhist >= FIRST_BUDDHIST ? buddhist - BUDDHIST_ERA : buddhist,
                    Integer.parseInt(month),
                    Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
