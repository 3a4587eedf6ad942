package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.events.LineRange;

/** A narrative as phrases are looked for in it: offsets count from its beginning; layout inside it is white space. */
final class Telling {
    /** So much of a paper shows whether its lines are blocks. */
    private static final int HEAD = 2000;

    private static final int LEAST_LINES = 5;

    private static final Pattern WRAPPED =
            Pattern.compile("[ \\t]*+(?<opening>\\x0B++)[^\\x0B](?:.*[^\\x0B])?(?<closing>\\x0B++)\\s*+");

    private final PrintedReport report;
    private final Narrative narrative;
    private final String text;
    private final List<Day> days = new ArrayList<>();
    private final List<Span> statements = new ArrayList<>();

    /**
     * A date in the narrative.
     *
     * @param introduced where the words that lead up to it begin ({@code เมื่อวันที่}), or the date itself
     * @param tiedToBefore whether they tie it to what stands before
     * @param opensLine whether nothing else stands before them on the line
     */
    record Day(ThaiDates.Mention mention, int introduced, boolean tiedToBefore, boolean opensLine) {
        int start() {
            return mention.start();
        }

        int end() {
            return mention.end();
        }
    }

    Telling(Rows.Row row) {
        this.report = row.report();
        this.narrative = row.narrative();
        StringBuilder view = new StringBuilder(narrative
                .paper()
                .text()
                .substring(narrative.span().start(), narrative.span().end()));
        for (Mark mark : narrative.removed()) {
            for (int i = mark.start(); i < mark.end(); i++) {
                view.setCharAt(i - narrative.span().start(), ' ');
            }
        }
        this.text = withoutWrapping(view.toString(), narrative.paper().text());
        ThaiDates.in(text, 0, text.length()).forEach(mention -> days.add(day(mention)));
        partIntoStatements();
    }

    /** Where each line of the head is a block of its own, the tags of one say no more than line ends do. */
    private static String withoutWrapping(String view, String paper) {
        List<Matcher> head = paper.substring(0, Math.min(paper.length(), HEAD))
                .lines()
                .filter(line -> !line.isBlank())
                .map(WRAPPED::matcher)
                .toList();
        List<Matcher> wrapped = head.stream().filter(Matcher::matches).toList();
        // a page line is none, and the last may be cut off
        if (head.size() <= LEAST_LINES || wrapped.size() * 4 < head.size() * 3) {
            return view;
        }
        int opening = wrapped.getFirst().group("opening").length();
        int closing = wrapped.getFirst().group("closing").length();
        StringBuilder bare = new StringBuilder(view);
        for (int end = view.indexOf('\n'); end >= 0; end = view.indexOf('\n', end + 1)) {
            for (int i = end - 1; i >= Math.max(0, end - closing) && bare.charAt(i) == Paper.BLOCK; i--) {
                bare.setCharAt(i, ' ');
            }
            for (int i = end + 1;
                    i < Math.min(bare.length(), end + 1 + opening) && bare.charAt(i) == Paper.BLOCK;
                    i++) {
                bare.setCharAt(i, ' ');
            }
        }
        return bare.toString();
    }

    private Day day(ThaiDates.Mention mention) {
        int window = Math.max(0, mention.start() - 45);
        Matcher introduction = Phrases.DATE_INTRODUCTION.matcher(text).region(window, mention.start());
        int introduced = introduction.find() ? introduction.start() : mention.start();
        while (introduced < mention.start() && Character.isWhitespace(text.charAt(introduced))) {
            introduced++;
        }
        String when = introduction.hasMatch() ? introduction.group("when") : null;
        int before = introduced;
        while (before > 0 && " \t".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        boolean opensLine = before == 0 || text.charAt(before - 1) == '\n' || text.charAt(before - 1) == Paper.BLOCK;
        return new Day(mention, introduced, "เมื่อ".equals(when), opensLine);
    }

    private void partIntoStatements() {
        TreeSet<Integer> beginnings = new TreeSet<>(List.of(0));
        Matcher end = Phrases.BREAK.matcher(text);
        while (end.find()) {
            beginnings.add(end.group("gap") != null ? end.end() : end.start());
        }
        for (Day day : days) {
            if (day.opensLine() && !day.tiedToBefore()) {
                beginnings.add(day.introduced());
            }
        }
        beginnings.add(text.length());
        Integer from = null;
        for (Integer to : beginnings) {
            if (from != null) {
                statements.add(new Span(from, to));
            }
            from = to;
        }
    }

    PrintedReport report() {
        return report;
    }

    String text() {
        return text;
    }

    List<Day> days() {
        return days;
    }

    /** The statement in which the offset stands. */
    Span statementAt(int offset) {
        int low = 0;
        int high = statements.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (statements.get(middle).start() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return statements.isEmpty() ? new Span(0, text.length()) : statements.get(low);
    }

    /** The printed words of a range on one line, without tags and layout. */
    String words(int from, int to) {
        return CleanText.line(part(from, to).clean());
    }

    /** The same without the marker of a list item. */
    String statement(Span range) {
        return Phrases.ITEM
                .matcher(words(range.start(), range.end()) + " ")
                .replaceFirst("")
                .strip();
    }

    List<LineRange> lines(int from, int to) {
        return narrative.paper().linesOf(part(from, to).parts());
    }

    int lineAt(int offset) {
        return narrative.paper().lineAt(narrative.span().start() + offset);
    }

    private Narrative part(int from, int to) {
        int base = narrative.span().start();
        List<Mark> inside = narrative.removed().stream()
                .filter(mark -> mark.start() >= base + from && mark.end() <= base + to)
                .toList();
        return new Narrative(narrative.paper(), new Span(base + from, base + to), inside);
    }
}
