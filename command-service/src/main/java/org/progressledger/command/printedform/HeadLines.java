package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts the lines before the reports: which words belong to which label, and which to which section. */
final class HeadLines {
    private static final Pattern LABELLED = Pattern.compile("\\s*+(?:[0-9](?:\\.[0-9])?\\.?\\s++)?([^:0-9]{3,60}):");
    /** Numbered as the form's own sections are, behind the last of them; an objective says what it is for. */
    private static final Pattern UNKNOWN_SECTION = Pattern.compile("\\s*+1\\.(?:[7-9]|1[0-9])\\.?\\s++(?!เพื่อ)[ก-๎]");

    private static final Pattern DIMENSION = Pattern.compile("\\s*+(?:[0-9]{1,2}[.)]\\s*+)?มิติ\\s?ที่");
    private static final Pattern UNKNOWN_LABEL = Pattern.compile("\\s*+[ก-๎][ก-๎ ./()]{2,40}+:\\s");
    private static final Pattern BELOW = Pattern.compile("\\s*+:(?!:)\\s*+");
    private static final Pattern WITHOUT_COLON = Pattern.compile("\\s*+([^:0-9]{5,40}?)\\s*+(?=[0-9])");

    private static final Set<FieldLabel> REPEATABLE = EnumSet.of(
            FieldLabel.NAME,
            FieldLabel.PROJECT_CODE,
            FieldLabel.FISCAL_YEAR,
            FieldLabel.AGENCY,
            FieldLabel.OFFICER,
            FieldLabel.COORDINATOR);

    /** Textual fields that other fields follow on one line where columns are merged. */
    private static final Set<FieldLabel> SHARING =
            EnumSet.of(FieldLabel.NAME, FieldLabel.AGENCY, FieldLabel.OFFICER, FieldLabel.COORDINATOR);

    private static final Set<FieldLabel> SHARED = EnumSet.of(
            FieldLabel.PROJECT_CODE,
            FieldLabel.FISCAL_YEAR,
            FieldLabel.STARTS_ON,
            FieldLabel.ENDS_ON,
            FieldLabel.BUDGET_ALLOCATED,
            FieldLabel.BUDGET_SPENT,
            FieldLabel.OFFICER,
            FieldLabel.COORDINATOR);

    private final Paper paper;
    private final Warnings warnings;
    private final Map<FieldLabel, List<Written>> fields = new EnumMap<>(FieldLabel.class);
    private final Map<Heading, List<Span>> sections = new EnumMap<>(Heading.class);
    private @Nullable Heading section;
    private @Nullable Written open;
    private final Set<String> repeatable = new HashSet<>();
    private boolean titled;

    /** What was written after a label: on its line, and on those that follow without a gap. */
    record Written(FieldLabel label, List<Span> spans) {
        int start() {
            return spans.getFirst().start();
        }

        int end() {
            return spans.getLast().end();
        }
    }

    private HeadLines(Paper paper, Warnings warnings) {
        this.paper = paper;
        this.warnings = warnings;
    }

    /** @param end the offset at which the reports begin */
    static HeadLines read(Paper paper, int end, Warnings warnings) {
        HeadLines head = new HeadLines(paper, warnings);
        for (int line = 1; line <= paper.lineCount() && paper.startOfLine(line) < end; line++) {
            head.sort(line, paper.startOfLine(line), Math.min(end, paper.endOfLine(line)));
        }
        head.warnOfBlank();
        return head;
    }

    /** Warns of labels with nothing behind them: blank is blank, and neither nought nor forgotten. */
    private void warnOfBlank() {
        fields.forEach((label, written) -> written.stream()
                .filter(one -> paper.isBlank(one.start(), one.end()))
                .forEach(one -> warnings.add(
                        WarningCode.FIELD_EMPTY, paper.lineAt(one.start()), Map.of("field", label.field()))));
    }

    /** Whether this looks like the form at all: by its title, or by at least three of its labels. */
    boolean isProgressForm() {
        return titled || fields.size() >= 3;
    }

    /** The lines of the head that a page may print again, in an even layout. */
    Set<String> repeatable() {
        return repeatable;
    }

    List<Written> fields(FieldLabel label) {
        return fields.getOrDefault(label, List.of());
    }

    /** The lines of a section, without its heading. For {@link Heading#STRATEGY} it is the heading that is kept. */
    List<Span> section(Heading heading) {
        return sections.getOrDefault(heading, List.of());
    }

    private void sort(int line, int from, int to) {
        if (paper.isBlank(from, to)) {
            closeShortOrParted();
            return;
        }
        String text = paper.text().substring(from, to);
        if (paper.isPageLine(line)) {
            titled |= Heading.isTitle(text);
            if (!Heading.isTitle(text)
                    && (isFreeText() || open != null && open.label().textual())) {
                // it may be words that only look like a page's line
                notRead(line, from, to);
            }
            return;
        }
        Heading heading = Heading.of(text);
        if (heading != null) {
            section = heading;
            open = null;
            if (heading == Heading.STRATEGY) {
                keep(heading, from, to);
            }
        } else if (UNKNOWN_SECTION.matcher(text).lookingAt()) {
            section = null;
            open = null;
            notRead(line, from, to);
        } else if (!readValueBelow(from, to) && !readLabelAbove(line, from, to) && !readLabel(line, from, to)) {
            sortUnlabelled(line, from, to);
        }
    }

    /** Some converters put the value's column below: a label alone on its line, then a colon and the value. */
    private boolean readLabelAbove(int line, int from, int to) {
        String text = paper.text().substring(from, to);
        FieldLabel.Match match = text.indexOf(':') >= 0 || text.length() > 60 || !colonFollows(line)
                ? null
                : FieldLabel.of(text, isFreeText() ? FieldLabel.STRICT : FieldLabel.TOLERANT);
        if (match == null) {
            return false;
        }
        begin(match, line, text, new Span(to, to));
        return true;
    }

    private boolean colonFollows(int line) {
        for (int below = line + 1; below <= Math.min(paper.lineCount(), line + 3); below++) {
            String text = paper.lineText(below).stripLeading();
            if (!text.isEmpty()) {
                return text.startsWith(":");
            }
        }
        return false;
    }

    private boolean readValueBelow(int from, int to) {
        Matcher value = BELOW.matcher(paper.text()).region(from, to);
        if (open == null || !paper.isBlank(open.start(), open.end()) || !value.lookingAt()) {
            return false;
        }
        open.spans().clear();
        open.spans().add(new Span(value.end(), to));
        return true;
    }

    private void closeShortOrParted() {
        // a blank line ends what a label began, unless the label has had nothing yet
        if (open != null && !paper.isBlank(open.start(), open.end())) {
            open = null;
        }
    }

    private boolean readLabel(int line, int from, int to) {
        double tolerance = isFreeText() ? FieldLabel.STRICT : FieldLabel.TOLERANT;
        Matcher labelled = LABELLED.matcher(paper.text()).region(from, to);
        boolean hasColon = labelled.lookingAt();
        Matcher label =
                hasColon ? labelled : WITHOUT_COLON.matcher(paper.text()).region(from, to);
        if (!hasColon && !label.lookingAt()) {
            return false;
        }
        FieldLabel.Match match = FieldLabel.of(label.group(1), hasColon ? tolerance : FieldLabel.STRICT);
        if (match == null || (!hasColon && (match.label().textual() || isAmidWords()))) {
            return false;
        }
        if (isWordOfTarget(match.label(), label.end(), to)) {
            return false;
        }
        if (REPEATABLE.contains(match.label())) {
            repeatable.add(CleanText.line(paper.text().substring(from, to)));
        }
        int valueEnd = endOfValue(match.label(), label.end(), to);
        begin(match, line, label.group(1), new Span(label.end(), valueEnd));
        if (valueEnd < to && !paper.isBlank(valueEnd, to) && !readLabel(line, valueEnd, to)) {
            notRead(line, valueEnd, to);
        }
        return true;
    }

    /** Words go on from the line above, and may speak of a year or a day. */
    private boolean isAmidWords() {
        return isFreeText() || open != null && open.label().textual() && !paper.isBlank(open.start(), open.end());
    }

    /** A target speaks of how it is measured; the form's own indicators come after the strategy, or name their dimension. */
    private boolean isWordOfTarget(FieldLabel label, int from, int to) {
        return label == FieldLabel.INDICATOR
                && isFreeText()
                && !sections.containsKey(Heading.STRATEGY)
                && !paper.text().substring(from, to).stripLeading().startsWith("มิติ");
    }

    private void begin(FieldLabel.Match match, int line, String printed, Span value) {
        if (match.misspelt()) {
            warnings.add(
                    WarningCode.LABEL_MISSPELT,
                    line,
                    Map.of(
                            "printed",
                            CleanText.excerpt(printed),
                            "label",
                            match.label().printed()));
        }
        open = new Written(match.label(), new ArrayList<>(List.of(value)));
        fields.computeIfAbsent(match.label(), any -> new ArrayList<>()).add(open);
        if (isFreeText()) {
            section = null;
        }
    }

    /** Two fields may share a line: the value ends where the next label begins. */
    private int endOfValue(FieldLabel label, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(paper.text().charAt(at))) {
            at++;
        }
        for (; at < to; at++) {
            boolean gap = Character.isWhitespace(paper.text().charAt(at))
                    && at + 1 < to
                    && !Character.isWhitespace(paper.text().charAt(at + 1));
            // a number at the end of words is theirs, not the next label's
            boolean numbered = gap && Character.isDigit(paper.text().charAt(at + 1));
            if (gap && !(numbered && label.textual()) && isEndedAt(label, at, to)) {
                return at;
            }
        }
        return to;
    }

    /** Words may speak of a field: they are ended by the very label alone, of a field that shares lines on this form. */
    private boolean isEndedAt(FieldLabel label, int from, int to) {
        Matcher labelled = LABELLED.matcher(paper.text()).region(from, to);
        if (!labelled.lookingAt()) {
            return false;
        }
        // "บาท" of the value before it is no part of the label
        FieldLabel.Match next = FieldLabel.of(labelled.group(1), FieldLabel.STRICT);
        return next != null
                && (!label.textual() || SHARING.contains(label) && SHARED.contains(next.label()) && !next.misspelt());
    }

    private void sortUnlabelled(int line, int from, int to) {
        if (isFreeText()) {
            keep(Objects.requireNonNull(section), from, to);
        } else if (open != null && open.label() == FieldLabel.INDICATOR && isDimension(from, to)) {
            open = new Written(FieldLabel.INDICATOR, new ArrayList<>(List.of(new Span(from, to))));
            fields.computeIfAbsent(FieldLabel.INDICATOR, any -> new ArrayList<>())
                    .add(open);
        } else if (open != null
                && open.label().textual()
                && UNKNOWN_LABEL.matcher(paper.text()).region(from, to).lookingAt()) {
            notRead(line, from, to);
        } else if (open != null && (open.label().textual() || paper.isBlank(open.start(), open.end()))) {
            open.spans().add(new Span(from, to));
        } else {
            notRead(line, from, to);
        }
    }

    private boolean isDimension(int from, int to) {
        return DIMENSION.matcher(paper.text()).region(from, to).lookingAt();
    }

    private boolean isFreeText() {
        return section == Heading.RATIONALE || section == Heading.OBJECTIVES || section == Heading.TARGET;
    }

    private void keep(Heading heading, int from, int to) {
        sections.computeIfAbsent(heading, any -> new ArrayList<>()).add(new Span(from, to));
    }

    private void notRead(int line, int from, int to) {
        warnings.add(
                WarningCode.TEXT_NOT_READ,
                line,
                Map.of("text", CleanText.excerpt(paper.text().substring(from, to))));
    }
}
