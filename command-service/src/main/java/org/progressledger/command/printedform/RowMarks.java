package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the marks of the reports' rows: {@link DateMarks date lines}, {@link PercentMarks percent lines}, what belongs to a
 * page, and row labels. A row label is words like {@code รายงานครั้งที่} and a number that begin a line and are followed by a
 * column's end or a mark, or that stand right before a date line. {@code รายงานการประชุมครั้งที่ 3} is none.
 */
final class RowMarks {
    private static final Pattern DATE = Pattern.compile(":\\s?:\\s*(?=[0-9])");
    private static final Pattern LABEL =
            Pattern.compile("[\\s|]*+([ก-๎][ก-๎ .]{7,30}?)\\s?([0-9]{1,4})(?![0-9/])(?:\\s?\\|)?");
    private static final Pattern BROKEN_LABEL =
            Pattern.compile("[ \\t\\x0B|]*+(รายงาน)[ \\t]*+\\n\\s{0,40}+(ครั้งที่)\\s?([0-9]{1,4})(?![0-9/])");
    private static final Pattern LABEL_IN_LINE =
            Pattern.compile("(?<=[\\s|])(รายงานครั้งที่)\\s?([0-9]{1,4})\\s*+(?=:\\s?:\\s*+[0-9])");
    private static final Pattern BEHIND_LABEL = Pattern.compile("[ ]*(?:$|[\\t\\n\\x0B:|]|(?<=  ))");
    private static final String ROW_LABEL = Likeness.letters("รายงานครั้งที่");
    private static final double LABEL_TOLERANCE = 0.2;

    private static final int LONGEST_HEAD_LINE = 1_000;

    private final Paper paper;
    private final String text;
    private final Set<String> head;

    /** @param head lines of the form's head that a page may print again, in an even layout */
    RowMarks(Paper paper, Set<String> head) {
        this.paper = paper;
        this.text = paper.text();
        this.head = head;
    }

    /** The offset at which the reports begin: behind their heading, else at the first mark, else at the end. */
    int beginning() {
        for (int line = 1; line <= paper.lineCount(); line++) {
            String words = paper.lineText(line);
            if (Heading.of(words) == Heading.REPORTS) {
                return paper.endOfLine(line);
            }
            boolean marked = DATE.matcher(words).find() || label(line, null, null) != null;
            if (marked) {
                return paper.startOfLine(line);
            }
        }
        return text.length();
    }

    /** All marks from the offset on, in order. */
    List<Mark> from(int from, Warnings warnings, Readings readings) {
        List<Mark> layout = layout(from, readings);
        List<Span> spans =
                layout.stream().map(mark -> new Span(mark.start(), mark.end())).toList();
        String flow = Paper.blank(text, spans);
        List<Mark> marks = new ArrayList<>(layout);
        marks.addAll(new DateMarks(paper, flow, warnings, readings).in(from, text.length()));
        marks.addAll(new PercentMarks(paper, flow, warnings).in(from, text.length()));
        marks.sort(Comparator.comparingInt(Mark::start));
        return marks;
    }

    private List<Mark> layout(int from, Readings readings) {
        List<Mark> layout = new ArrayList<>();
        Mark.@Nullable RowLabel latest = null;
        for (int line = paper.lineAt(from); line <= paper.lineCount(); line++) {
            if (paper.startOfLine(line) < from) {
                continue;
            }
            Mark mark = isPage(line)
                    ? new Mark.PageLine(paper.startOfLine(line), paper.endOfLine(line))
                    : label(line, latest, readings);
            if (mark != null) {
                layout.add(mark);
                latest = mark instanceof Mark.RowLabel label ? label : latest;
            }
            if (!(mark instanceof Mark.PageLine)) {
                addLabelsInLine(mark == null ? paper.startOfLine(line) : mark.end(), paper.endOfLine(line), layout);
            }
        }
        return layout;
    }

    private boolean isPage(int line) {
        if (paper.isPageLine(line)) {
            return true;
        }
        String words = paper.lineText(line);
        return Heading.of(words) == Heading.REPORTS
                || words.length() <= LONGEST_HEAD_LINE
                        && words.indexOf(':') > 0
                        && head.contains(CleanText.line(words));
    }

    private void addLabelsInLine(int from, int to, List<Mark> layout) {
        if (from >= to) {
            return;
        }
        Matcher label = LABEL_IN_LINE.matcher(text).region(from, Math.min(text.length(), to + 40));
        label.useTransparentBounds(true);
        while (label.find() && label.start() < to) {
            layout.add(new Mark.RowLabel(label.start(1), label.end(2), Integer.parseInt(label.group(2)), ""));
        }
    }

    private Mark.@Nullable RowLabel label(int line, Mark.@Nullable RowLabel before, @Nullable Readings readings) {
        Matcher broken = BROKEN_LABEL.matcher(text).region(paper.startOfLine(line), text.length());
        if (broken.lookingAt()) {
            return new Mark.RowLabel(broken.start(1), broken.end(), Integer.parseInt(broken.group(3)), "");
        }
        Matcher label = LABEL.matcher(text).region(paper.startOfLine(line), paper.endOfLine(line));
        if (!label.lookingAt()) {
            return null;
        }
        String letters = Likeness.letters(label.group(1));
        boolean longer = letters.length() > ROW_LABEL.length() && letters.endsWith(ROW_LABEL);
        if (longer || Likeness.difference(letters, ROW_LABEL) > LABEL_TOLERANCE) {
            return null;
        }
        int number = Integer.parseInt(label.group(2));
        boolean next = before != null && (number == before.number() || number == before.number() + 1);
        Matcher behind =
                BEHIND_LABEL.matcher(text).region(label.end(), Math.min(text.length(), paper.endOfLine(line) + 1));
        if (!behind.lookingAt() && (!next || isMeantAsWords(line, number, readings))) {
            return null;
        }
        String misspelling = letters.equals(ROW_LABEL) ? "" : label.group(1);
        return new Mark.RowLabel(label.start(1), label.end(), number, misspelling);
    }

    /** With words right behind it, it may be a sentence of the narrative, unless a page begins here. */
    private boolean isMeantAsWords(int line, int number, @Nullable Readings readings) {
        if (readings == null || isBelowPage(line)) {
            return false;
        }
        String words = paper.lineText(line);
        int taken = readings.choose(
                "line-" + line,
                "label",
                null,
                List.of(
                        new Reading.Option("label", "รายงานครั้งที่ " + number, line),
                        new Reading.Option("words", words, line)),
                0);
        return taken == 1;
    }

    private boolean isBelowPage(int line) {
        for (int above = line - 1; above >= 1 && above > line - 12; above--) {
            if (paper.isPageLine(above)) {
                return true;
            }
            if (!paper.isBlank(paper.startOfLine(above), paper.endOfLine(above))) {
                return false;
            }
        }
        return false;
    }
}
