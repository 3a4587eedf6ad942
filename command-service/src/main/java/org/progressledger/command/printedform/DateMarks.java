package org.progressledger.command.printedform;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds date lines: two colons, a date, a colon. A line's or page's end may part them anywhere, digits included; one of the
 * two colons may be lost where the date begins a line. {@code เมื่อ 5/3/2566} is none.
 */
final class DateMarks {
    private static final Pattern OPEN = Pattern.compile(":\\s?:\\s*+(?=[0-9])|:\\s*+:\\s*+(?=[0-9][0-9\\s/.-]*+:)");
    private static final Pattern HALF_OPEN =
            Pattern.compile("(?<=[\\n\\x0B])[ \\t]*+[:;]\\s*+(?=[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}\\s*+:)");
    private static final Pattern RUN = Pattern.compile("([0-9][0-9/.\\s-]*+):");
    private static final Pattern DAY_MONTH_YEAR =
            Pattern.compile("([0-9]{1,2})([/.-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
    private static final Pattern YEAR_MONTH_DAY =
            Pattern.compile("((?:19|20|24|25)[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern DIGITS_APART = Pattern.compile("[0-9]\\s+[0-9]");
    private static final Pattern TIME = Pattern.compile(
            "[ T]?\\s{0,3}(?:เวลา\\s?)?[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:\\s?น\\.)?(?=\\s*+:)");
    private static final Pattern CLOSE = Pattern.compile("\\s*+:(?!:)");
    private static final Pattern SEVERAL_DAYS =
            Pattern.compile("[0-9]{1,2}\\s*+(?:-|ถึง|และ|,)\\s*+[0-9]{1,2}\\s*+[ก-๎].*");
    private static final Pattern DAMAGED =
            Pattern.compile("[0-9][0-9OoQDIl|?SB]{0,3}\\s?[/.-]{1,2}\\s?[0-9OoQDIl|?SB/. -]{0,20}(?=\\s*+:)");
    private static final Pattern PLAUSIBLE = Pattern.compile("19[0-9]{2}|20[0-9]{2}|2[456][0-9]{2}");
    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_BUDDHIST = 2400;

    private final Paper paper;
    private final String flow;
    private final Warnings warnings;
    private final Readings readings;

    /** @param flow the paper's text without what belongs to pages and labels */
    DateMarks(Paper paper, String flow, Warnings warnings, Readings readings) {
        this.paper = paper;
        this.flow = flow;
        this.warnings = warnings;
        this.readings = readings;
    }

    /** In order. */
    List<Mark.DateMark> in(int from, int to) {
        List<Mark.DateMark> marks = new ArrayList<>();
        Matcher open = OPEN.matcher(flow).region(from, to);
        while (open.find()) {
            Mark.DateMark mark = mark(open.start(), open.end(), to);
            if (mark != null) {
                marks.add(mark);
            }
        }
        Matcher half = HALF_OPEN.matcher(flow).region(from, to).useTransparentBounds(true);
        while (half.find()) {
            int colon = half.end() - 1;
            while (":;".indexOf(flow.charAt(colon)) < 0) {
                colon--;
            }
            int line = paper.lineAt(colon);
            Mark.DateMark mark = isColonBefore(colon) ? null : mark(colon, half.end(), to);
            if (mark != null) {
                warnings.add(
                        WarningCode.MARK_DAMAGED,
                        line,
                        Map.of("printed", CleanText.excerpt(flow.substring(colon, mark.end()))));
                marks.add(mark);
            }
        }
        return marks;
    }

    private boolean isColonBefore(int colon) {
        int before = colon - 1;
        while (before >= 0 && Character.isWhitespace(flow.charAt(before))) {
            before--;
        }
        return before >= 0 && flow.charAt(before) == ':' && flow.charAt(colon) == ':';
    }

    private Mark.@Nullable DateMark mark(int start, int at, int to) {
        Matcher run = RUN.matcher(flow).region(at, to);
        if (run.lookingAt()) {
            String digits = run.group(1).replaceAll("\\s", "");
            LocalDate date = numeric(digits, at);
            if (date != null) {
                warnOfDigitsApart(run.group(1).strip(), digits, at);
                return new Mark.DateMark(start, run.end(), date);
            }
        }
        ThaiDates.Mention mention = ThaiDates.at(flow, at, to);
        if (mention == null) {
            mention = dotted(at, to);
        }
        Matcher days = SEVERAL_DAYS.matcher(flow).region(at, Math.min(to, at + 60));
        if (mention == null || mention.days().size() != 1 || days.lookingAt()) {
            refuseDamaged(at, to, days.hitEnd() || days.hasMatch());
            return null;
        }
        LocalDate date = century(mention.days().getFirst(), flow.substring(at, mention.end()), at);
        if (!mention.asSpelt()) {
            warnOfReading(flow.substring(at, mention.end()), date.toString(), at);
        }
        Matcher time = TIME.matcher(flow).region(mention.end(), to);
        int end = time.lookingAt() ? time.end() : mention.end();
        Matcher close = CLOSE.matcher(flow).region(end, to);
        return new Mark.DateMark(start, close.lookingAt() ? close.end() : end, date);
    }

    /** With dots or hyphens, and no colon behind. */
    private ThaiDates.@Nullable Mention dotted(int at, int to) {
        Matcher date = DAY_MONTH_YEAR.matcher(flow).region(at, to);
        if (!date.lookingAt() || date.end() < to && Character.isDigit(flow.charAt(date.end()))) {
            return null;
        }
        LocalDate day = numeric(date.group(), at);
        return day == null ? null : new ThaiDates.Mention(date.start(), date.end(), List.of(day), true);
    }

    private void refuseDamaged(int at, int to, boolean several) {
        Matcher damaged = DAMAGED.matcher(flow).region(at, to);
        if (damaged.lookingAt()) {
            throw UnreadablePaper.notReadable("reportedOn", damaged.group(), paper.lineAt(at));
        }
    }

    private @Nullable LocalDate numeric(String digits, int at) {
        Matcher date = DAY_MONTH_YEAR.matcher(digits);
        if (date.matches()) {
            LocalDate day = date(date.group(4), date.group(3), date.group(1));
            return day == null ? null : century(day, digits, at);
        }
        Matcher iso = YEAR_MONTH_DAY.matcher(digits);
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : null;
    }

    private static @Nullable LocalDate date(String year, String month, String day) {
        int written = Integer.parseInt(year);
        if (year.length() == 4 && !PLAUSIBLE.matcher(year).matches()) {
            return null; // a time joined to a year of two digits
        }
        int buddhist = year.length() == 2 ? ThaiDates.CENTURY + written : written;
        try {
            return LocalDate.of(
                    buddhist >= FIRST_BUDDHIST ? buddhist - BUDDHIST_ERA : buddhist,
                    Integer.parseInt(month),
                    Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** A year of two digits may be of either era; the office's own is the likely one. */
    private LocalDate century(LocalDate buddhist, String printed, int at) {
        String plain = printed.strip();
        boolean four = plain.matches("(?s).*[0-9]{4}") || plain.matches("[0-9]{4}.*");
        return four ? buddhist : TwoDigitYears.choose(buddhist, plain, paper.lineAt(at), readings);
    }

    private void warnOfDigitsApart(String printed, String joined, int at) {
        if (DIGITS_APART.matcher(printed).find()) {
            warnOfReading(printed, joined, at);
        }
    }

    private void warnOfReading(String printed, String read, int at) {
        warnings.add(
                WarningCode.NUMBER_JOINED,
                paper.lineAt(at),
                Map.of("printed", CleanText.excerpt(printed), "joined", read));
    }
}
