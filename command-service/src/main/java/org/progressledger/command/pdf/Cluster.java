package org.progressledger.command.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter with the marks over and under it. */
final class Cluster {
    private final Glyph letter;
    private final List<String> marks = new ArrayList<>();
    private int lastDrawn;

    private Cluster(Glyph letter) {
        this.letter = letter;
        this.lastDrawn = letter.order();
    }

    Glyph letter() {
        return letter;
    }

    /** The order of whatever of it was drawn last. */
    int lastDrawn() {
        return lastDrawn;
    }

    private void add(Glyph mark) {
        marks.add(mark.text());
        lastDrawn = Math.max(lastDrawn, mark.order());
    }

    String text() {
        return marks.isEmpty() ? letter.text() : letter.text() + ThaiLetters.inOrder(marks);
    }

    /** How far, in the letter's size, a mark may begin from the letter that was drawn right before it. */
    private static final double BEFORE = 0.15;

    private static final double BEHIND = 0.25;
    /** How far above or below. */
    private static final double RISE = 0.9;

    /**
     * Gives each mark to its letter: the one drawn right before it if it stands there, else the one that stands where the
     * mark is. A mark's origin is at the right edge of its letter, or over it. Blanks are left out: where there is a gap
     * there is a space, whatever was drawn.
     */
    static List<Cluster> of(List<Glyph> glyphs) {
        List<Cluster> clusters = new ArrayList<>();
        List<Glyph> adrift = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            if (glyph.isBlank()) {
                continue;
            }
            if (!glyph.isMark()) {
                clusters.add(new Cluster(glyph));
            } else if (!clusters.isEmpty() && clusters.getLast().holds(glyph)) {
                clusters.getLast().add(glyph);
            } else {
                adrift.add(glyph);
            }
        }
        for (Glyph mark : adrift) {
            Cluster nearest = nearest(mark, clusters);
            if (nearest == null) {
                clusters.add(new Cluster(mark));
            } else {
                nearest.add(mark);
            }
        }
        return clusters;
    }

    private boolean holds(Glyph mark) {
        double size = letter.size();
        return Math.abs(mark.y() - letter.y()) <= RISE * size
                && mark.x() >= letter.x() - BEFORE * size
                && mark.x() <= letter.right() + BEHIND * size;
    }

    private static @Nullable Cluster nearest(Glyph mark, List<Cluster> clusters) {
        Cluster nearest = null;
        for (Cluster cluster : clusters) {
            if (cluster.holds(mark) && (nearest == null || cluster.distance(mark) < nearest.distance(mark))) {
                nearest = cluster;
            }
        }
        return nearest;
    }

    private double distance(Glyph mark) {
        double middle = mark.x() + mark.width() / 2;
        double beyond = Math.max(0, Math.max(letter.x() - middle, middle - letter.right()));
        return beyond * 1_000 + Math.abs(mark.y() - letter.y()) * 10 + Math.abs(letter.right() - mark.x());
    }
}
