package org.progressledger.query.asof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.asking.Points.Point;
import org.progressledger.query.asof.AsOfPage.Made;
import org.progressledger.query.asof.AsOfPage.Row;
import org.progressledger.query.frame.Excerpt;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.TextDiff;
import org.progressledger.query.projection.TextDiff.Op;
import org.progressledger.query.projection.TextDiff.Piece;
import org.progressledger.query.projection.Views.TimelineEntry;

/** Differences between two states, side by side and in words. */
final class DifferenceRows {
    /** What people come for stands first. */
    private static final List<String> FIRST = List.of("percent", "status", "budget.spent", "budget.allocated");

    /** Letters of what stayed the same that are shown around what changed, on either side. */
    private static final int AROUND = 90;

    /** Texts that are shorter are put beside each other as a whole. */
    private static final int WORDY = 24;

    private final Frame frame;
    private final Wording wording;
    private final Point from;
    private final int comparedWords;

    DifferenceRows(Frame frame, Point from, int comparedWords) {
        this.frame = frame;
        this.wording = new Wording(frame);
        this.from = from;
        this.comparedWords = comparedWords;
    }

    List<Row> of(List<Difference> differences) {
        return differences.stream()
                .sorted(Comparator.comparingInt(difference -> rank(difference.path())))
                .map(this::row)
                .toList();
    }

    private static int rank(String path) {
        int first = FIRST.indexOf(path);
        return first < 0 ? FIRST.size() : first;
    }

    private Row row(Difference difference) {
        String before = wording.value(difference.path(), difference.before());
        String after = wording.value(difference.path(), difference.after());
        Sides sides = sides(
                before,
                after,
                difference.before() != null && difference.before().isString());
        return new Row(
                wording.label(difference.path()),
                sides.before(),
                sides.after(),
                sides.note(),
                difference.events().stream().anyMatch(this::happenedSince),
                difference.events().stream().anyMatch(event -> !happenedSince(event)),
                difference.events().stream().map(this::made).toList());
    }

    private record Sides(
            @Nullable List<Piece> before,
            @Nullable List<Piece> after,
            @Nullable String note) {}

    private Sides sides(@Nullable String before, @Nullable String after, boolean text) {
        if (!text || before == null || after == null || Math.min(before.length(), after.length()) <= WORDY) {
            return new Sides(whole(before, Op.DELETE), whole(after, Op.INSERT), null);
        }
        TextDiff diff = TextDiff.of(before, after, comparedWords);
        String note = diff.note() == null
                ? null
                : frame.say(diff.note().th(), diff.note().en());
        return diff.unit() == TextDiff.Unit.NOTHING
                ? new Sides(whole(before, Op.DELETE), whole(after, Op.INSERT), note)
                : new Sides(side(diff.pieces(), Op.DELETE), side(diff.pieces(), Op.INSERT), note);
    }

    private boolean happenedSince(TimelineEntry event) {
        return event.happenedOn().isAfter(from.happenedOn());
    }

    private Made made(TimelineEntry event) {
        return new Made(
                Figures.count(event.position()),
                event.position(),
                frame.say(event.summary().th(), event.summary().en()));
    }

    private static @Nullable List<Piece> whole(@Nullable String text, Op op) {
        return text == null ? null : List.of(new Piece(op, Excerpt.of(text)));
    }

    /** What stayed is shortened where it is long, so that what changed is found. */
    private static List<Piece> side(List<Piece> pieces, Op changed) {
        List<Piece> side = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.op() == changed) {
                side.add(piece);
            } else if (piece.op() == Op.EQUAL) {
                side.add(new Piece(Op.EQUAL, shortened(piece.text(), i == 0, i == pieces.size() - 1)));
            }
        }
        return side;
    }

    static String shortened(String text, boolean first, boolean last) {
        if (text.length() <= 3 * AROUND) {
            return text;
        }
        String beginning = first ? "" : Excerpt.beginning(text, AROUND);
        String end = last ? "" : Excerpt.end(text, AROUND);
        return beginning + " … " + end;
    }

    /** The audit flags of both states: how many, and which are new or gone; null where they are the same hits. */
    @Nullable
    Row flags(List<FlagView> before, List<FlagView> after) {
        List<FlagView> come = without(after, before);
        List<FlagView> gone = without(before, after);
        if (come.isEmpty() && gone.isEmpty()) {
            return null;
        }
        return new Row(
                frame.say("fact.flags"),
                List.of(new Piece(Op.DELETE, hits(before)), new Piece(Op.EQUAL, names("asof.flagsGone", gone))),
                List.of(new Piece(Op.INSERT, hits(after)), new Piece(Op.EQUAL, names("asof.flagsNew", come))),
                null,
                false,
                false,
                List.of());
    }

    private static List<FlagView> without(List<FlagView> hits, List<FlagView> others) {
        List<String> ids = others.stream().map(FlagView::id).toList();
        return hits.stream().filter(hit -> !ids.contains(hit.id())).toList();
    }

    private String hits(List<FlagView> hits) {
        return frame.say("flagHits", Map.of("n", hits.size()));
    }

    private String names(String key, List<FlagView> hits) {
        if (hits.isEmpty()) {
            return "";
        }
        Map<String, Long> byName = hits.stream()
                .collect(Collectors.groupingBy(
                        hit -> frame.say("flag." + hit.flag().name()), TreeMap::new, Collectors.counting()));
        String names = byName.entrySet().stream()
                .map(name -> name.getKey() + (name.getValue() > 1 ? " (" + name.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
        return " " + frame.say(key, Map.of("names", names));
    }
}
