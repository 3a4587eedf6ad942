package org.progressledger.query.appeals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.appeals.AppealPage.Cell;
import org.progressledger.query.appeals.AppealPage.Column;
import org.progressledger.query.appeals.AppealPage.Criteria;
import org.progressledger.query.appeals.AppealPage.Row;
import org.progressledger.query.appeals.AppealPage.Scored;
import org.progressledger.query.appeals.AppealPage.Words;
import org.progressledger.query.appeals.Standing.PercentStanding;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.projection.TextDiff;
import org.progressledger.query.projection.TextDiff.Op;
import org.progressledger.query.projection.TextDiff.Piece;

/** What an appeal changed and what it did not: criteria, percentage and scores before and after. */
final class AppealValues {
    private static final Pattern BETWEEN = Pattern.compile("[\\s()\\[\\]/,.:;-]*");

    private final AppealStory story;
    private final Frame frame;
    private final List<Standing> standings;

    AppealValues(AppealStory story, Frame frame) {
        this.story = story;
        this.frame = frame;
        Standing.Around around = story.standing();
        this.standings = around == null
                ? List.of()
                : Stream.of(around.before(), around.between(), around.after())
                        .<Standing>mapMulti((standing, found) -> {
                            if (standing != null) {
                                found.accept(standing);
                            }
                        })
                        .toList();
    }

    List<Criteria> criteria() {
        return story.criteria().stream().map(this::criteria).toList();
    }

    private Criteria criteria(CriteriaCompared compared) {
        String paper = frame.say("appeal.toldBy." + compared.toldBy().name());
        TextDiff diff = compared.diff();
        return new Criteria(
                compared.indicator() == null
                        ? paper
                        : paper + " · " + frame.say("appeal.indicator", Map.of("id", compared.indicator())),
                compared.effectiveOn() == null ? null : Figures.day(compared.effectiveOn(), frame.language()),
                compared.evidence().positions().stream()
                        .map(AppealTelling::event)
                        .toList(),
                words(compared.before(), diff, Op.DELETE),
                words(compared.after(), diff, Op.INSERT),
                diff == null || diff.note() == null
                        ? null
                        : frame.say(diff.note().th(), diff.note().en()));
    }

    private static @Nullable List<Words> words(@Nullable String text, @Nullable TextDiff diff, Op op) {
        if (text == null) {
            return null;
        }
        return diff == null || diff.pieces().isEmpty() ? List.of(new Words(false, text)) : joined(diff.pieces(), op);
    }

    /** One side of the comparison; changes that only a space or a sign parts are one change. */
    static List<Words> joined(List<Piece> pieces, Op op) {
        List<Words> words = new ArrayList<>();
        List<Piece> side = pieces.stream()
                .filter(piece -> piece.op() == Op.EQUAL || piece.op() == op)
                .toList();
        for (int i = 0; i < side.size(); i++) {
            Piece piece = side.get(i);
            boolean within = i > 0
                    && i + 1 < side.size()
                    && side.get(i - 1).op() == op
                    && side.get(i + 1).op() == op
                    && BETWEEN.matcher(piece.text()).matches();
            boolean changed = piece.op() == op || within;
            if (!words.isEmpty() && words.getLast().changed() == changed) {
                words.set(words.size() - 1, new Words(changed, words.getLast().text() + piece.text()));
            } else {
                words.add(new Words(changed, piece.text()));
            }
        }
        return words;
    }

    List<Column> columns() {
        Standing.Around around = story.standing();
        if (around == null) {
            return List.of();
        }
        return standings.stream()
                .map(standing -> new Column(
                        frame.say(
                                standing.equals(around.before())
                                        ? "appeal.before"
                                        : standing.equals(around.between()) ? "appeal.between" : "appeal.after"),
                        Figures.day(standing.on(), frame.language())))
                .toList();
    }

    /** The percentage, then each score under its criteria: they are values of different kinds. */
    List<Row> rows() {
        if (standings.isEmpty()) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(frame.say("appeal.percent"), percents()));
        Map<String, String> titles = new LinkedHashMap<>();
        standings.forEach(standing -> standing.scores().forEach(score -> titles.putIfAbsent(key(score), title(score))));
        titles.forEach((key, title) -> rows.add(new Row(
                title, standings.stream().map(standing -> score(standing, key)).toList())));
        return rows;
    }

    private List<Cell> percents() {
        List<Cell> cells = new ArrayList<>();
        BigDecimal before = null;
        for (Standing standing : standings) {
            PercentStanding percent = standing.percent();
            BigDecimal value = percent.value();
            BigDecimal low = before == null ? BigDecimal.ZERO : before.min(value);
            List<Long> positions = percent.evidence().positions();
            cells.add(new Cell(
                    value.setScale(2).toPlainString(),
                    before == null || value.compareTo(before) == 0 ? null : Figures.change(value.subtract(before)),
                    positions.isEmpty() ? null : AppealTelling.event(positions.getFirst()),
                    low.toPlainString(),
                    value.subtract(low).toPlainString()));
            before = value;
        }
        return cells;
    }

    private static String key(ScoreShown score) {
        return score.quarter() + " " + score.indicator() + " " + score.criteriaVersion();
    }

    private String title(ScoreShown score) {
        String quarter = frame.say("appeal.score", Map.of("quarter", score.quarter()));
        return score.indicator() == null || score.criteriaVersion() == null
                ? quarter
                : quarter + " · "
                        + frame.say(
                                "appeal.underCriteria",
                                Map.of("id", score.indicator(), "version", score.criteriaVersion()));
    }

    private static Cell score(Standing standing, String key) {
        return standing.scores().stream()
                .filter(score -> key(score).equals(key))
                .findFirst()
                .map(score -> new Cell(
                        score.score() == null ? null : score.score().setScale(2).toPlainString(),
                        null,
                        AppealTelling.event(score.event().position()),
                        null,
                        null))
                .orElseGet(() -> new Cell(null, null, null, null, null));
    }

    List<Scored> rescored() {
        return story.rescored().stream()
                .map(rescored -> new Scored(
                        rescored.indicator(),
                        rescored.quarter(),
                        score(rescored.before()),
                        score(rescored.after()),
                        rescored.change() == null ? null : Figures.change(rescored.change())))
                .toList();
    }

    private static @Nullable String score(@Nullable ScoreShown score) {
        return score == null || score.score() == null
                ? null
                : score.score().setScale(2).toPlainString();
    }
}
