package org.progressledger.query.importreview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.importreview.Draft.Proposal;
import org.progressledger.query.importreview.Draft.Report;
import org.progressledger.query.importreview.ReviewPage.Line;
import org.progressledger.query.importreview.ReviewPage.Link;
import org.progressledger.query.importreview.ReviewPage.Piece;
import org.progressledger.query.importreview.ReviewPage.Source;

/** The paper's lines, with what was read from each marked and linked. What is marked only helps the eye: nothing follows from it. */
final class SourceLines {
    /** A paper of more lines is shown by those from which something was read. */
    static final int SHOWN_WHOLE = 2000;

    private static final Pattern DATE = Pattern.compile("::?\\s*\\p{Nd}{1,4}[/.-]\\p{Nd}{1,2}[/.-]\\p{Nd}{2,4}\\s*:?");
    private static final Pattern PERCENT = Pattern.compile("::?\\s*ความก้าวหน้า.{0,200}?บาท");
    private static final Pattern LABEL = Pattern.compile("รายงานครั้งที่\\s*\\p{Nd}+");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,300}>");
    private static final String PLAIN = "";
    private static final String MARK = "mark";
    private static final String SLIP = "slip";
    private static final String TAGGED = "tag";

    private final Draft draft;
    private final List<Report> reports;
    private final Frame frame;
    private final Map<Integer, List<Link>> links = new TreeMap<>();
    private final Map<Integer, List<String>> matched = new TreeMap<>();

    SourceLines(Draft draft, List<Report> reports, Frame frame) {
        this.draft = draft;
        this.reports = reports;
        this.frame = frame;
    }

    Source shown() {
        link();
        int size = draft.sourceLines().size();
        List<Line> lines = new ArrayList<>();
        int leftOut = 0;
        for (int number = 1; number <= size; number++) {
            boolean meant = links.containsKey(number) || matched.containsKey(number);
            if (size > SHOWN_WHOLE && !meant) {
                leftOut++;
                if (lines.isEmpty() || lines.getLast().number() != null) {
                    lines.add(new Line(null, List.of(), List.of()));
                }
            } else {
                lines.add(line(number));
            }
        }
        return new Source(lines, leftOut);
    }

    private void link() {
        draft.fieldLines()
                .forEach(field -> firsts(field.getValue())
                        .forEach(line -> add(
                                line,
                                "#f-" + field.getKey().replaceFirst("\\[.*", ""),
                                HeadFields.label(field.getKey(), frame))));
        for (Report report : reports) {
            firsts(report.lines())
                    .forEach(line -> add(
                            line,
                            "#r" + report.reportNo(),
                            frame.say("importreview.reportNo", Map.of("n", report.reportNo()))));
        }
        draft.choices()
                .forEach(reading -> reading.options()
                        .forEach(
                                option -> add(option.line(), "#c-" + reading.id(), frame.say("importreview.twoWays"))));
        for (Proposal proposal : draft.proposals()) {
            firsts(proposal.lines())
                    .forEach(line -> add(line, "#p-" + proposal.id(), frame.say("event." + proposal.type())));
            proposal.lines().forEach(range -> {
                for (int line = range.getFirst(); line <= range.getLast(); line++) {
                    matched.computeIfAbsent(line, number -> new ArrayList<>()).add(proposal.matched());
                }
            });
        }
        for (int i = 0; i < draft.warnings().size(); i++) {
            add(draft.warnings().get(i).line(), "#w" + i, frame.say("importreview.warning"));
        }
    }

    private static List<Integer> firsts(List<List<Integer>> ranges) {
        return ranges.stream().map(List::getFirst).toList();
    }

    private void add(int line, String href, String text) {
        List<Link> of = links.computeIfAbsent(line, number -> new ArrayList<>());
        Link link = new Link(href, text);
        if (!of.contains(link)) {
            of.add(link);
        }
    }

    private Line line(int number) {
        String text = draft.sourceLines().get(number - 1);
        return new Line(number, pieces(text, number), links.getOrDefault(number, List.of()));
    }

    private List<Piece> pieces(String text, int number) {
        String[] kinds = new String[text.length()];
        boolean inReport = reports.stream()
                .flatMap(report -> report.lines().stream())
                .anyMatch(range -> number >= range.getFirst() && number <= range.getLast());
        if (inReport) {
            paint(kinds, DATE.matcher(text), MARK);
            paint(kinds, PERCENT.matcher(text), MARK);
        }
        for (String words : matched.getOrDefault(number, List.of())) {
            words.lines().filter(part -> !part.isBlank()).forEach(part -> paint(kinds, text.indexOf(part), part, MARK));
        }
        paint(kinds, TAG.matcher(text), TAGGED);
        boolean slipped =
                draft.warnings().stream().anyMatch(warning -> warning.line() == number && isOfALabel(warning.code()));
        if (slipped) {
            paint(kinds, LABEL.matcher(text), SLIP);
        }
        return joined(text, kinds);
    }

    static boolean isOfALabel(String code) {
        return code.startsWith("LABEL_") && !code.equals("LABEL_MISSPELT");
    }

    private static void paint(String[] kinds, Matcher found, String kind) {
        while (found.find()) {
            paint(kinds, found.start(), found.group(), kind);
        }
    }

    private static void paint(String[] kinds, int from, String part, String kind) {
        for (int i = Math.max(from, 0); from >= 0 && i < from + part.length(); i++) {
            kinds[i] = kind;
        }
    }

    private static List<Piece> joined(String text, String[] kinds) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length() || !of(kinds[i]).equals(of(kinds[from]))) {
                pieces.add(new Piece(of(kinds[from]), text.substring(from, i)));
                from = i;
            }
        }
        return pieces;
    }

    private static String of(@org.jspecify.annotations.Nullable String kind) {
        return kind == null ? PLAIN : kind;
    }
}
