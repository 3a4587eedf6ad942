package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ScheduleStatus;

/**
 * Finds percent lines: two colons, words like {@code ความก้าวหน้าของงานฯ}, an equals sign; or, where the colons are lost,
 * the same words with {@code (ครั้งที่ n) =} behind. {@code ความก้าวหน้าของงาน = 20 %} alone is none. A line's or page's end
 * may stand anywhere in it, digits included: what is joined is told, what cannot be joined in one way only is refused.
 */
final class PercentMarks {
    private static final Pattern PERCENT = Pattern.compile("\\s*+([0-9.,\\s]*+)(?:%|เปอร์เซ็นต์)?");
    private static final Pattern NUMBER =
            Pattern.compile("[^(=:0-9A-Za-z]{0,600}+\\([^()0-9A-Za-z]{0,400}+([0-9][0-9\\s]*+)?\\s*+\\)\\s*+=\\s*+");
    private static final Pattern AMID = Pattern.compile("[^(=:0-9A-Za-z]{1,300}+(?=:)");
    private static final Pattern LONG_AMOUNT =
            Pattern.compile("฿?\\s*+([0-9][0-9,.\\s]*+)(?:[-–]+(?![0-9]))?\\s*+บ\\s*+า\\s*+ท");
    private static final Pattern AMOUNT = Pattern.compile(
            "฿?\\s*+([0-9][0-9,]{0,24}+(?:\\.[0-9]{1,4}+)?+)(?:\\s?\\.?\\s?-+(?![0-9]))?(?=\\s*+(?:$|[:|\\n\\x0B\\t]))");
    private static final Pattern UNREAD_AMOUNT = Pattern.compile("[^\\s:]{1,30}+");
    private static final Pattern DIGITS_APART = Pattern.compile("[0-9.,]\\s+[0-9.,]");
    private static final String WORK_PROGRESS = Likeness.letters("ความก้าวหน้าของงาน");
    private static final String WORK_PROGRESS_BEGINS = "ความ";
    private static final int LOOK_BACK = 48;
    private static final int LOOK_BACK_OVER_SPACE = 1_500;
    private static final double TOLERANCE = 0.3;
    private static final int LARGEST_NUMBER = 99_999;

    private final Paper paper;
    private final String flow;
    private final Warnings warnings;

    /** @param flow the paper's text without what belongs to pages and labels */
    PercentMarks(Paper paper, String flow, Warnings warnings) {
        this.paper = paper;
        this.flow = flow;
        this.warnings = warnings;
    }

    /** In order. */
    List<Mark.PercentMark> in(int from, int to) {
        List<Mark.PercentMark> marks = new ArrayList<>();
        int done = from;
        for (int equals = flow.indexOf('=', from); equals >= 0 && equals < to; equals = flow.indexOf('=', equals + 1)) {
            Mark.PercentMark mark = equals < done ? null : mark(done, equals, to);
            if (mark != null) {
                marks.add(mark);
                done = mark.end();
            }
        }
        return marks;
    }

    private Mark.@Nullable PercentMark mark(int from, int equals, int to) {
        int earliest = lookBack(from, equals);
        String window = flow.substring(earliest, equals);
        int colon = window.indexOf(':') < 0 ? -1 : earliest + window.lastIndexOf(':');
        int first = colon < 0 ? -1 : startOfColons(colon, from);
        boolean colons = first >= 0 && first < colon && isLike(colon + 1, equals);
        int words = earliest + Math.max(0, window.lastIndexOf(WORK_PROGRESS_BEGINS));
        boolean afterColon = !colons && colon >= 0 && isLike(colon + 1, equals);
        if (!colons && !afterColon && !isLike(words, equals)) {
            return null;
        }
        Matcher percent = PERCENT.matcher(flow).region(equals + 1, to);
        boolean hasPercent = percent.lookingAt();
        int behind = hasPercent ? percent.end() : equals + 1;
        Matcher number = NUMBER.matcher(flow).region(behind, to);
        boolean hasNumber = number.lookingAt();
        StatusColumns amid = hasNumber ? null : amid(behind, to);
        if (amid != null) {
            hasNumber = number.region(amid.end(), to).lookingAt();
        }
        if (!colons && !hasNumber) {
            return null;
        }
        int begin = colons ? first : colon >= 0 && (afterColon || paper.isBlank(colon + 1, words)) ? colon : words;
        return mark(begin, equals, hasPercent ? percent.group(1) : "", hasNumber ? number : null, amid, to);
    }

    /** In a layout that keeps columns, they stand between the words of a line and those of the next one; null if none do. */
    private @Nullable StatusColumns amid(int from, int to) {
        Matcher words = AMID.matcher(flow).region(from, to);
        if (!words.lookingAt()) {
            return null;
        }
        StatusColumns columns = StatusColumns.in(paper, flow, words.end(), to);
        return columns.statuses().schedule() == ScheduleStatus.UNKNOWN ? null : columns;
    }

    /** So many characters before the sign, those not counted that show nothing. */
    private int lookBack(int from, int equals) {
        int at = equals;
        int shown = 0;
        while (at > from && shown < LOOK_BACK && equals - at < LOOK_BACK_OVER_SPACE) {
            at--;
            shown += Character.isWhitespace(flow.charAt(at)) ? 0 : 1;
        }
        return at;
    }

    private boolean isLike(int from, int equals) {
        return Likeness.difference(Likeness.letters(flow.substring(from, equals)), WORK_PROGRESS) <= TOLERANCE;
    }

    private int startOfColons(int last, int from) {
        int before = last - 1;
        while (before > from && last - before < LOOK_BACK_OVER_SPACE && Character.isWhitespace(flow.charAt(before))) {
            before--;
        }
        return before >= from && flow.charAt(before) == ':' ? before : last;
    }

    private Mark.PercentMark mark(
            int begin, int equals, String printed, @Nullable Matcher number, @Nullable StatusColumns amid, int to) {
        int line = paper.lineAt(equals);
        Percent percent = percent(printed.strip(), line);
        if (number == null || number.group(1) == null) {
            throw missing("reportNo", line);
        }
        int reportNo = reportNo(number.group(1).strip(), line);
        LastRead disbursed = disbursed(number.end(), to, line);
        StatusColumns columns = StatusColumns.in(paper, flow, disbursed.end(), to);
        Statuses statuses = amid != null && columns.end() == disbursed.end() ? amid.statuses() : columns.statuses();
        return new Mark.PercentMark(begin, columns.end(), percent, reportNo, disbursed.baht(), statuses);
    }

    private record LastRead(Baht baht, int end) {}

    private Percent percent(String printed, int line) {
        String joined = printed.replaceAll("\\s", "");
        // a comma stands for a point where nothing else can be meant
        String plain = joined.matches("[0-9]{1,3},[0-9]{1,2}") ? joined.replace(',', '.') : joined;
        Percent percent = Amounts.percent(plain);
        if (percent == null) {
            throw joined.isEmpty() ? missing("percent", line) : UnreadablePaper.notReadable("percent", printed, line);
        }
        if (!plain.equals(joined)) {
            warnOfJoined(printed, plain, line);
        } else {
            warnIfApart(printed, joined, line);
        }
        return percent;
    }

    private int reportNo(String printed, int line) {
        String joined = printed.replaceAll("\\s", "");
        int reportNo = joined.length() > 9 ? 0 : Integer.parseInt(joined);
        if (reportNo < 1 || reportNo > LARGEST_NUMBER) {
            throw UnreadablePaper.notReadable("reportNo", printed, line);
        }
        warnIfApart(printed, joined, line);
        return reportNo;
    }

    private LastRead disbursed(int from, int to, int line) {
        Matcher amount = LONG_AMOUNT.matcher(flow).region(from, to);
        if (amount.lookingAt()) {
            String printed = amount.group(1).strip();
            String joined = printed.replaceAll("\\s", "").replaceAll("\\.$", "");
            Baht baht = joined.matches("0[0-9].*") ? null : Amounts.baht(joined);
            if (baht == null) {
                throw UnreadablePaper.notReadable("disbursed", printed, line);
            }
            warnIfApart(printed, joined, line);
            return new LastRead(baht, amount.end());
        }
        amount = AMOUNT.matcher(flow).region(from, to);
        if (!amount.lookingAt()) {
            Matcher unread = UNREAD_AMOUNT.matcher(flow).region(from, to);
            boolean something = unread.lookingAt() && unread.group().chars().anyMatch(Character::isDigit);
            throw something
                    ? UnreadablePaper.notReadable("disbursed", unread.group(), line)
                    : missing("disbursed", line);
        }
        Baht baht = Amounts.baht(amount.group(1));
        if (baht == null) {
            throw UnreadablePaper.notReadable("disbursed", amount.group(1), line);
        }
        return new LastRead(baht, amount.end());
    }

    private void warnIfApart(String printed, String joined, int line) {
        if (DIGITS_APART.matcher(printed).find()) {
            warnOfJoined(printed, joined, line);
        }
    }

    private void warnOfJoined(String printed, String joined, int line) {
        warnings.add(WarningCode.NUMBER_JOINED, line, Map.of("printed", CleanText.excerpt(printed), "joined", joined));
    }

    private static UnreadablePaper missing(String field, int line) {
        return new UnreadablePaper(UnreadableCode.FIELD_MISSING, line, Map.of("field", field));
    }
}
