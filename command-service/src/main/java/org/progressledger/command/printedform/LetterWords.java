package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Letter;

/**
 * Letters that a narrative cites: {@code หนังสือ… ที่ <number> ลงวันที่ <date>}, and the ones joined to it by
 * {@code และ ที่ …}. Without a date only a number with an office's letters before it is taken for a letter's.
 */
final class LetterWords {
    private static final int LOOK_BACK = 120;

    private LetterWords() {}

    /** A letter, and where its words stand. */
    record Cited(Span span, Letter letter) {}

    static List<Cited> in(Telling telling) {
        List<Cited> cited = new ArrayList<>();
        String text = telling.text();
        Matcher number = Phrases.LETTER_NUMBER.matcher(text);
        while (number.find()) {
            Cited before = cited.isEmpty() ? null : cited.getLast();
            int begin = begin(telling, number.start(), before);
            if (begin >= 0) {
                Cited letter = cited(telling, begin, number);
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
        if (joined >= 0
                && Phrases.LETTERS_JOINED.matcher(text).region(joined, number).matches()) {
            return telling.text().substring(joined, number).isBlank() ? number : firstWord(text, joined);
        }
        int from = Math.max(
                Math.max(number - LOOK_BACK, joined),
                telling.statementAt(number).start());
        int letter = last(Phrases.LETTER.matcher(text).region(from, number));
        int other = last(Phrases.OTHER_DOCUMENT.matcher(text).region(from, number));
        return letter > other ? letter : -1;
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

    private static @Nullable Cited cited(Telling telling, int begin, Matcher number) {
        String text = telling.text();
        String written = telling.words(number.start("number"), number.end("number"));
        Matcher dated = Phrases.LETTER_DATED.matcher(text).region(number.end(), text.length());
        if (dated.lookingAt()) {
            ThaiDates.Mention date = ThaiDates.at(text, dated.end(), text.length());
            if (date != null && date.days().size() == 1) {
                return new Cited(
                        new Span(begin, date.end()),
                        new Letter(written, date.days().getFirst(), null));
            }
        }
        boolean official =
                number.group("prefix") != null && number.group("number").indexOf('/') >= 0;
        return official ? new Cited(new Span(begin, number.end()), new Letter(written, null, null)) : null;
    }
}
