package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.progressledger.events.LineRange;

/** A narrative as phrases are looked for in it: offsets count from its beginning; layout inside it is white space. */
final class Telling {
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
        this.text = view.toString();
        ThaiDates.in(text, 0, text.length()).forEach(mention -> days.add(day(mention)));
        partIntoStatements();
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
