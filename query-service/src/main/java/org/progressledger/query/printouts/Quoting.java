package org.progressledger.query.printouts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.progressledger.events.Fact;
import org.progressledger.events.LineRange;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Source;
import org.progressledger.query.printouts.MarkedLine.Kind;
import org.progressledger.query.printouts.MarkedLine.Piece;
import org.progressledger.query.printouts.PrintoutSource.SourceLine;

/** Marks in lines of a printout the words that tell facts, where they are found. */
public final class Quoting {
    private static final Pattern LABEL = Pattern.compile("^\\s*(รายงานครั้งที่\\s*([0-9]{1,4}))");

    private final PrintoutSource source;
    private final Map<Integer, BitSet> marks = new HashMap<>();

    private Quoting(PrintoutSource source) {
        this.source = source;
    }

    /** Every line, with the words of all facts that were read from it. */
    public static List<MarkedLine> all(PrintoutSource source, List<Fact> facts) {
        Quoting quoting = new Quoting(source);
        List<Fact> read =
                facts.stream().filter(fact -> isReadFrom(fact, source)).toList();
        read.forEach(fact -> quoting.mark(fact, quoting.linesOf(fact)));
        return quoting.told(source.lines(), read);
    }

    /** The lines of one fact, no more than so many; none where it was read from elsewhere. */
    public static List<MarkedLine> of(PrintoutSource source, Fact fact, int most) {
        if (!isReadFrom(fact, source)) {
            return List.of();
        }
        Quoting quoting = new Quoting(source);
        List<SourceLine> lines = quoting.linesOf(fact);
        quoting.mark(fact, lines);
        return quoting.told(lines.subList(0, Math.min(most, lines.size())), List.of(fact));
    }

    private static boolean isReadFrom(Fact fact, PrintoutSource source) {
        Source read = fact.recorded().provenance().source();
        return read != null && read.sha256().hex().equals(source.sha256());
    }

    private List<SourceLine> linesOf(Fact fact) {
        Source read = fact.recorded().provenance().source();
        List<SourceLine> lines = new ArrayList<>();
        for (LineRange range : read == null ? List.<LineRange>of() : read.lines()) {
            int last = Math.min(range.last(), source.lines().size());
            if (range.first() <= last) {
                lines.addAll(source.lines().subList(range.first() - 1, last));
            }
        }
        return lines.stream().distinct().toList();
    }

    /** Words may run on into the next line, so the lines are looked through together. */
    private void mark(Fact fact, List<SourceLine> lines) {
        String text = lines.stream().map(SourceLine::text).collect(Collectors.joining("\n"));
        int[] starts = new int[lines.size()];
        for (int i = 1; i < starts.length; i++) {
            starts[i] = starts[i - 1] + lines.get(i - 1).text().length() + 1;
        }
        Loose loose = Loose.of(text);
        FactWords.of(fact.event())
                .forEach(pattern -> loose.find(pattern, place -> {
                    int found = Arrays.binarySearch(starts, place);
                    int line = found < 0 ? -found - 2 : found;
                    marks.computeIfAbsent(lines.get(line).number(), first -> new BitSet())
                            .set(place - starts[line]);
                }));
    }

    private List<MarkedLine> told(List<SourceLine> lines, List<Fact> facts) {
        return lines.stream()
                .map(line -> new MarkedLine(line.number(), pieces(line, facts)))
                .toList();
    }

    private List<Piece> pieces(SourceLine line, List<Fact> facts) {
        String text = line.text();
        BitSet tags = new BitSet();
        Matcher tag = Loose.TAG.matcher(text);
        while (tag.find()) {
            tags.set(tag.start(), tag.end());
        }
        // a label tells no fact: it may have slipped
        Matcher label = LABEL.matcher(text);
        int end = label.find() ? label.end(1) : -1;
        boolean slip = end >= 0 && facts.stream().anyMatch(fact -> slipped(fact, line, label.group(2)));
        int start = end < 0 ? 0 : label.start(1);
        BitSet marked = marks.getOrDefault(line.number(), new BitSet());
        return pieces(text, at -> {
            if (at >= start && at < end) {
                return slip ? Kind.SLIP : Kind.TEXT;
            }
            return tags.get(at) ? Kind.TAG : marked.get(at) ? Kind.MARK : Kind.TEXT;
        });
    }

    /** Whether a report of another number was read from the row of this label. */
    private static boolean slipped(Fact fact, SourceLine line, String label) {
        return fact.event() instanceof ProgressReported report
                && report.reportNo() != Integer.parseInt(label)
                && line.facts().stream().anyMatch(read -> read.position() == fact.position());
    }

    private static List<Piece> pieces(String text, IntFunction<Kind> kindAt) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || kindAt.apply(at) != kindAt.apply(from)) {
                pieces.add(new Piece(kindAt.apply(from), text.substring(from, at)));
                from = at;
            }
        }
        return pieces;
    }
}
