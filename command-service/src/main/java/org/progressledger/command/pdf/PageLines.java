package org.progressledger.command.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What stands apart on each page at its top or bottom, at the same height and in the same words: an address, a date of
 * printing, a number. It is no part of the form. Lines that look like the form's own are never taken for it.
 */
final class PageLines {
    /** Lines from the edge that are looked at. */
    private static final int FROM_EDGE = 2;

    private static final double SAME_HEIGHT = 3;
    /** In sizes of the letters. */
    private static final double APART = 1.9;

    private static final Pattern OF_THE_FORM = Pattern.compile("::|=|รายงาน|โครงการ|งบประมาณ");
    private static final Pattern DIGITS = Pattern.compile("[0-9๐-๙]+");

    private PageLines() {}

    /** A line that was left out, as first printed, and on how many pages. */
    record LeftOut(String text, int pages) {}

    /** Takes them out of the pages. */
    static List<LeftOut> leaveOut(List<List<List<Segment>>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        for (List<List<Segment>> page : pages) {
            atEdges(page).stream().map(PageLines::key).distinct().forEach(key -> seen.merge(key, 1, Integer::sum));
        }
        List<LeftOut> leftOut = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (List<List<Segment>> page : pages) {
            for (List<Segment> line : atEdges(page)) {
                String key = key(line);
                int times = seen.getOrDefault(key, 0);
                if (times < 2 || times * 2 <= pages.size()) {
                    continue;
                }
                page.remove(line);
                if (!told.contains(key)) {
                    told.add(key);
                    leftOut.add(new LeftOut(text(line), times));
                }
            }
        }
        return leftOut;
    }

    private static List<List<Segment>> atEdges(List<List<Segment>> page) {
        List<List<Segment>> edges = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            if (isAtEdge(page, i) && !OF_THE_FORM.matcher(text(page.get(i))).find()) {
                edges.add(page.get(i));
            }
        }
        return edges;
    }

    private static boolean isAtEdge(List<List<Segment>> page, int line) {
        for (int i = line; i < Math.min(FROM_EDGE, page.size() - 1); i++) {
            if (areApart(page, i)) {
                return true;
            }
        }
        for (int i = line; i > Math.max(0, page.size() - 1 - FROM_EDGE); i--) {
            if (areApart(page, i - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areApart(List<List<Segment>> page, int above) {
        Segment one = page.get(above).getFirst();
        Segment next = page.get(above + 1).getFirst();
        return next.baseline() - one.baseline() > APART * Math.max(one.size(), next.size());
    }

    private static String key(List<Segment> line) {
        long height = Math.round(line.getFirst().baseline() / SAME_HEIGHT);
        return height + " " + DIGITS.matcher(text(line)).replaceAll("#");
    }

    private static String text(List<Segment> line) {
        return String.join(" ", line.stream().map(Segment::text).toList());
    }
}
