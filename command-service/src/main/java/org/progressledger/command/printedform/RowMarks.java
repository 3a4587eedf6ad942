package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;

/**
 * Finds the marks of the reports' rows.
 * <ul>
 *   <li>A date mark: two colons and a date. {@code :: 5/3/2566 :} is one; {@code เมื่อ 5/3/2566} is not.
 *   <li>A percent mark: two colons, words like {@code ความก้าวหน้าของงานฯ}, an equals sign; or, where the colons are
 *       lost, the same words with {@code (ครั้งที่ n) =} behind. {@code ความก้าวหน้าของงาน = 20 %} alone is not.
 *   <li>A row label: words like {@code รายงานครั้งที่} and a number that begin a line and are followed by a column's
 *       end or a mark. {@code รายงานการประชุมครั้งที่ 3} is not.
 * </ul>
 */
final class RowMarks {
    private static final Pattern DATE = Pattern.compile(":\\s?:\\s*(?=[0-9])");
    private static final Pattern NUMERIC = Pattern.compile("[0-9][0-9/. -]{2,24}(?=\\s*:)");
    private static final Pattern AFTER_DATE = Pattern.compile("\\s*:(?!:)");
    private static final Pattern LABEL = Pattern.compile("\\s*([ก-๎][ก-๎ .]{7,30}?)\\s?([0-9]{1,4})(?![0-9/])");
    private static final Pattern BEHIND_LABEL = Pattern.compile("[ ]*(?:$|[\\t\\n\\x0B:])");
    private static final Pattern PERCENT = Pattern.compile("\\s*([0-9.,]{0,20})\\s*%?");
    private static final Pattern NUMBER = Pattern.compile("[^(=:]{0,60}\\([^()0-9]{0,20}([0-9]{0,9})\\s*\\)\\s*=\\s*");
    private static final Pattern DISBURSED = Pattern.compile(Amounts.BAHT);
    private static final Pattern STATUS = Pattern.compile("\\s*:(?!:)(?!\\s?:\\s*[0-9])[ \\t]*([^:\\n\\t\\x0B]{0,80})");
    private static final String ROW_LABEL = Likeness.letters("รายงานครั้งที่");
    private static final String WORK_PROGRESS = Likeness.letters("ความก้าวหน้าของงาน");
    private static final String WORK_PROGRESS_BEGINS = "ความ";
    private static final int LOOK_BACK = 48;
    private static final double LABEL_TOLERANCE = 0.2;
    private static final double PROGRESS_TOLERANCE = 0.3;
    private static final int LARGEST_NUMBER = 99_999;

    private final Paper paper;
    private final String text;

    RowMarks(Paper paper) {
        this.paper = paper;
        this.text = paper.text();
    }

    /** The offset at which the reports begin: behind their heading, else at the first mark, else at the end. */
    int beginning() {
        for (int line = 1; line <= paper.lineCount(); line++) {
            String words = paper.lineText(line);
            if (Heading.of(words) == Heading.REPORTS) {
                return paper.endOfLine(line);
            }
            boolean marked = DATE.matcher(words).find() || label(line, null) != null;
            if (marked) {
                return paper.startOfLine(line);
            }
        }
        return text.length();
    }

    /** All marks in the range, in order. */
    List<Mark> in(int from, int to) {
        List<Mark> marks = new ArrayList<>(dates(from, to));
        marks.addAll(percents(from, to));
        Mark.@Nullable RowLabel latest = null;
        int last = to == from ? paper.lineAt(from) - 1 : paper.lineAt(to - 1);
        for (int line = paper.lineAt(from); line <= last; line++) {
            if (paper.startOfLine(line) < from) {
                continue;
            }
            String words = paper.lineText(line);
            Mark.RowLabel label = label(line, latest);
            if (label != null) {
                marks.add(label);
                latest = label;
            } else if (Heading.isOfPage(words) || Heading.of(words) == Heading.REPORTS) {
                marks.add(new Mark.PageLine(paper.startOfLine(line), paper.endOfLine(line)));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    private Mark.@Nullable RowLabel label(int line, Mark.@Nullable RowLabel before) {
        Matcher label = LABEL.matcher(text).region(paper.startOfLine(line), paper.endOfLine(line));
        if (!label.lookingAt()) {
            return null;
        }
        String letters = Likeness.letters(label.group(1));
        if (Likeness.difference(letters, ROW_LABEL) > LABEL_TOLERANCE) {
            return null;
        }
        int number = Integer.parseInt(label.group(2));
        boolean next = before != null && (number == before.number() || number == before.number() + 1);
        Matcher behind =
                BEHIND_LABEL.matcher(text).region(label.end(), Math.min(text.length(), paper.endOfLine(line) + 1));
        if (!next && !behind.lookingAt()) {
            return null;
        }
        String misspelling = letters.equals(ROW_LABEL) ? "" : label.group(1);
        return new Mark.RowLabel(label.start(1), label.end(), number, misspelling);
    }

    private List<Mark> dates(int from, int to) {
        List<Mark> marks = new ArrayList<>();
        Matcher colons = DATE.matcher(text).region(from, to);
        while (colons.find()) {
            ThaiDates.Mention date = ThaiDates.at(text, colons.end(), to);
            if (date == null || date.days().size() != 1) {
                refuseDamagedDate(colons.end(), to);
                continue;
            }
            Matcher behind = AFTER_DATE.matcher(text).region(date.end(), to);
            int end = behind.lookingAt() ? behind.end() : date.end();
            marks.add(new Mark.DateMark(colons.start(), end, date.days().getFirst()));
        }
        return marks;
    }

    private void refuseDamagedDate(int at, int to) {
        Matcher numeric = NUMERIC.matcher(text).region(at, to);
        if (numeric.lookingAt()) {
            throw UnreadablePaper.notReadable("reportedOn", numeric.group(), paper.lineAt(at));
        }
    }

    private List<Mark> percents(int from, int to) {
        List<Mark> marks = new ArrayList<>();
        int done = from;
        for (int equals = text.indexOf('=', from); equals >= 0 && equals < to; equals = text.indexOf('=', equals + 1)) {
            Mark.PercentMark mark = equals < done ? null : percent(done, equals, to);
            if (mark != null) {
                marks.add(mark);
                done = mark.end();
            }
        }
        return marks;
    }

    private Mark.@Nullable PercentMark percent(int from, int equals, int to) {
        int earliest = Math.max(from, equals - LOOK_BACK);
        String window = text.substring(earliest, equals);
        int colon = window.indexOf(':') < 0 ? -1 : earliest + window.lastIndexOf(':');
        int first = colon < 0 ? -1 : startOfColons(colon, from);
        boolean colons = first >= 0 && first < colon && isLike(colon + 1, equals);
        int words = earliest + Math.max(0, window.lastIndexOf(WORK_PROGRESS_BEGINS));
        if (!colons && !isLike(words, equals)) {
            return null;
        }
        int begin = colons ? first : colon >= 0 && paper.isBlank(colon + 1, words) ? colon : words;
        Matcher percent = PERCENT.matcher(text).region(equals + 1, to);
        boolean hasPercent = percent.lookingAt();
        Matcher number = NUMBER.matcher(text).region(hasPercent ? percent.end() : equals + 1, to);
        boolean hasNumber = number.lookingAt();
        if (!colons && !hasNumber) {
            return null;
        }
        return percent(begin, equals, hasPercent ? percent.group(1) : "", hasNumber ? number : null, to);
    }

    private boolean isLike(int from, int equals) {
        return Likeness.difference(Likeness.letters(text.substring(from, equals)), WORK_PROGRESS) <= PROGRESS_TOLERANCE;
    }

    private int startOfColons(int last, int from) {
        int before = last - 1;
        while (before > from && text.charAt(before) == ' ') {
            before--;
        }
        return before >= from && text.charAt(before) == ':' ? before : last;
    }

    private Mark.PercentMark percent(int begin, int equals, String printed, @Nullable Matcher number, int to) {
        int line = paper.lineAt(equals);
        Percent percent = Amounts.percent(printed);
        if (percent == null) {
            throw printed.isEmpty() ? missing("percent", line) : UnreadablePaper.notReadable("percent", printed, line);
        }
        if (number == null || number.group(1).isEmpty()) {
            throw missing("reportNo", line);
        }
        int reportNo = Integer.parseInt(number.group(1));
        if (reportNo < 1 || reportNo > LARGEST_NUMBER) {
            throw UnreadablePaper.notReadable("reportNo", number.group(1), line);
        }
        Matcher disbursed = DISBURSED.matcher(text).region(number.end(), to);
        if (!disbursed.lookingAt()) {
            throw missing("disbursed", line);
        }
        Baht baht = Amounts.baht(disbursed.group("baht"));
        if (baht == null) {
            throw UnreadablePaper.notReadable("disbursed", disbursed.group("baht"), line);
        }
        List<String> columns = new ArrayList<>();
        int end = disbursed.end();
        Matcher status = STATUS.matcher(text);
        while (columns.size() < 2 && status.region(end, to).lookingAt()) {
            columns.add(CleanText.line(paper.source(status.start(1), status.end(1))));
            end = status.end();
        }
        Statuses statuses =
                Statuses.of(columns.isEmpty() ? "" : columns.getFirst(), columns.size() < 2 ? "" : columns.getLast());
        return new Mark.PercentMark(begin, end, percent, reportNo, baht, statuses);
    }

    private static UnreadablePaper missing(String field, int line) {
        return new UnreadablePaper(UnreadableCode.FIELD_MISSING, line, Map.of("field", field));
    }
}
