package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;

/** Appeals that a narrative speaks of: how far they have come, which round, whether criteria were changed. */
final class AppealWords {
    /** Of the eleven characters of the words as they should be. */
    private static final int MOST_EDITS = 3;

    private static final String WAIT = "รอ";

    private AppealWords() {}

    /** A citation, and where its words stand. */
    record Cited(Span span, @Nullable Integer round, AppealStage stage, boolean criteriaChanged, String words) {}

    /** At most one for each stage, in the order of the words. A damaged spelling is warned of. */
    static List<Cited> in(Telling telling, Warnings warnings) {
        List<Cited> cited = new ArrayList<>();
        Span awaited = first(Phrases.APPEAL_AWAITED, telling);
        if (awaited == null) {
            awaited = damaged(telling, warnings);
        }
        add(AppealStage.INTENDED, first(Phrases.APPEAL_INTENDED, telling), telling, cited);
        add(AppealStage.AWAITING_RESULT, awaited, telling, cited);
        Span decided = first(Phrases.APPEAL_DECIDED, telling);
        if (awaited == null || decided == null || !awaited.overlaps(decided.start(), decided.end())) {
            add(AppealStage.DECIDED, decided, telling, cited);
        }
        cited.sort(Comparator.comparingInt(citation -> citation.span().start()));
        return cited;
    }

    private static void add(AppealStage stage, @Nullable Span words, Telling telling, List<Cited> cited) {
        if (words == null) {
            return;
        }
        String text = telling.text();
        Matcher round = Phrases.ROUND.matcher(text).region(words.end(), text.length());
        boolean told = round.lookingAt();
        Span whole = told ? new Span(words.start(), round.end()) : words;
        Integer number = told ? Integer.valueOf(round.group(1)) : null;
        cited.add(new Cited(
                whole,
                number == null || number == 0 ? null : number,
                stage,
                Phrases.CRITERIA_CHANGED.matcher(text).find(),
                telling.statement(telling.statementAt(words.start()))));
    }

    private static @Nullable Span first(Pattern pattern, Telling telling) {
        Matcher matcher = pattern.matcher(telling.text());
        return matcher.find() ? new Span(matcher.start(), matcher.end()) : null;
    }

    /** The words most like {@link Phrases#AWAITED_WORDS} where some are like enough: a scanner's mistake, it seems. */
    private static @Nullable Span damaged(Telling telling, Warnings warnings) {
        String text = telling.text();
        int length = Phrases.AWAITED_WORDS.length();
        Span best = null;
        int least = MOST_EDITS + 1;
        for (int start = text.indexOf(WAIT); start >= 0; start = text.indexOf(WAIT, start + 1)) {
            int longest = Math.min(text.length(), start + length + MOST_EDITS);
            for (int end = start + length - MOST_EDITS; end <= longest; end++) {
                int edits = Likeness.edits(text.substring(start, end), Phrases.AWAITED_WORDS);
                if (edits < least) {
                    least = edits;
                    best = new Span(start, end);
                }
            }
        }
        if (best != null) {
            warnings.add(
                    WarningCode.WORD_SUSPECT,
                    telling.lineAt(best.start()),
                    Map.of("printed", telling.words(best.start(), best.end()), "suggested", Phrases.AWAITED_WORDS));
        }
        return best;
    }
}
