package org.progressledger.command.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.command.pdf.PdfLine.Box;

/**
 * From what stands on a page to lines as one reads them. Lines go from top to bottom and from left to right, but where
 * the drawing shows that a cell was filled before its neighbour, cell by cell. A line that only its column's width broke
 * is put together again: phrases must not depend on how wide a column was.
 */
final class PageLayout {
    private static final double CLOSE = 1.9;
    private static final double SAME_LEADING = 1.3;
    private static final double BLANK_LINE = 1.7;
    private static final double SAME_LEFT = 1.2;
    private static final double INDENT = 5;
    private static final double LEAST_COLUMN = 18;
    private static final double LEAST_SLACK = 2;
    private static final double MOST_SLACK = 6;
    private static final double SLACK = 0.15;
    /** What begins like this was begun on a new line by whoever wrote it. */
    private static final Pattern BEGINS = Pattern.compile(
            "[:<]|\\*{2}|[-•][ \\t]|[0-9๐-๙]{1,2}(?:\\.[0-9๐-๙]{1,2}){0,2}[.)]?[ \\t]\\D|รายงานครั้ง|ขอรับรอง|ลงชื่อ|ตำแหน่ง");

    /** And this, but behind a percentage, where statuses follow with colons between them. */
    private static final Pattern LABEL = Pattern.compile("[^:]{4,40}?[. ]{0,4}:(?:\\s|$)");

    private static final Pattern PERCENTAGE = Pattern.compile("=[^:]*%");

    /** What ends like this waits for its value, however much room was left. */
    private static final Pattern OPEN = Pattern.compile("=.*[:=(]\\s*$");

    private final int page;
    private final List<Visual> visuals;
    private final double leading;
    private final List<Logical> lines = new ArrayList<>();

    private PageLayout(int page, List<Visual> visuals) {
        this.page = page;
        this.visuals = visuals;
        this.leading = leading(visuals);
    }

    /** One line as it stands on the page. */
    private record Visual(List<Segment> segments) {
        Segment first() {
            return segments.getFirst();
        }

        Segment last() {
            return segments.getLast();
        }

        double baseline() {
            return first().baseline();
        }

        String text() {
            StringBuilder text = new StringBuilder(first().text());
            for (int i = 1; i < segments.size(); i++) {
                text.append(segments.get(i - 1).gapTo(segments.get(i)))
                        .append(segments.get(i).text());
            }
            return text.toString();
        }
    }

    private final class Logical {
        private final StringBuilder text = new StringBuilder();
        private final List<Box> boxes = new ArrayList<>();
        private final double top;
        private Visual end;

        Logical(Visual visual) {
            this.end = visual;
            this.top = visual.baseline();
            add("", visual);
        }

        void add(String glue, Visual visual) {
            text.append(glue).append(visual.text());
            visual.segments().forEach(segment -> boxes.add(segment.box(page)));
            end = visual;
        }

        void add(String glue, Logical other) {
            text.append(glue).append(other.text);
            boxes.addAll(other.boxes);
            end = other.end;
        }
    }

    /** @param segments of each line, from top to bottom */
    static List<PdfLine> lines(int page, List<List<Segment>> segments) {
        List<Visual> visuals = segments.stream().map(Visual::new).toList();
        return visuals.isEmpty() ? List.of() : new PageLayout(page, visuals).lines();
    }

    /** Whether a line waits for what stands on the next page. */
    static boolean goesOnBehindPage(String line, String next) {
        return OPEN.matcher(line).find() && !BEGINS.matcher(next).lookingAt();
    }

    private List<PdfLine> lines() {
        int from = 0;
        for (int i = 1; i <= visuals.size(); i++) {
            if (i == visuals.size() || !areWoven(visuals.get(i - 1), visuals.get(i))) {
                if (i - from == 1) {
                    append(lines, visuals.get(from), LEAST_COLUMN);
                } else {
                    append(cellByCell(visuals.subList(from, i)));
                }
                from = i;
            }
        }
        List<PdfLine> all = new ArrayList<>();
        Logical before = null;
        for (Logical line : lines) {
            if (before != null && line.top - before.end.baseline() > BLANK_LINE * leading) {
                all.add(new PdfLine("", page, List.of()));
            }
            all.add(new PdfLine(line.text.toString(), page, line.boxes));
            before = line;
        }
        return all;
    }

    /** Whether a cell of the next line was drawn before one that stands to its right in this line: both are of one row. */
    private static boolean areWoven(Visual line, Visual next) {
        if (next.baseline() - line.baseline() > CLOSE * line.first().size()) {
            return false;
        }
        return next.segments().stream()
                .anyMatch(cell -> line.segments().stream()
                        .anyMatch(right -> cell.first() < right.first() && cell.left() < right.left()));
    }

    private List<Logical> cellByCell(List<Visual> row) {
        List<Segment> cells = new ArrayList<>();
        row.forEach(line -> cells.addAll(line.segments()));
        cells.sort(Comparator.comparingDouble(Segment::left));
        List<List<Segment>> columns = new ArrayList<>();
        double right = Double.NEGATIVE_INFINITY;
        for (Segment cell : cells) {
            if (cell.left() > right) {
                columns.add(new ArrayList<>());
            }
            columns.getLast().add(cell);
            right = Math.max(right, cell.right());
        }
        List<Logical> whole = new ArrayList<>();
        for (List<Segment> column : columns) {
            column.sort(Comparator.comparingDouble(Segment::baseline));
            List<Logical> cell = new ArrayList<>();
            column.forEach(segment -> append(cell, new Visual(List.of(segment)), 0));
            if (!whole.isEmpty()) {
                whole.getLast().add("\t", cell.removeFirst());
            }
            whole.addAll(cell);
        }
        return whole;
    }

    private void append(List<Logical> row) {
        lines.addAll(row);
    }

    /** @param narrowest lines that are shorter, in sizes of their letters, were not broken by a column's width */
    private void append(List<Logical> above, Visual line, double narrowest) {
        Logical before = above.isEmpty() ? null : above.getLast();
        if (before != null && goesOn(before.end, line, narrowest)) {
            before.add(glue(before, line), line);
        } else {
            above.add(new Logical(line));
        }
    }

    private boolean goesOn(Visual line, Visual next, double narrowest) {
        double size = line.last().size();
        double down = next.baseline() - line.baseline();
        if (down <= 0 || down > SAME_LEADING * leading) {
            return false;
        }
        double left = next.first().left();
        boolean below = Math.abs(left - line.last().left()) <= SAME_LEFT * size
                || Math.abs(left - line.first().left()) <= SAME_LEFT * size
                || (line.segments().size() == 1
                        && left < line.first().left()
                        && line.first().left() - left <= INDENT * size);
        boolean open = OPEN.matcher(line.text()).find();
        boolean wide = line.last().right() - line.last().left() >= narrowest * size;
        return (open || (below && wide && isFull(line, left, size)) || wrapsToMargin(line, left, narrowest * size))
                && !begins(line.text(), next.text());
    }

    /** Whether the line begins further in than the next one, behind a tab, and ends where the page does. */
    private boolean wrapsToMargin(Visual line, double left, double narrowest) {
        double size = line.last().size();
        double end = visuals.stream()
                .mapToDouble(visual -> visual.last().right())
                .max()
                .orElse(0);
        return left < line.first().left() - SAME_LEFT * size
                && line.last().right() - line.first().left() >= Math.max(narrowest, LEAST_COLUMN * size)
                && line.last().right() >= end - MOST_SLACK * size;
    }

    private static boolean begins(String line, String next) {
        boolean label =
                LABEL.matcher(next).lookingAt() && !PERCENTAGE.matcher(line).find();
        return label || BEGINS.matcher(next).lookingAt();
    }

    /** Whether the next word may not have fitted in. */
    private boolean isFull(Visual line, double left, double size) {
        double start = line.last().left();
        double end = visuals.stream()
                .flatMap(visual -> visual.segments().stream())
                .filter(segment -> Math.abs(segment.left() - start) <= SAME_LEFT * size
                        || Math.abs(segment.left() - left) <= SAME_LEFT * size)
                .mapToDouble(Segment::right)
                .max()
                .orElse(0);
        double slack = Math.clamp(SLACK * (end - Math.min(left, start)), LEAST_SLACK * size, MOST_SLACK * size);
        return line.last().right() >= end - slack;
    }

    /** Thai has no space between words; elsewhere a line is broken where one stood. */
    private static String glue(Logical before, Visual next) {
        if (before.end.last().blankBehind()) {
            return " ";
        }
        int last = before.text.codePointBefore(before.text.length());
        int first = next.text().codePointAt(0);
        boolean thai = ThaiLetters.isThai(last) && ThaiLetters.isThai(first);
        boolean inside = "/-(".indexOf(last) >= 0 || "/),".indexOf(first) >= 0;
        return thai || inside ? "" : " ";
    }

    /** How far apart lines stand that nothing parts. */
    private static double leading(List<Visual> visuals) {
        List<Double> steps = new ArrayList<>();
        Visual before = null;
        for (Visual line : visuals) {
            if (before != null) {
                steps.add(line.baseline() - before.baseline());
            }
            before = line;
        }
        List<Double> sizes =
                visuals.stream().map(line -> line.first().size()).sorted().toList();
        double size = sizes.get(sizes.size() / 2);
        steps.removeIf(step -> step < 0.5 * size);
        steps.sort(Comparator.naturalOrder());
        double usual = 1.5 * size;
        return steps.isEmpty() ? usual : Math.min(steps.get(steps.size() / 5), 1.3 * usual);
    }
}
