package org.progressledger.query.projection;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.diff.CommandVisitor;
import org.apache.commons.text.diff.StringsComparator;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.Views.Summary;

/**
 * How one text became another. What is EQUAL or DELETE, put together, is the text before; what is EQUAL or INSERT the one
 * after, to the letter.
 *
 * @param unit what was compared
 * @param pieces none where nothing was compared
 * @param note why it is coarser than words, or why nothing was compared
 */
public record TextDiff(
        Unit unit, List<Piece> pieces, @Nullable Summary note) {

    /** What is compared as a whole. */
    public enum Unit {
        /** Thai and other words, spaces and signs. */
        WORDS,
        /** What stands between spaces: Thai puts them between phrases. */
        PHRASES,
        /** The texts are too long to be compared. */
        NOTHING
    }

    /** What became of a piece. */
    public enum Op {
        EQUAL,
        INSERT,
        DELETE
    }

    /** Some words that stayed, came or went. */
    public record Piece(Op op, String text) {}

    /** @param most words, or else phrases, that either text may have; below 30,000, for each kind of word is told by one char */
    public static TextDiff of(String before, String after, int most) {
        List<String> words = words(before);
        List<String> newWords = words(after);
        if (words.size() <= most && newWords.size() <= most) {
            return new TextDiff(Unit.WORDS, Comparison.of(words, newWords), null);
        }
        List<String> phrases = phrases(before);
        List<String> newPhrases = phrases(after);
        if (phrases.size() <= most && newPhrases.size() <= most) {
            return new TextDiff(
                    Unit.PHRASES,
                    Comparison.of(phrases, newPhrases),
                    new Summary(
                            "ข้อความยาวกว่า " + most + " คำ จึงเปรียบเทียบทีละวลี",
                            "The texts have more than " + most + " words, so phrases are compared"));
        }
        return new TextDiff(
                Unit.NOTHING,
                List.of(),
                new Summary(
                        "ข้อความยาวกว่า " + most + " วลี จึงไม่ได้เปรียบเทียบ",
                        "The texts have more than " + most + " phrases, so they are not compared"));
    }

    /** The rules and the dictionary come from a pinned ICU, so any machine cuts alike. */
    static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(new ULocale("th"));
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    /** A phrase ends with the spaces behind it. */
    static List<String> phrases(String text) {
        List<String> phrases = new ArrayList<>();
        int from = 0;
        for (int at = 1; at < text.length(); at++) {
            if (Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at))) {
                phrases.add(text.substring(from, at));
                from = at;
            }
        }
        if (from < text.length()) {
            phrases.add(text.substring(from));
        }
        return phrases;
    }

    /** Writes each kind of word as one character, lets the library find the shortest way, and reads it back. */
    private static final class Comparison implements CommandVisitor<Character> {
        private final Map<String, Character> known = new HashMap<>();
        private final List<String> kinds = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder equal = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder inserted = new StringBuilder();

        static List<Piece> of(List<String> before, List<String> after) {
            Comparison comparison = new Comparison();
            new StringsComparator(comparison.written(before), comparison.written(after))
                    .getScript()
                    .visit(comparison);
            comparison.change();
            comparison.stay();
            return List.copyOf(comparison.pieces);
        }

        private String written(List<String> words) {
            StringBuilder written = new StringBuilder(words.size());
            for (String word : words) {
                written.append((char) known.computeIfAbsent(word, this::next));
            }
            return written.toString();
        }

        private Character next(String word) {
            kinds.add(word);
            return (char) (kinds.size() - 1);
        }

        @Override
        public void visitKeepCommand(Character kept) {
            if (equal.isEmpty()) {
                change();
            }
            equal.append(kinds.get(kept));
        }

        @Override
        public void visitDeleteCommand(Character gone) {
            stay();
            deleted.append(kinds.get(gone));
        }

        @Override
        public void visitInsertCommand(Character come) {
            stay();
            inserted.append(kinds.get(come));
        }

        private void stay() {
            if (!equal.isEmpty()) {
                pieces.add(new Piece(Op.EQUAL, equal.toString()));
                equal.setLength(0);
            }
        }

        private void change() {
            if (!deleted.isEmpty()) {
                pieces.add(new Piece(Op.DELETE, deleted.toString()));
                deleted.setLength(0);
            }
            if (!inserted.isEmpty()) {
                pieces.add(new Piece(Op.INSERT, inserted.toString()));
                inserted.setLength(0);
            }
        }
    }
}
