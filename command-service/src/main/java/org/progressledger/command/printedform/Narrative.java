package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words between a date mark and its percent mark.
 *
 * @param removed page lines and row labels inside it, in order: layout, no words of the report
 */
record Narrative(Paper paper, Span span, List<Mark> removed) {
    /** Stands where layout was removed: the sentence goes on behind it. */
    private static final String SEAM = "\u001F";

    private static final Pattern SEAMS = Pattern.compile("(?<![\\s" + SEAM + "])\\s*+" + SEAM + "[\\s" + SEAM + "]*+");
    private static final Pattern SEAM_BEFORE_ITEM = Pattern.compile(
            "(?<![\\s" + SEAM + "])\\s*+" + SEAM + "[\\s" + SEAM + "]*+(?=(?:[-•*]|[0-9๐-๙]{1,2}[.)])\\s)");

    Narrative {
        removed = List.copyOf(removed);
    }

    /** As printed, with tags, labels and page lines; line ends are line feeds. */
    String raw() {
        return paper.source(span.start(), span.end()).strip();
    }

    /** The same words in an even layout. A page's end parts nothing; a list item behind it still begins a line. */
    String clean() {
        boolean tagged = paper.hasTags(span.start(), span.end());
        StringBuilder kept = new StringBuilder();
        for (Span part : parts()) {
            String words = tagged
                    ? TagFreeText.withoutTags(paper, part.start(), part.end())
                    : paper.source(part.start(), part.end());
            kept.append(kept.isEmpty() ? "" : SEAM).append(words.replace(SEAM, " "));
        }
        String text = kept.toString();
        String items = SEAM_BEFORE_ITEM.matcher(text).replaceAll("\n");
        return CleanText.lines(SEAMS.matcher(items).replaceAll(" "));
    }

    /** The ranges that are left when layout is removed. */
    List<Span> parts() {
        List<Span> parts = new ArrayList<>();
        int from = span.start();
        for (Mark mark : removed) {
            parts.add(new Span(from, mark.start()));
            from = mark.end();
        }
        parts.add(new Span(from, span.end()));
        return parts;
    }
}
