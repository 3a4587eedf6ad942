package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts the lines before the reports: which words belong to which label, and which to which section. */
final class HeadLines {
    private static final Pattern LABELLED = Pattern.compile("\\s*+(?:[0-9](?:\\.[0-9])?\\.?\\s++)?([^:0-9]{3,60}):");
    private static final Pattern WITHOUT_COLON = Pattern.compile("\\s*+([^:0-9]{5,40}?)\\s*+(?=[0-9])");

    private final Paper paper;
    private final Warnings warnings;
    private final Map<FieldLabel, List<Written>> fields = new EnumMap<>(FieldLabel.class);
    private final Map<Heading, List<Span>> sections = new EnumMap<>(Heading.class);
    private @Nullable Heading section;
    private @Nullable Written open;
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
        return head;
    }

    /** Whether this looks like the form at all: by its title, or by at least three of its labels. */
    boolean isProgressForm() {
        return titled || fields.size() >= 3;
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
        if (Heading.isOfPage(text)) {
            titled |= Heading.isTitle(text);
            return;
        }
        Heading heading = Heading.of(text);
        if (heading != null) {
            section = heading;
            open = null;
            if (heading == Heading.STRATEGY) {
                keep(heading, from, to);
            }
        } else if (!readLabel(line, from, to)) {
            sortUnlabelled(line, from, to);
        }
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
        if (match == null || (!hasColon && match.label().textual())) {
            return false;
        }
        if (match.misspelt()) {
            warnings.add(
                    WarningCode.LABEL_MISSPELT,
                    line,
                    Map.of(
                            "printed",
                            CleanText.excerpt(label.group(1)),
                            "label",
                            match.label().printed()));
        }
        int valueEnd = match.label().textual() ? to : endOfShortValue(label.end(), to);
        open = new Written(match.label(), new ArrayList<>(List.of(new Span(label.end(), valueEnd))));
        fields.computeIfAbsent(match.label(), any -> new ArrayList<>()).add(open);
        if (section == Heading.RATIONALE || section == Heading.OBJECTIVES || section == Heading.TARGET) {
            section = null;
        }
        if (valueEnd < to && !paper.isBlank(valueEnd, to) && !readLabel(line, valueEnd, to)) {
            notRead(line, valueEnd, to);
        }
        return true;
    }

    /** Two short fields may share a line: the value ends where the next label begins. */
    private int endOfShortValue(int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(paper.text().charAt(at))) {
            at++;
        }
        for (; at < to; at++) {
            boolean gap = Character.isWhitespace(paper.text().charAt(at))
                    && at + 1 < to
                    && !Character.isWhitespace(paper.text().charAt(at + 1));
            if (gap && LABELLED.matcher(paper.text()).region(at, to).lookingAt() && isLabelAt(at, to)) {
                return at;
            }
        }
        return to;
    }

    private boolean isLabelAt(int from, int to) {
        Matcher labelled = LABELLED.matcher(paper.text()).region(from, to);
        if (!labelled.lookingAt()) {
            return false;
        }
        // "บาท" of the value before it is no part of the label
        return FieldLabel.of(labelled.group(1), FieldLabel.STRICT) != null;
    }

    private void sortUnlabelled(int line, int from, int to) {
        if (isFreeText()) {
            keep(Objects.requireNonNull(section), from, to);
        } else if (open != null && (open.label().textual() || paper.isBlank(open.start(), open.end()))) {
            open.spans().add(new Span(from, to));
        } else {
            notRead(line, from, to);
        }
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
