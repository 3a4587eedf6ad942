package org.progressledger.command.printedform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates as the office writes them, in folded text.
 * <ul>
 *   <li>{@code 2023-03-05}, {@code 2023-03-05 00:00:00}
 *   <li>{@code 5/3/2566}, {@code 1/2/64}, {@code 5-3-2566}, {@code 5.3.2566}
 *   <li>{@code 5 มีนาคม 2566}, {@code 6 มิ.ย.66}, {@code 5 พ.ค. พ.ศ. 2564}, also broken over lines after the day
 *   <li>{@code 17 - 19 มีนาคม 2564}, {@code 30 มีนาคม - 2 เมษายน 2564}: stands at its first day
 *   <li>{@code 17 และ 19 มีนาคม 2564}, {@code 17, 18 และ 20 มีนาคม 2564}: several days
 *   <li>{@code 5 กรกฏาคม 2564}: a full name of at most two wrong letters, like one month and no other, before a year of
 *       four digits
 * </ul>
 * A year of four digits from 2400 is Buddhist, a lower one Gregorian; of two digits it is Buddhist, 25xx, for the office
 * writes no other. Not dates: {@code 1/2564} (a number within a year), {@code มีนาคม 2564} (a month), {@code 31/02/2564}
 * (no such day).
 */
public final class ThaiDates {
    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST = 2400;
    static final int CENTURY = 2500;

    /** Wrong letters in the name of a month, at most; the next month must be further away than one more. */
    private static final int MOST_EDITS = 2;

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

    private static final List<String> FULL_NAMES =
            MONTHS.stream().map(names -> names.substring(0, names.indexOf('|'))).toList();

    private static final String MONTH = String.join("|", MONTHS);
    /** What stands between the parts of a date, at most: a page line taken out leaves blanks in its place. */
    private static final String GAP = "\\s{0,1500}+";

    private static final String ERA = GAP + "(?:พ\\.?\\s?ศ\\.?\\s?|พุทธศักราช\\s?)?";

    /** {@code ครั้งที่ 1, 5 มีนาคม 2564}: the first number is not a day. */
    private static final String NO_COUNT =
            "(?<!(?:ครั้ง|รุ่น|กลุ่ม|หมู่|ข้อ|ลำดับ|รอบ|งวด|ระยะ|ชุด|จำนวน|ชั้น|อาคาร|ห้อง|ซอย|โซน|เขต)(?:ที่)?\\s{0,2})";

    /** {@code 25 63} is a year broken in two, and not 1982. */
    private static final String SHORT_YEAR = "(?!2[456]\\s+[0-9]{2})[0-9]{2}";

    private static final Pattern DATE = Pattern.compile("(?<![0-9/])(?:"
            + "(?<iy>(?:19|20|24|25|26)[0-9]{2})-(?<im>[0-9]{1,2})-(?<id>[0-9]{1,2})"
            + "|(?<nd>[0-9]{1,2})\\s?/\\s?(?<nm>[0-9]{1,2})\\s?/\\s?(?<ny>[0-9]{4}|" + SHORT_YEAR + ")"
            + "|(?<pd>[0-9]{1,2})(?<p>[-.])(?<pm>[0-9]{1,2})\\k<p>(?<py>2[456][0-9]{2})"
            + "|(?<days>" + NO_COUNT + "(?:[0-9]{1,2}\\s{0,3}(?:-|ถึง|และ|,)\\s{0,3}){1,8}|)"
            + "(?:(?<fd>[0-9]{1,2})\\s{0,3}(?<fm>" + MONTH + ")\\s{0,3}(?:-|ถึง)\\s{0,3}(?:วันที่\\s?)?)?"
            + "(?<wd>[0-9]{1,2})" + GAP + "(?:เดือน\\s?)?"
            + "(?:(?<wm>" + MONTH + ")" + ERA + "(?<wy>[0-9]{4}|" + SHORT_YEAR + ")"
            + "|(?<sm>[ก-ฮเ][ก-๎]{4,12})" + ERA + "(?<sy>2[456][0-9]{2}))"
            + ")(?![0-9])");

    private static final Pattern DAY = Pattern.compile("(?<day>[0-9]{1,2})\\s*(?<join>-|ถึง|และ|,)");

    /** {@code วันที่ 2 4 มีนาคม}: the day is broken in two, and nobody knows which part is wrong. */
    private static final Pattern BROKEN_DAY = Pattern.compile("(?:ที่|ลว\\s?\\.?)\\s*+[0-9]{1,2}\\s++$");

    /** So far before a day another part of it may stand. */
    private static final int BROKEN_WITHIN = 200;

    private ThaiDates() {}

    /**
     * A date in a text, or several days that share a month.
     *
     * @param asSpelt whether the month was spelt as it should be
     */
    record Mention(int start, int end, List<LocalDate> days, boolean asSpelt) {}

    /** Every date in the range, in order; what looks like one but is no day of the calendar is left out. */
    static List<Mention> in(CharSequence text, int from, int to) {
        List<Mention> found = new ArrayList<>();
        Matcher matcher = DATE.matcher(text).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            Mention mention = mention(text, matcher);
            if (mention != null) {
                found.add(mention);
            }
        }
        return found;
    }

    /** The date that begins exactly at the offset; null if none does. */
    static @Nullable Mention at(CharSequence text, int offset, int to) {
        Matcher matcher = DATE.matcher(text).region(offset, to).useTransparentBounds(true);
        return matcher.lookingAt() ? mention(text, matcher) : null;
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

    private static @Nullable Mention mention(CharSequence text, Matcher found) {
        List<LocalDate> days = Stream.of("i", "n", "p")
                .filter(form -> found.group(form + "y") != null)
                .findFirst()
                .map(form -> date(found.group(form + "y"), found.group(form + "m"), found.group(form + "d")))
                .map(List::of)
                .orElse(List.of());
        boolean inWords = found.group("wd") != null;
        if (inWords) {
            days = isBroken(text, found.start()) ? List.of() : inWords(found);
        }
        return days.isEmpty() ? null : new Mention(found.start(), found.end(), days, found.group("sm") == null);
    }

    private static boolean isBroken(CharSequence text, int day) {
        return day > 0
                && Character.isWhitespace(text.charAt(day - 1))
                && BROKEN_DAY
                        .matcher(text)
                        .region(Math.max(0, day - BROKEN_WITHIN), day)
                        .find();
    }

    private static List<LocalDate> inWords(Matcher found) {
        boolean spelt = found.group("wm") != null;
        String year = spelt ? found.group("wy") : found.group("sy");
        int month = spelt ? monthOf(found.group("wm")) : monthLike(found.group("sm"));
        LocalDate last = month == 0 ? null : date(year, Integer.toString(month), found.group("wd"));
        if (last == null) {
            return List.of();
        }
        if (found.group("fd") != null) {
            LocalDate first = date(year, Integer.toString(monthOf(found.group("fm"))), found.group("fd"));
            return first == null || !first.isBefore(last) ? List.of() : List.of(first);
        }
        List<LocalDate> days = new ArrayList<>();
        boolean insideRange = false;
        Matcher each = DAY.matcher(found.group("days"));
        while (each.find()) {
            LocalDate day = date(year, Integer.toString(month), each.group("day"));
            if (day != null && !insideRange) {
                days.add(day);
            }
            insideRange =
                    !each.group("join").equals("และ") && !each.group("join").equals(",");
        }
        if (!insideRange || days.isEmpty()) {
            days.add(last);
        }
        // what does not ascend is no list of days: a number stands before the date
        return days.stream().sorted().distinct().toList().equals(days) ? days : List.of(last);
    }

    private static int monthOf(String name) {
        for (int month = 1; month <= MONTHS.size(); month++) {
            if (name.matches(MONTHS.get(month - 1))) {
                return month;
            }
        }
        throw new IllegalArgumentException("Not a month: " + name);
    }

    /** The one month whose name differs so little; 0 if none or more than one does. */
    private static int monthLike(String name) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        int next = Integer.MAX_VALUE;
        for (int month = 1; month <= FULL_NAMES.size(); month++) {
            int edits = Likeness.edits(name, FULL_NAMES.get(month - 1));
            if (edits < least) {
                next = least;
                least = edits;
                best = month;
            } else {
                next = Math.min(next, edits);
            }
        }
        return least <= MOST_EDITS && next > least + 1 ? best : 0;
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
