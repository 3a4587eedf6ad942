package org.progressledger.command.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the page is drawn on, by the bounds of clipping paths. A browser draws the lines around the end of a page on both
 * pages, and clips away what belongs to the other.
 */
final class Clipping {
    private static final double EDGE = 1;

    private final Deque<Rectangle2D> saved = new ArrayDeque<>();
    private Rectangle2D clip = everywhere();
    private @Nullable Rectangle2D path;
    private boolean clips;

    private static Rectangle2D everywhere() {
        return new Rectangle2D.Double(-1e6, -1e6, 2e6, 2e6);
    }

    void clear() {
        saved.clear();
        clip = everywhere();
        path = null;
        clips = false;
    }

    Rectangle2D now() {
        return clip;
    }

    /** Behind a form, which clips for itself. */
    void back(Rectangle2D around) {
        clip = around;
        path = null;
        clips = false;
    }

    boolean shows(double x, double y) {
        return x >= clip.getMinX() - EDGE
                && x <= clip.getMaxX() + EDGE
                && y >= clip.getMinY() - EDGE
                && y <= clip.getMaxY() + EDGE;
    }

    /** Before the operation is run. */
    void follow(String operation, List<COSBase> operands, @Nullable PDGraphicsState state) {
        switch (operation) {
            case "q" -> saved.push(clip);
            case "Q" -> clip = saved.isEmpty() ? clip : saved.pop();
            case "re" -> rectangle(operands, state);
            case "m", "l", "c", "v", "y" -> {
                for (int i = 0; i + 1 < operands.size(); i += 2) {
                    add(number(operands, i), number(operands, i + 1), state);
                }
            }
            case "W", "W*" -> clips = true;
            case "n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*" -> paint();
            default -> {
                // draws no path
            }
        }
    }

    private void rectangle(List<COSBase> operands, @Nullable PDGraphicsState state) {
        if (operands.size() < 4) {
            return;
        }
        double x = number(operands, 0);
        double y = number(operands, 1);
        double right = x + number(operands, 2);
        double top = y + number(operands, 3);
        add(x, y, state);
        add(right, y, state);
        add(x, top, state);
        add(right, top, state);
    }

    private static double number(List<COSBase> operands, int index) {
        return operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private void add(double x, double y, @Nullable PDGraphicsState state) {
        if (state == null) {
            return;
        }
        Point2D.Float point = state.getCurrentTransformationMatrix().transformPoint((float) x, (float) y);
        if (path == null) {
            path = new Rectangle2D.Double(point.x, point.y, 0, 0);
        } else {
            path.add(point);
        }
    }

    private void paint() {
        if (clips && path != null) {
            clip = clip.createIntersection(path);
        }
        path = null;
        clips = false;
    }
}
