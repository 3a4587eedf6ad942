package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AppealStage;

/** Finds by the {@link AppealRules} the appeals that a narrative speaks of: how far they have come, which round, whether criteria changed. */
final class AppealWords {
    /** Of the eleven characters of the words as they should be. */
    private static final int MOST_EDITS = 3;

    private static final String WAIT = "รอ";

    private static final String NOUN = "การ";

    private AppealWords() {}

    /** A citation, and where its words stand. */
    record Cited(
            Span span, @Nullable Integer round, AppealStage stage, boolean criteriaChanged, String words, Rule rule) {}

    /** At most one for each stage, in the order of the words. A damaged spelling is warned of. */
    static List<Cited> in(Telling telling, Warnings warnings) {
        List<Cited> cited = new ArrayList<>();
        Span awaited = first(AppealRules.AWAITED, telling);
        boolean spelt = awaited != null;
        if (awaited == null) {
            awaited = damaged(telling, warnings);
        }
        add(AppealStage.INTENDED, AppealRules.INTENDED, first(AppealRules.INTENDED, telling), telling, cited);
        add(AppealStage.AWAITING_RESULT, spelt ? AppealRules.AWAITED : AppealRules.DAMAGED, awaited, telling, cited);
        Span decided = first(AppealRules.DECIDED, telling);
        if (awaited == null || decided == null || !awaited.overlaps(decided.start(), decided.end())) {
            add(AppealStage.DECIDED, AppealRules.DECIDED, decided, telling, cited);
        }
        cited.sort(Comparator.comparingInt(citation -> citation.span().start()));
        return cited;
    }

    private static void add(AppealStage stage, Rule rule, @Nullable Span words, Telling telling, List<Cited> cited) {
        if (words == null) {
            return;
        }
        String text = telling.text();
        Matcher round = AppealRules.ROUND.matcher(text).region(words.end(), text.length());
        boolean told =
                round.lookingAt() || round.region(words.start(), words.end()).find();
        Span whole = told ? new Span(words.start(), Math.max(words.end(), round.end())) : words;
        Integer number = told ? Integer.valueOf(round.group(1)) : null;
        cited.add(new Cited(
                whole,
                number == null || number == 0 ? null : number,
                stage,
                AppealRules.CRITERIA_CHANGED.matcher(text).find(),
                telling.statement(telling.statementAt(words.start())),
                rule));
    }

    private static @Nullable Span first(Rule rule, Telling telling) {
        Matcher matcher = rule.words().matcher(telling.text());
        boolean found = matcher.find();
        while (found) {
            Span statement = telling.statementAt(matcher.start());
            if (!isOfAnotherLaw(rule, telling, statement)) {
                return new Span(matcher.start(), matcher.end());
            }
            found = matcher.find(Math.max(matcher.end(), statement.end()));
        }
        return null;
    }

    private static boolean isOfAnotherLaw(Rule rule, Telling telling, Span statement) {
        Pattern unless = rule.unless();
        return unless != null
                && unless.matcher(telling.text())
                        .region(statement.start(), statement.end())
                        .find();
    }

    /** The words most like {@link AppealRules#AWAITED_WORDS} where some are like enough: a scanner's mistake, it seems. */
    private static @Nullable Span damaged(Telling telling, Warnings warnings) {
        Span best = null;
        int least = MOST_EDITS + 1;
        Span statement = new Span(0, 0);
        boolean ofAnotherLaw = false;
        String text = telling.text();
        for (int start = text.indexOf(WAIT); start >= 0; start = text.indexOf(WAIT, start + 1)) {
            if (start >= statement.end()) {
                statement = telling.statementAt(start);
                ofAnotherLaw = isOfAnotherLaw(AppealRules.DAMAGED, telling, statement);
            }
            // the end of the noun การอุทธรณ์ looks like it
            if (ofAnotherLaw || text.startsWith(NOUN, start - NOUN.length() + 1)) {
                continue;
            }
            Span likest = likest(text, start, least);
            if (likest != null) {
                least = Likeness.edits(text.substring(likest.start(), likest.end()), AppealRules.AWAITED_WORDS);
                best = likest;
            }
        }
        if (best != null) {
            warnings.add(
                    WarningCode.WORD_SUSPECT,
                    telling.lineAt(best.start()),
                    Map.of("printed", telling.words(best.start(), best.end()), "suggested", AppealRules.AWAITED_WORDS));
        }
        return best;
    }

    /** The words from there on that need fewer edits than those before; null if none do. */
    private static @Nullable Span likest(String text, int start, int fewerThan) {
        int length = AppealRules.AWAITED_WORDS.length();
        int longest = Math.min(text.length(), start + length + MOST_EDITS);
        Span best = null;
        int least = fewerThan;
        for (int end = start + length - MOST_EDITS; end <= longest; end++) {
            int edits = Likeness.edits(text.substring(start, end), AppealRules.AWAITED_WORDS);
            if (edits < least) {
                least = edits;
                best = new Span(start, end);
            }
        }
        return best;
    }
}
