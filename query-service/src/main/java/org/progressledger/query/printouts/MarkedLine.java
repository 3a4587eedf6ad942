package org.progressledger.query.printouts;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a printout, told apart into what is shown alike.
 *
 * @param number from 1, as events name it
 * @param pieces put together they are the line, to the letter
 */
public record MarkedLine(int number, List<Piece> pieces) {
    private static final String LEFT_OUT = " … ";
    private static final int AROUND = 48;

    /** What a piece of a line is. */
    public enum Kind {
        TEXT,
        /** Words that tell a fact. */
        MARK,
        /** Markup of the source system. */
        TAG,
        /** A label of a row that page breaks let slip: what stands behind it belongs to another report, too. */
        SLIP
    }

    /** Some letters of a line. */
    public record Piece(Kind kind, String text) {
        // templates ask
        public boolean isMark() {
            return kind == Kind.MARK;
        }

        public boolean isTag() {
            return kind == Kind.TAG;
        }

        public boolean isSlip() {
            return kind == Kind.SLIP;
        }
    }

    /**
     * At most about so many characters of it: first the words between marks are cut short, then the line itself.
     *
     * @param most at least 100
     */
    public MarkedLine shortened(int most) {
        if (length(pieces) <= most) {
            return this;
        }
        List<Piece> shorter = new ArrayList<>();
        int left = most;
        for (Piece piece : pieces) {
            String text = piece.kind() == Kind.TEXT ? between(piece.text()) : piece.text();
            if (text.length() > left) {
                shorter.add(new Piece(piece.kind(), text.substring(0, before(text, left)) + "…"));
                break;
            }
            shorter.add(new Piece(piece.kind(), text));
            left -= text.length();
        }
        return new MarkedLine(number, shorter);
    }

    private static int length(List<Piece> pieces) {
        return pieces.stream().mapToInt(piece -> piece.text().length()).sum();
    }

    private static String between(String text) {
        return text.length() <= 2 * AROUND + LEFT_OUT.length()
                ? text
                : text.substring(0, before(text, AROUND))
                        + LEFT_OUT
                        + text.substring(before(text, text.length() - AROUND));
    }

    /** The last place not behind that one which lies between two characters as people see them. */
    private static int before(String text, int place) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.forLanguageTag("th"));
        characters.setText(text);
        return characters.preceding(place + 1);
    }
}
