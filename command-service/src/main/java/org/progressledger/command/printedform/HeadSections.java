package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Objective;
import org.progressledger.events.PrintedIndicator;
import org.progressledger.events.StrategyLink;

/** The sections of the head that hold more than one line: 1.3 to 1.6. */
final class HeadSections {
    private static final Pattern OBJECTIVE = Pattern.compile(
            "[\\s\u00A0]*(?<bullet>[-–—•●▪■◦·*➢])?[\\s\u00A0]*(?:\\(?(?<number>[0-9๐-๙]{1,3}(?:\\.[0-9๐-๙]{1,3}){0,3}|[ก-ฮ](?=[.)]))"
                    + "(?:(?<dot>[.)])[\\s\u00A0]*|[\\s\u00A0]+))?(?<text>.*)",
            Pattern.DOTALL);
    private static final Pattern DIMENSION =
            Pattern.compile("\\s*(?:[0-9๐-๙]{1,2}[.)]\\s*)?มิติ\\s?ที่\\s*([1-9๑-๙])(?![0-9๐-๙])\\s*[:.]?\\s*");
    /** {@code บ.1/3}, {@code ก.2}; {@code 1234-0567}. */
    private static final Pattern INDICATOR_CODE =
            Pattern.compile("([0-9๐-๙]{4}-[0-9๐-๙]{3,4}|[ก-ฮ]{1,3}\\.[0-9๐-๙]{1,3}(?:[./][0-9๐-๙]{1,3}){0,3})\\s*");

    private static final Pattern PLAN =
            Pattern.compile("[^ก-๎]*+(?:สนับสนุน)?\\s*(.*?)\\s*(?:\\([^()]*ยุทธศาสตร์[^()]*\\)?\\s*)?$");

    /** A plan's name is no longer than this, brackets included. */
    private static final int LONGEST_PLAN = 500;

    private final Paper paper;
    private final HeadLines head;
    private final HeadFields fields;

    HeadSections(Paper paper, HeadLines head, HeadFields fields) {
        this.paper = paper;
        this.head = head;
        this.fields = fields;
    }

    @Nullable
    Stated<String> rationale() {
        return text(Heading.RATIONALE);
    }

    @Nullable
    Stated<String> target() {
        return text(Heading.TARGET);
    }

    /** A lone hyphen means that there is none. */
    private @Nullable Stated<String> text(Heading section) {
        List<Span> spans = head.section(section);
        String printed = printed(spans);
        String clean = CleanText.lines(printed);
        return clean.isEmpty() || clean.equals("-") ? null : new Stated<>(clean, paper.linesOf(spans), printed.strip());
    }

    /** A hyphen or a number begins an objective; a line without either goes on with the one right above it. */
    List<Stated<Objective>> objectives() {
        List<List<Span>> items = new ArrayList<>();
        int lineBefore = 0;
        for (Span span : head.section(Heading.OBJECTIVES)) {
            int line = paper.lineAt(span.start());
            Matcher begin = OBJECTIVE.matcher(printed(List.of(span)));
            boolean marked = begin.matches() && (begin.group("bullet") != null || isNumbered(begin));
            if (marked || items.isEmpty() || !follows(lineBefore, line)) {
                items.add(new ArrayList<>());
            }
            items.getLast().add(span);
            lineBefore = line;
        }
        return items.stream().flatMap(item -> objective(item).stream()).toList();
    }

    /** A lone number may be a word of the line before: {@code จำนวน / 50 ชุมชน}. */
    private static boolean isNumbered(Matcher begin) {
        String number = begin.group("number");
        return number != null
                && (begin.group("bullet") != null
                        || begin.group("dot") != null
                        || number.indexOf('.') > 0
                        || begin.group("text").startsWith("เพื่อ"));
    }

    /** Right below, or with nothing but a page's end between. */
    private boolean follows(int above, int line) {
        boolean page = false;
        for (int between = above + 1; between < line; between++) {
            boolean blank = paper.isBlank(paper.startOfLine(between), paper.endOfLine(between));
            page |= paper.isPageLine(between);
            if (!blank && !paper.isPageLine(between)) {
                return false;
            }
        }
        return page || line == above + 1;
    }

    private Optional<Stated<Objective>> objective(List<Span> spans) {
        String printed = printed(spans);
        Matcher parts = OBJECTIVE.matcher(printed);
        boolean numbered = parts.matches() && isNumbered(parts);
        String words = !parts.matches()
                ? ""
                : numbered || parts.group("number") == null
                        ? parts.group("text")
                        : printed.substring(parts.start("number"));
        String text = CleanText.line(words);
        if (text.isEmpty() || text.equals("-")) {
            return Optional.empty();
        }
        return Optional.of(new Stated<>(
                new Objective(numbered ? parts.group("number") : null, text),
                paper.linesOf(spans),
                CleanText.lines(printed)));
    }

    @Nullable
    Stated<StrategyLink> strategy() {
        List<Span> spans = new ArrayList<>();
        String plan = plan(spans);
        String strategy = field(FieldLabel.STRATEGY, spans);
        String subStrategy = field(FieldLabel.SUB_STRATEGY, spans);
        String goal = field(FieldLabel.GOAL, spans);
        if (strategy == null && subStrategy == null && goal == null) {
            return null;
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return new Stated<>(
                new StrategyLink(plan, strategy, subStrategy, goal),
                paper.linesOf(spans),
                CleanText.lines(printed(spans)));
    }

    private @Nullable String plan(List<Span> spans) {
        List<Span> heading = head.section(Heading.STRATEGY);
        if (heading.isEmpty()) {
            return null;
        }
        String line = CleanText.line(printed(heading));
        Matcher words = PLAN.matcher(line);
        if (line.length() > LONGEST_PLAN || !words.matches() || words.group(1).isBlank()) {
            return null;
        }
        spans.addAll(heading);
        return words.group(1);
    }

    private @Nullable String field(FieldLabel label, List<Span> spans) {
        HeadLines.Written written = fields.written(label);
        String value = written == null ? "" : CleanText.line(printed(written.spans()));
        if (written == null || value.isEmpty() || value.equals("-")) {
            return null;
        }
        spans.addAll(written.spans());
        return value;
    }

    List<Stated<PrintedIndicator>> indicators() {
        List<Stated<PrintedIndicator>> indicators = new ArrayList<>();
        for (HeadLines.Written written : head.fields(FieldLabel.INDICATOR)) {
            String printed = CleanText.line(printed(written.spans()));
            PrintedIndicator indicator = indicator(printed);
            if (indicator != null) {
                indicators.add(new Stated<>(indicator, paper.linesOf(written.spans()), printed));
            }
        }
        return indicators;
    }

    private static @Nullable PrintedIndicator indicator(String printed) {
        Matcher dimension = DIMENSION.matcher(printed);
        boolean hasDimension = dimension.lookingAt();
        int from = hasDimension ? dimension.end() : 0;
        Matcher code = INDICATOR_CODE.matcher(printed).region(from, printed.length());
        boolean hasCode = code.lookingAt();
        String text = printed.substring(hasCode ? code.end() : from).strip();
        if (text.isEmpty() || text.equals("-")) {
            return null;
        }
        return new PrintedIndicator(
                hasDimension ? Character.digit(dimension.group(1).charAt(0), 10) : null,
                hasCode ? code.group(1) : null,
                text);
    }

    private String printed(List<Span> spans) {
        return fields.printed(spans);
    }
}
