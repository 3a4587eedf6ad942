package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Letter;

/** What the narratives tell, report after report; what an earlier one has told is not proposed again. */
final class Proposals {
    private final Warnings warnings;
    private final List<Proposal> proposed = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<LocalDate> activityDays = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private final Set<Appeal> appeals = new HashSet<>();
    private boolean paused;

    private record Placed(int offset, Proposal proposal) {}

    private record Appeal(AppealStage stage, Optional<Integer> round, boolean criteriaChanged) {}

    private Proposals(Warnings warnings) {
        this.warnings = warnings;
    }

    static List<Proposal> of(List<Rows.Row> rows, Warnings warnings) {
        Proposals proposals = new Proposals(warnings);
        rows.forEach(row -> proposals.hear(new Telling(row)));
        return proposals.proposed;
    }

    private void hear(Telling telling) {
        List<Placed> told = new ArrayList<>();
        List<LetterWords.Cited> cited = LetterWords.in(telling);
        cited.forEach(letter -> hearLetter(telling, letter, told));
        ActivityWords.in(telling, cited).forEach(held -> hearActivity(telling, held, told));
        hearPause(telling, told);
        AppealWords.in(telling, warnings).forEach(appeal -> hearAppeal(telling, appeal, told));
        told.stream()
                .sorted(Comparator.comparingInt(Placed::offset))
                .map(Placed::proposal)
                .forEach(proposed::add);
    }

    private void hearLetter(Telling telling, LetterWords.Cited cited, List<Placed> told) {
        Letter letter = cited.letter();
        String plain = Folding.of(letter.number()).text();
        if (!letters.add(plain.replace(" ", "") + " " + letter.datedOn())) {
            return;
        }
        String digits = plain.replaceAll("[^0-9]+", "-").replaceAll("^-", "");
        Span span = cited.span();
        told.add(new Placed(
                span.start(),
                new Proposal.LetterProposal(
                        id(telling, "letter-" + digits),
                        telling.report().reportNo(),
                        telling.lines(span.start(), span.end()),
                        telling.words(span.start(), span.end()),
                        letter)));
    }

    private void hearActivity(Telling telling, ActivityWords.Held held, List<Placed> told) {
        if (!activityDays.add(held.heldOn())) {
            return;
        }
        Span span = held.span();
        told.add(new Placed(
                span.start(),
                new Proposal.ActivityProposal(
                        id(telling, "activity-" + held.heldOn()),
                        telling.report().reportNo(),
                        telling.lines(span.start(), span.end()),
                        telling.words(span.start(), span.end()),
                        held.heldOn(),
                        held.text())));
    }

    private void hearPause(Telling telling, List<Placed> told) {
        PauseWords.Told pause = paused ? null : PauseWords.in(telling);
        if (pause == null) {
            return;
        }
        paused = true;
        Span span = pause.span();
        told.add(new Placed(
                span.start(),
                new Proposal.PauseProposal(
                        id(telling, "pause-" + pause.effectiveOn()),
                        telling.report().reportNo(),
                        telling.lines(span.start(), span.end()),
                        telling.words(span.start(), span.end()),
                        pause.effectiveOn(),
                        pause.cause(),
                        pause.words())));
    }

    private void hearAppeal(Telling telling, AppealWords.Cited cited, List<Placed> told) {
        Appeal appeal = new Appeal(cited.stage(), Optional.ofNullable(cited.round()), cited.criteriaChanged());
        if (!appeals.add(appeal)) {
            return;
        }
        Span span = cited.span();
        told.add(new Placed(
                span.start(),
                new Proposal.AppealCitedProposal(
                        id(
                                telling,
                                "appeal-"
                                        + cited.stage()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-')),
                        telling.report().reportNo(),
                        telling.lines(span.start(), span.end()),
                        telling.words(span.start(), span.end()),
                        cited.round(),
                        cited.stage(),
                        cited.criteriaChanged(),
                        cited.words())));
    }

    /** Made of what the paper says, so that the same bytes give the same ids; counted on where two would be alike. */
    private String id(Telling telling, String what) {
        String id = "r" + telling.report().reportNo() + "-" + what;
        String unique = id;
        for (int n = 2; !ids.add(unique); n++) {
            unique = id + "-" + n;
        }
        return unique;
    }
}
