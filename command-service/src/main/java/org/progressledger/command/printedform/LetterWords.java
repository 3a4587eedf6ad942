package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Letter;

/**
 * Finds letters by the {@link LetterRules}: {@code หนังสือ… ที่ <number> ลงวันที่ <date>}, and the ones joined to it by
 * {@code และ ที่ …}. Without a date only a number with an office's letters before it is taken for a letter's.
 */
final class LetterWords {
    private static final int LOOK_BACK = 120;

    private LetterWords() {}

    /** A letter, where its words stand, and the rule that found it. */
    record Cited(Span span, Letter letter, Rule rule) {}

    static List<Cited> in(Telling telling) {
        List<Cited> cited = new ArrayList<>();
        String text = telling.text();
        Matcher number = LetterRules.DATED.words().matcher(text);
        while (number.find()) {
            Cited before = cited.isEmpty() ? null : cited.getLast();
            int begin = begin(telling, number.start(), before);
            if (begin >= 0) {
                Cited letter = cited(telling, begin, number, isJoined(telling, number.start(), before));
                if (letter != null) {
                    cited.add(letter);
                }
            }
        }
        return cited;
    }

    /** Where the words that make it a letter begin; -1 if none do. */
    private static int begin(Telling telling, int number, @Nullable Cited before) {
        String text = telling.text();
        int joined = before == null ? -1 : before.span().end();
        if (joined > number) {
            // the day in the date of the letter before
            return -1;
        }
        if (isJoined(telling, number, before)) {
            return telling.text().substring(joined, number).isBlank() ? number : firstWord(text, joined);
        }
        int from = Math.max(
                Math.max(number - LOOK_BACK, joined),
                telling.statementAt(number).start());
        int letter = last(LetterRules.LETTER.matcher(text).region(from, number));
        int other = last(LetterRules.OTHER_DOCUMENT.matcher(text).region(from, number));
        return letter > other ? letter : -1;
    }

    private static boolean isJoined(Telling telling, int number, @Nullable Cited before) {
        return before != null
                && before.span().end() <= number
                && LetterRules.JOINED_TO
                        .words()
                        .matcher(telling.text())
                        .region(before.span().end(), number)
                        .matches();
    }

    private static int firstWord(String text, int from) {
        int at = from;
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int last(Matcher matcher) {
        int last = -1;
        while (matcher.find()) {
            last = matcher.start();
        }
        return last;
    }

    private static @Nullable Cited cited(Telling telling, int begin, Matcher number, boolean joined) {
        String text = telling.text();
        String written = telling.words(number.start("number"), number.end("number"));
        Matcher dated = LetterRules.LETTER_DATED.matcher(text).region(number.end(), text.length());
        if (dated.lookingAt()) {
            ThaiDates.Mention date = ThaiDates.at(text, dated.end(), text.length());
            if (date != null && date.days().size() == 1) {
                return new Cited(
                        new Span(begin, date.end()),
                        new Letter(written, date.days().getFirst(), null),
                        joined ? LetterRules.JOINED_TO : LetterRules.DATED);
            }
            // its date cannot be read
            return null;
        }
        boolean official = number.group("prefix") != null
                && number.group("number").indexOf('/') >= 0
                && !isBroken(telling, number.end());
        return official
                ? new Cited(new Span(begin, number.end()), new Letter(written, null, null), LetterRules.UNDATED)
                : null;
    }

    /** More digits follow behind white space: the number is broken in two, it seems. */
    private static boolean isBroken(Telling telling, int numberEnd) {
        int to = telling.statementAt(numberEnd).end();
        return numberEnd < to
                && LetterRules.MORE_DIGITS
                        .matcher(telling.text())
                        .region(numberEnd, to)
                        .lookingAt();
    }
}
