package org.progressledger.command.printedform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.command.printedform.Proposal.Change;
import org.progressledger.events.Letter;

/** Finds approved amendments by the {@link AmendmentRules}: approval, letter and value stand in one statement. */
final class AmendmentWords {
    private static final Pattern QUOTES = Pattern.compile("^[\\s\"'“”‘’?]+|[\\s\"'“”‘’?]+$");

    private AmendmentWords() {}

    /** An amendment, where its words stand, and the rule that found it. */
    record Told(Span span, Change change, Letter letter, String words, Rule rule) {}

    static List<Told> in(Telling telling, List<LetterWords.Cited> letters) {
        List<Told> told = new ArrayList<>();
        for (LetterWords.Cited cited : letters) {
            Span statement = telling.statementAt(cited.span().start());
            if (cited.letter().equals(approvedBy(statement, letters)) && isApproved(statement, telling)) {
                AmendmentRules.ALL.forEach(rule -> hear(rule, statement, cited.letter(), telling, told));
            }
        }
        return told;
    }

    /** Of two letters nobody knows which one approved it. */
    private static @Nullable Letter approvedBy(Span statement, List<LetterWords.Cited> letters) {
        List<LetterWords.Cited> cited = letters.stream()
                .filter(letter -> statement.contains(letter.span().start()))
                .toList();
        return cited.size() == 1 ? cited.getFirst().letter() : null;
    }

    private static void hear(Rule rule, Span statement, Letter letter, Telling telling, List<Told> told) {
        Pattern wished = rule.unless();
        if (wished != null && stands(wished, statement, telling)) {
            return;
        }
        Matcher found = rule.words().matcher(telling.text()).region(statement.start(), statement.end());
        while (found.find()) {
            Change change = change(rule, found, telling);
            if (change != null) {
                Span words = new Span(found.start(), end(rule, found, telling));
                told.add(new Told(words, change, letter, telling.statement(statement), rule));
            }
        }
    }

    private static boolean isApproved(Span statement, Telling telling) {
        return stands(AmendmentRules.APPROVED, statement, telling);
    }

    private static boolean stands(Pattern pattern, Span statement, Telling telling) {
        return pattern.matcher(telling.text())
                .region(statement.start(), statement.end())
                .find();
    }

    private static int end(Rule rule, Matcher found, Telling telling) {
        ThaiDates.Mention day = rule == AmendmentRules.END_DATE
                ? ThaiDates.at(telling.text(), found.end(), telling.text().length())
                : null;
        return day == null ? found.end() : day.end();
    }

    private static @Nullable Change change(Rule rule, Matcher found, Telling telling) {
        if (rule == AmendmentRules.END_DATE) {
            ThaiDates.Mention day =
                    ThaiDates.at(telling.text(), found.end(), telling.text().length());
            LocalDate after = day == null || day.days().size() != 1 || !day.asSpelt()
                    ? null
                    : day.days().getFirst();
            return after == null ? null : new Change.EndDate(after);
        }
        if (rule == AmendmentRules.BUDGET) {
            return new Change.Allocated(amount(found.group("from")), amount(found.group("to")));
        }
        String before = words(telling, found, "from");
        String after = words(telling, found, "to");
        if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
            return null;
        }
        return rule == AmendmentRules.CRITERIA
                ? new Change.CriteriaWords(before, after)
                : new Change.TargetWords(before, after);
    }

    private static String words(Telling telling, Matcher found, String group) {
        return QUOTES.matcher(telling.words(found.start(group), found.end(group)))
                .replaceAll("");
    }

    private static BigDecimal amount(String written) {
        return new BigDecimal(written.replace(",", "").replace(".-", "")).setScale(2);
    }
}
