package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.events.LineRange;

/**
 * A printout as text. {@link #text()} is what patterns are matched on: folded, tags blanked out; its offsets are the
 * only ones used in this package, and each leads back to the source and its line.
 */
final class Paper {
    /** Stands in {@link #text()} where a tag ends or begins a block: white space, yet neither a space nor a line end. */
    static final char BLOCK = '\u000B';

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final String source;
    private final List<String> lines;
    private final int[] lineStarts;
    private final int[] origin;
    private final String text;
    private final boolean[] tag;
    private final boolean[] entity;
    private final List<Span> pageLines;
    private final TreeSet<Integer> brokenTags = new TreeSet<>();

    private Paper(List<String> lines) {
        this.lines = lines;
        this.source = String.join("\n", lines);
        Entities entities = Entities.in(source);
        Folding folding = Folding.of(entities);
        this.origin = folding.origin();
        this.tag = new boolean[origin.length];
        this.entity = new boolean[origin.length];
        markEntities(entities);
        this.pageLines = PageLayout.in(folding.text(), lines);
        this.text = blankTags(folding.text());
        this.lineStarts = new int[lines.size()];
        int line = 1;
        for (int i = 0; i < text.length() && line < lineStarts.length; i++) {
            if (text.charAt(i) == '\n') {
                lineStarts[line++] = i + 1;
            }
        }
    }

    /** Refuses what is beyond the limits before anything is matched. */
    static Paper of(String decoded, ReadLimits limits) {
        List<String> lines = new ArrayList<>();
        Matcher end = LINE_END.matcher(decoded);
        int from = 0;
        while (from <= decoded.length()) {
            boolean found = end.find(from);
            int to = found ? end.start() : decoded.length();
            check(lines.size() + 1, to - from, limits);
            lines.add(decoded.substring(from, to));
            from = found ? end.end() : decoded.length() + 1;
        }
        if (lines.size() > 1 && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return new Paper(lines);
    }

    private static void check(int line, int length, ReadLimits limits) {
        // the text after the last line end is no line if it is empty
        if (line > limits.lines() && !(line == limits.lines() + 1 && length == 0)) {
            throw new UnreadablePaper(UnreadableCode.TOO_MANY_LINES, line, Map.of("limit", limits.lines()));
        }
        if (length > limits.lineLength()) {
            throw new UnreadablePaper(UnreadableCode.LINE_TOO_LONG, line, Map.of("limit", limits.lineLength()));
        }
    }

    private void markEntities(Entities entities) {
        int at = 0;
        for (int i = 0; i + 1 < entities.origin().length; i++) {
            if (entities.decoded()[i]) {
                while (at + 1 < origin.length && origin[at] < entities.origin()[i]) {
                    at++;
                }
                entity[at] = origin[at] == entities.origin()[i];
            }
        }
    }

    /** A tag may go on across the end of a page: what the page itself holds is no part of it. */
    private String blankTags(String folded) {
        StringBuilder blanked = new StringBuilder(folded);
        String tagged = blank(folded, pageLines);
        Matcher broken = TagFreeText.BROKEN_TAG.matcher(tagged);
        while (broken.find()) {
            brokenTags.add(broken.start());
        }
        Matcher found = TagFreeText.TAG.matcher(tagged);
        while (found.find()) {
            if (!TagFreeText.isKnown(found)) {
                continue;
            }
            boolean inline = TagFreeText.isInline(found);
            for (int i = found.start(); i < found.end(); i++) {
                tag[i] = true;
                boolean isPage = tagged.charAt(i) == ' ' && blanked.charAt(i) != ' ';
                if (blanked.charAt(i) != '\n' && !isPage) {
                    blanked.setCharAt(i, inline ? ' ' : BLOCK);
                }
            }
        }
        return blanked.toString();
    }

    /** The text with ranges made blank; line ends stay. */
    static String blank(String text, List<Span> ranges) {
        if (ranges.isEmpty()) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        for (Span range : ranges) {
            for (int i = range.start(); i < range.end(); i++) {
                if (blanked.charAt(i) != '\n') {
                    blanked.setCharAt(i, ' ');
                }
            }
        }
        return blanked.toString();
    }

    String text() {
        return text;
    }

    /** The lines that belong to a page, not to the form, in order. */
    List<Span> pageLines() {
        return pageLines;
    }

    boolean isPageLine(int line) {
        int start = startOfLine(line);
        int at = Collections.binarySearch(pageLines, new Span(start, start), Comparator.comparingInt(Span::start));
        return at >= 0;
    }

    /** Where something begins like a tag and does not end. */
    NavigableSet<Integer> brokenTags() {
        return brokenTags;
    }

    List<String> lines() {
        return lines;
    }

    int lineCount() {
        return lineStarts.length;
    }

    /** The line, from 1, in which the offset stands. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int startOfLine(int line) {
        return lineStarts[line - 1];
    }

    /** Before its line end. */
    int endOfLine(int line) {
        return line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    }

    String lineText(int line) {
        return text.substring(startOfLine(line), endOfLine(line));
    }

    /** The source of a range, tags and all. */
    String source(int from, int to) {
        return source.substring(origin[from], origin[to]);
    }

    /** Whether a tag, or an entity for a space, stands in the range. */
    boolean hasTags(int from, int to) {
        return firstTag(from, to) >= 0;
    }

    /** Whether the character at the offset belongs to a tag. */
    boolean isTag(int offset) {
        return tag[offset];
    }

    /** The offset of the first one, or -1. */
    int firstTag(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tag[i] || entity[i]) {
                return i;
            }
        }
        return -1;
    }

    boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The range without white space at its ends. */
    Span trimmed(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /** The lines that hold words of these ranges, ascending; blank lines between two of them do not part a range. */
    List<LineRange> linesOf(List<Span> spans) {
        int first = spans.stream().mapToInt(span -> lineAt(span.start())).min().orElse(1);
        int last = spans.stream().mapToInt(span -> lineAt(span.end())).max().orElse(1);
        boolean[] holds = new boolean[last - first + 1];
        for (Span span : spans) {
            for (int line = lineAt(span.start()); line <= lineAt(span.end()); line++) {
                int from = Math.max(span.start(), startOfLine(line));
                int to = Math.min(span.end(), endOfLine(line));
                holds[line - first] |= from < to && !isBlank(from, to);
            }
        }
        return ranges(first, holds);
    }

    private List<LineRange> ranges(int first, boolean[] holds) {
        List<LineRange> ranges = new ArrayList<>();
        int begin = 0;
        int latest = 0;
        for (int line = first; line < first + holds.length; line++) {
            if (holds[line - first]) {
                begin = begin == 0 ? line : begin;
                latest = line;
            } else if (begin != 0 && !isBlank(startOfLine(line), endOfLine(line))) {
                ranges.add(new LineRange(begin, latest));
                begin = 0;
            }
        }
        if (begin != 0) {
            ranges.add(new LineRange(begin, latest));
        }
        // a range without words still stands somewhere
        return ranges.isEmpty() ? List.of(new LineRange(first, first)) : List.copyOf(ranges);
    }

    List<LineRange> linesOf(int from, int to) {
        return linesOf(List.of(new Span(from, to)));
    }
}
