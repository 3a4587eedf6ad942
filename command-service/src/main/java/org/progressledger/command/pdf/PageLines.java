package org.progressledger.command.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands on most pages at the top or bottom, at the same height and in the same words, or apart and in words that differ in
 * digits: an address, a date of printing, a number. It is no part of the form. Lines that look like the form's own are never taken for it.
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
            Set<String> keys = new HashSet<>();
            atEdges(page).forEach(line -> keys.add(sameWords(page.get(line))));
            atEdges(page).stream().filter(line -> isApart(page, line)).forEach(line -> keys.add(key(page.get(line))));
            keys.forEach(key -> seen.merge(key, 1, Integer::sum));
        }
        Map<String, LeftOut> leftOut = new LinkedHashMap<>();
        for (List<List<Segment>> page : pages) {
            for (int line : atEdges(page).reversed()) {
                List<Segment> words = page.get(line);
                int times = Math.max(seen.getOrDefault(sameWords(words), 0), seen.getOrDefault(key(words), 0));
                if (times >= 2 && times * 2 > pages.size()) {
                    page.remove(line);
                    leftOut.putIfAbsent(key(words), new LeftOut(text(words), times));
                }
            }
        }
        return List.copyOf(leftOut.values());
    }

    /** The lines near the edges that are none of the form's own. */
    private static List<Integer> atEdges(List<List<Segment>> page) {
        List<Integer> edges = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            boolean atEdge = i < FROM_EDGE || i >= page.size() - FROM_EDGE;
            if (atEdge && !OF_THE_FORM.matcher(text(page.get(i))).find()) {
                edges.add(i);
            }
        }
        return edges;
    }

    /** Whether a gap parts it from what stands between the edges: digits may differ then. */
    private static boolean isApart(List<List<Segment>> page, int line) {
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

    /** The very words at the very height: no gap is needed. */
    private static String sameWords(List<Segment> line) {
        return "= " + Math.round(line.getFirst().baseline()) + " " + text(line);
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
