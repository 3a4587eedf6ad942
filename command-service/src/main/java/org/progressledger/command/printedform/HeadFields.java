package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of each label of the head the one value that counts: where the paper states several, a person says which. */
final class HeadFields {
    private final Paper paper;
    private final HeadLines head;
    private final Readings readings;
    private final Map<FieldLabel, Optional<HeadLines.Written>> taken = new EnumMap<>(FieldLabel.class);

    HeadFields(Paper paper, HeadLines head, Readings readings) {
        this.paper = paper;
        this.head = head;
        this.readings = readings;
    }

    /** What was written behind the label; null where there is nothing. */
    HeadLines.@Nullable Written written(FieldLabel label) {
        return taken.computeIfAbsent(label, this::choose).orElse(null);
    }

    /** All that was written behind it, blank or not. */
    List<HeadLines.Written> all(FieldLabel label) {
        return head.fields(label);
    }

    private Optional<HeadLines.Written> choose(FieldLabel label) {
        Map<String, HeadLines.Written> unlike = new LinkedHashMap<>();
        for (HeadLines.Written written : head.fields(label)) {
            String text = CleanText.line(text(written));
            if (!text.isEmpty()) {
                unlike.putIfAbsent(text, written);
            }
        }
        List<HeadLines.Written> several = List.copyOf(unlike.values());
        if (several.size() < 2) {
            return several.stream().findFirst();
        }
        List<Reading.Option> options = several.stream()
                .map(written -> new Reading.Option("line-" + line(written), printed(written), line(written)))
                .toList();
        return Optional.of(several.get(readings.choose(label.field(), label.field(), null, options, 0)));
    }

    int line(HeadLines.Written written) {
        return paper.linesOf(written.spans()).getFirst().first();
    }

    String text(HeadLines.Written written) {
        List<String> parts = new ArrayList<>();
        written.spans().forEach(span -> parts.add(paper.text().substring(span.start(), span.end())));
        return String.join("\n", parts);
    }

    String printed(HeadLines.Written written) {
        return printed(written.spans());
    }

    String printed(List<Span> spans) {
        List<String> parts = new ArrayList<>();
        spans.forEach(span -> parts.add(TagFreeText.of(paper, span.start(), span.end())));
        return String.join("\n", parts);
    }
}
