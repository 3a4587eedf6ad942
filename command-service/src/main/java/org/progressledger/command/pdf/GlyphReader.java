package org.progressledger.command.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Runs the drawing operations that place text, and no others: pictures, scripts, links, attached files and forms to fill
 * in are never looked at. Counts what it does, for a small file can ask for a great deal.
 */
final class GlyphReader extends PDFStreamEngine {
    private static final double LEAST_UPRIGHT = 0.05;
    private static final double EDGE = 1;

    private final PdfLimits limits;
    private final LongSupplier nanos;
    private final WholeStreams wholeStreams = new WholeStreams();
    private final Spans spans = new Spans();
    private final Clipping clipping = new Clipping();
    private final long began;
    private int operations;
    private int shown;
    private int unknown;

    private List<Glyph> glyphs = new ArrayList<>();
    private int drawn;
    private int leftOut;
    private int hidden;
    private int unknownHere;
    private int rotation;
    private PDRectangle box = PDRectangle.A4;

    GlyphReader(PdfLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
        addOperator(new BeginText(this));
        addOperator(new EndText(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        addOperator(new Concatenate(this));
        addOperator(new DrawObject(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new SetMatrix(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
    }

    /**
     * The glyphs of a page.
     *
     * @param leftOut slanted ones, and such as stand outside the page
     * @param hidden those that are drawn invisibly, as behind a scan; they are among the glyphs
     * @param unknown those of which the font does not say which letters they are
     */
    record OnPage(List<Glyph> glyphs, int leftOut, int hidden, int unknown) {}

    OnPage read(PDPage page) throws IOException {
        glyphs = new ArrayList<>();
        drawn = 0;
        leftOut = 0;
        hidden = 0;
        unknownHere = 0;
        spans.clear();
        clipping.clear();
        rotation = Math.floorMod(page.getRotation(), 360);
        box = page.getCropBox();
        for (Iterator<PDStream> contents = page.getContentStreams(); contents.hasNext(); ) {
            wholeStreams.check(contents.next().getCOSObject());
        }
        processPage(page);
        return new OnPage(glyphs, leftOut, hidden, unknownHere);
    }

    /** Glyphs of all pages, blanks included. */
    int shown() {
        return shown;
    }

    /** Those of which the font does not say which letters they are. */
    int unknown() {
        return unknown;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        spans.begin(properties == null ? null : properties.getString(COSName.ACTUAL_TEXT), glyphs.size());
    }

    @Override
    public void endMarkedContentSequence() {
        Spans.Span ended = spans.end();
        if (ended == null || ended.first() >= glyphs.size()) {
            return;
        }
        List<Glyph> spanned = glyphs.subList(ended.first(), glyphs.size());
        Glyph whole = Spans.whole(spanned, ThaiLetters.known(ended.text()));
        if (whole == null) {
            long lost = spanned.stream()
                    .filter(glyph -> glyph.text().equals(Spans.UNKNOWN))
                    .count();
            unknown += (int) lost;
            unknownHere += (int) lost;
            spanned.removeIf(glyph -> glyph.text().equals(Spans.UNKNOWN));
            return;
        }
        shown += whole.text().length();
        spanned.clear();
        glyphs.add(whole);
        drawn = whole.order() + 1;
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        wholeStreams.check(form.getCOSObject());
        Rectangle2D around = clipping.now();
        super.showForm(form);
        clipping.back(around);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        wholeStreams.check(group.getCOSObject());
        Rectangle2D around = clipping.now();
        super.showTransparencyGroup(group);
        clipping.back(around);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operations > limits.operations()) {
            throw new PdfRefusal(PdfReason.PDF_TOO_MUCH_TEXT, Map.of("limit", limits.operations()));
        }
        checkTime();
        clipping.follow(operator.getName(), operands, getGraphicsState());
        super.processOperator(operator, operands);
    }

    private void checkTime() {
        if (nanos.getAsLong() - began > limits.time().toNanos()) {
            throw new PdfRefusal(
                    PdfReason.PDF_TAKES_TOO_LONG,
                    Map.of("seconds", limits.time().toSeconds()));
        }
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        if (++shown > limits.glyphs()) {
            throw new PdfRefusal(PdfReason.PDF_TOO_MUCH_TEXT, Map.of("limit", limits.glyphs()));
        }
        String given = font.toUnicode(code);
        String letters = given == null || given.indexOf('\uFFFD') >= 0 ? "" : ThaiLetters.known(given);
        if (letters.isEmpty() && spans.current() == null) {
            unknown++;
            unknownHere++;
            return;
        }
        if (!clipping.shows(place.getTranslateX(), place.getTranslateY())) {
            leftOut++;
            return;
        }
        Glyph glyph = seen(place, displacement, letters.isEmpty() ? Spans.UNKNOWN : letters);
        if (glyph == null) {
            leftOut++;
            return;
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            hidden++;
        }
        glyphs.add(glyph);
        drawn += glyph.isBlank() ? 0 : 1;
    }

    /** From the page's own axes to what one sees; null where that is slanted or off the page. */
    private @Nullable Glyph seen(Matrix place, Vector displacement, String letters) {
        double x = place.getTranslateX() - box.getLowerLeftX();
        double y = place.getTranslateY() - box.getLowerLeftY();
        double along = place.getScaleX();
        double across = place.getShearY();
        double wide = box.getWidth();
        double high = box.getHeight();
        double[] seen = switch (rotation) {
            case 90 -> new double[] {y, x, across, along, high, wide};
            case 180 -> new double[] {wide - x, y, -along, across, wide, high};
            case 270 -> new double[] {high - y, wide - x, -across, -along, high, wide};
            default -> new double[] {x, high - y, along, -across, wide, high};
        };
        boolean upright = seen[2] > 0 && Math.abs(seen[3]) < LEAST_UPRIGHT * seen[2];
        boolean onPage = seen[0] >= -EDGE && seen[0] <= seen[4] + EDGE && seen[1] >= -EDGE && seen[1] <= seen[5] + EDGE;
        if (!upright || !onPage) {
            return null;
        }
        double width = Math.max(0, displacement.getX() * seen[2]);
        return new Glyph(letters, seen[0], seen[1], width, Math.abs(place.getScalingFactorY()), drawn);
    }

    /** A page of which a part cannot be read is not read: nobody would know what is missing. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException trouble)
            throws IOException {
        if (!(trouble instanceof EmptyGraphicsStackException)) {
            throw trouble;
        }
    }
}
