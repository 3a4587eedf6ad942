package org.progressledger.command.bulk;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.ThaiDates;

/**
 * Days as people write them into cells: {@code 2021-02-24}, {@code 24/02/2564}, {@code 24-2-64}, {@code 24 ก.พ. 2564}, with a
 * time of day after them or none. A year from 2400 is Buddhist; one of two digits too, from 50 on, for a lower one may be
 * meant otherwise.
 *
 * @param look what a person should look at; null where there is no doubt
 */
record WrittenDay(LocalDate day, @Nullable BulkReason look) {
    private static final Pattern TIME =
            Pattern.compile("(?:[T ]| )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?Z?$");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("([0-9]{1,2}) ?[-/.] ?([0-9]{1,2}) ?[-/.] ?([0-9]{4}|[0-9]{2})");
    private static final Pattern WEEKDAY =
            Pattern.compile("^(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|ศุกร์|เสาร์|อาทิตย์)?(?:ที่)? ?");
    private static final Pattern SEVERAL = Pattern.compile("^[0-9]{1,2} ?(?:-|ถึง|และ|,)");
    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST = 2400;
    private static final int CENTURY = 2500;
    private static final int FIRST_SHORT = 50;
    private static final int MONTHS = 12;
    // the years of fiscal years that can be
    private static final LocalDate EARLIEST = LocalDate.of(1931, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2157, 9, 30);

    /** Empty if it is none of a calendar, or of no year that a project can bear. */
    static Optional<WrittenDay> of(String text) {
        String plain = WEEKDAY.matcher(TIME.matcher(Written.plain(text)).replaceFirst(""))
                .replaceFirst("")
                .strip();
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches()) {
            return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                    .flatMap(day -> within(day, null));
        }
        Matcher dayFirst = DAY_FIRST.matcher(plain);
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1))
                    .flatMap(day -> within(day, doubt(day, dayFirst.group(3))));
        }
        // 17 - 19 มีนาคม is no day of a report, though the paper's activities stand at its first
        return SEVERAL.matcher(plain).find()
                ? Optional.empty()
                : ThaiDates.whole(plain).flatMap(day -> within(day, null));
    }

    /** What a spreadsheet keeps as a day; who typed 24/2/2564 where it counts by Christ has a day in his far future. */
    static Optional<WrittenDay> of(LocalDate kept) {
        if (kept.getYear() < FIRST_BUDDHIST) {
            return within(kept, null);
        }
        return day(Integer.toString(kept.getYear()), kept.getMonthValue(), kept.getDayOfMonth())
                .flatMap(day -> within(day, BulkReason.YEAR_TAKEN_AS_BUDDHIST));
    }

    private static @Nullable BulkReason doubt(LocalDate day, String year) {
        boolean byChrist = year.length() == 4 && Integer.parseInt(year) < FIRST_BUDDHIST;
        return byChrist && day.getDayOfMonth() <= MONTHS && day.getDayOfMonth() != day.getMonthValue()
                ? BulkReason.DAY_TAKEN_BEFORE_MONTH
                : null;
    }

    private static Optional<WrittenDay> within(LocalDate day, @Nullable BulkReason look) {
        return day.isBefore(EARLIEST) || day.isAfter(LATEST)
                ? Optional.empty()
                : Optional.of(new WrittenDay(day, look));
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        return day(year, Integer.parseInt(month), Integer.parseInt(day));
    }

    private static Optional<LocalDate> day(String year, int month, int day) {
        int written = Integer.parseInt(year);
        if (year.length() == 2 && written < FIRST_SHORT) {
            return Optional.empty();
        }
        int full = year.length() == 2 ? CENTURY + written : written;
        try {
            return Optional.of(LocalDate.of(full >= FIRST_BUDDHIST ? full - BUDDHIST_ERA : full, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    Map<String, Object> said() {
        return Map.of("day", day);
    }
}
