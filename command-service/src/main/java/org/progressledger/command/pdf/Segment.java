package org.progressledger.command.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.progressledger.command.pdf.PdfLine.Box;

/**
 * Words on one baseline that were drawn one after the other, without a gap as wide as a column's.
 *
 * @param first place among the glyphs of the page of what was drawn first
 * @param blankBehind whether a blank was drawn behind its last letter
 */
record Segment(String text, double left, double right, double baseline, double size, int first, boolean blankBehind) {
    /** In sizes of the letters: no wider gap stands within a column. */
    private static final double COLUMN_GAP = 1.0;

    private static final double WORD_GAP = 0.14;
    private static final double SAME_BASELINE = 0.4;
    private static final double SAME_PLACE = 0.12;

    /** What stands between it and the next one of its line. */
    String gapTo(Segment next) {
        double gap = (next.left - right) / Math.max(1, Math.max(size, next.size));
        return gap > COLUMN_GAP ? "\t" : " ";
    }

    Box box(int page) {
        return Box.of(page, left, baseline - size, right, baseline + size / 4);
    }

    /** The lines of a page from top to bottom, each from left to right. */
    static List<List<Segment>> lines(List<Glyph> glyphs) {
        List<Cluster> clusters = new ArrayList<>(Cluster.of(glyphs));
        clusters.sort(
                Comparator.comparingDouble((Cluster cluster) -> cluster.letter().y())
                        .thenComparingInt(cluster -> cluster.letter().order()));
        List<Glyph> blanks = glyphs.stream().filter(Glyph::isBlank).toList();
        List<List<Segment>> lines = new ArrayList<>();
        List<Cluster> line = new ArrayList<>();
        for (Cluster cluster : clusters) {
            Glyph letter = cluster.letter();
            if (!line.isEmpty()) {
                Glyph before = line.getFirst().letter();
                if (letter.y() - before.y() > SAME_BASELINE * Math.max(letter.size(), before.size())) {
                    lines.add(segments(line, blanks));
                    line.clear();
                }
            }
            line.add(cluster);
        }
        if (!line.isEmpty()) {
            lines.add(segments(line, blanks));
        }
        return lines;
    }

    private static List<Segment> segments(List<Cluster> line, List<Glyph> blanks) {
        List<Cluster> inOrder = new ArrayList<>(line);
        inOrder.sort(
                Comparator.comparingDouble((Cluster cluster) -> cluster.letter().x())
                        .thenComparingInt(cluster -> cluster.letter().order()));
        List<Cluster> once = withoutShadows(inOrder);
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= once.size(); i++) {
            if (i == once.size() || areApart(once.get(i - 1), once.get(i))) {
                segments.add(segment(once.subList(from, i), blanks));
                from = i;
            }
        }
        return segments;
    }

    /** Bold letters may be drawn twice, a hair's breadth apart. */
    private static List<Cluster> withoutShadows(List<Cluster> line) {
        List<Cluster> once = new ArrayList<>();
        for (Cluster cluster : line) {
            Glyph before = once.isEmpty() ? null : once.getLast().letter();
            Glyph letter = cluster.letter();
            boolean shadow = before != null
                    && before.text().equals(letter.text())
                    && letter.x() - before.x() < SAME_PLACE * letter.size();
            if (!shadow) {
                once.add(cluster);
            }
        }
        return once;
    }

    private static boolean areApart(Cluster before, Cluster next) {
        double gap = gap(before, next);
        boolean oneAfterOther = next.letter().order() == before.lastDrawn() + 1;
        return gap > COLUMN_GAP || (gap > WORD_GAP && !oneAfterOther);
    }

    private static double gap(Cluster before, Cluster next) {
        double size = Math.max(1, Math.max(before.letter().size(), next.letter().size()));
        return (next.letter().x() - before.letter().right()) / size;
    }

    private static Segment segment(List<Cluster> clusters, List<Glyph> blanks) {
        StringBuilder text = new StringBuilder();
        double usual = usualGap(clusters);
        double right = 0;
        double size = 0;
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < clusters.size(); i++) {
            Glyph letter = clusters.get(i).letter();
            if (i > 0 && gap(clusters.get(i - 1), clusters.get(i)) > usual + WORD_GAP) {
                text.append(' ');
            }
            text.append(clusters.get(i).text());
            right = Math.max(right, letter.right());
            size = Math.max(size, letter.size());
            first = Math.min(first, letter.order());
        }
        Glyph end = clusters.getLast().letter();
        int last = clusters.getLast().lastDrawn();
        boolean blankBehind = blanks.stream()
                .anyMatch(blank -> blank.order() == last + 1
                        && Math.abs(blank.y() - end.y()) < SAME_BASELINE * end.size()
                        && blank.x() >= end.x());
        Glyph start = clusters.getFirst().letter();
        return new Segment(ThaiLetters.joined(text.toString()), start.x(), right, start.y(), size, first, blankBehind);
    }

    /** Letters of a justified line may all stand apart a little. */
    private static double usualGap(List<Cluster> clusters) {
        List<Double> gaps = new ArrayList<>();
        for (int i = 1; i < clusters.size(); i++) {
            gaps.add(gap(clusters.get(i - 1), clusters.get(i)));
        }
        gaps.sort(Comparator.naturalOrder());
        return gaps.isEmpty() ? 0 : Math.clamp(gaps.get(gaps.size() / 2), 0, COLUMN_GAP / 2);
    }
}
