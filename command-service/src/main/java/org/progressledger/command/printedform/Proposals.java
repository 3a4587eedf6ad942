package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Set<Proposal.Change> amended = new HashSet<>();

    /** The pause that no later report has ended yet. */
    private @Nullable Paused paused;

    private record Placed(int offset, Proposal proposal) {}

    private record Appeal(AppealStage stage, Optional<Integer> round, boolean criteriaChanged) {}

    /** @param stands the day from which it is in force in the ledger: that of the report that tells it */
    private record Paused(LocalDate effectiveOn, LocalDate stands) {}

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
        hearActivities(telling, ActivityWords.in(telling, cited), told);
        hearStandstill(telling, cited, told);
        AppealWords.in(telling, warnings).forEach(appeal -> hearAppeal(telling, appeal, told));
        AmendmentWords.in(telling, cited).forEach(amendment -> hearAmendment(telling, amendment, told));
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
        Origin origin = origin(
                telling,
                "letter-" + digits,
                cited.span(),
                cited.rule(),
                cited.rule().confidence());
        told.add(new Placed(cited.span().start(), new Proposal.LetterProposal(origin, letter)));
    }

    /** A day that an earlier report told of is told again; in one report two statements may tell of two activities. */
    private void hearActivities(Telling telling, List<ActivityWords.Held> activities, List<Placed> told) {
        Set<LocalDate> before = Set.copyOf(activityDays);
        Set<Object> statements = new HashSet<>();
        for (ActivityWords.Held held : activities) {
            boolean again = before.contains(held.heldOn())
                    || activityDays.contains(held.heldOn()) && held.refers()
                    || !statements.add(List.of(held.heldOn(), held.statement()));
            if (again) {
                continue;
            }
            activityDays.add(held.heldOn());
            Origin origin = origin(telling, "activity-" + held.heldOn(), held.span(), held.rule(), held.confidence());
            told.add(
                    new Placed(held.span().start(), new Proposal.ActivityProposal(origin, held.heldOn(), held.text())));
        }
    }

    /** A pause that the same narrative tells as over is none: on the day of the report work goes on. */
    private void hearStandstill(Telling telling, List<LetterWords.Cited> letters, List<Placed> told) {
        ResumptionWords.Told resumption = ResumptionWords.in(telling, letters);
        if (resumption != null) {
            // without a day of its own it may speak of a part, where the pause is told again
            boolean goesOnInPart = resumption.rule() == ResumptionRules.UNDATED && PauseWords.in(telling) != null;
            if (!goesOnInPart) {
                hearResumption(telling, resumption, told);
            }
            return;
        }
        PauseWords.Told pause = paused == null ? PauseWords.in(telling) : null;
        if (pause == null) {
            return;
        }
        paused = new Paused(pause.effectiveOn(), telling.report().reportedOn());
        Origin origin = origin(
                telling,
                "pause-" + pause.effectiveOn(),
                pause.span(),
                pause.rule(),
                pause.rule().confidence());
        told.add(new Placed(
                pause.span().start(),
                new Proposal.PauseProposal(origin, pause.effectiveOn(), pause.cause(), pause.words())));
    }

    private void hearResumption(Telling telling, ResumptionWords.Told resumption, List<Placed> told) {
        Paused ends = paused;
        if (ends == null
                || resumption.effectiveOn().isBefore(ends.stands())
                || resumption.effectiveOn().isBefore(ends.effectiveOn())) {
            return;
        }
        paused = null;
        Origin origin = origin(
                telling,
                "resumption-" + resumption.effectiveOn(),
                resumption.span(),
                resumption.rule(),
                resumption.rule().confidence());
        told.add(new Placed(
                resumption.span().start(),
                new Proposal.ResumptionProposal(
                        origin, resumption.effectiveOn(), ends.effectiveOn(), resumption.words())));
    }

    private void hearAppeal(Telling telling, AppealWords.Cited cited, List<Placed> told) {
        Appeal appeal = new Appeal(cited.stage(), Optional.ofNullable(cited.round()), cited.criteriaChanged());
        if (!appeals.add(appeal)) {
            return;
        }
        String stage = cited.stage().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Origin origin = origin(
                telling,
                "appeal-" + stage,
                cited.span(),
                cited.rule(),
                cited.rule().confidence());
        told.add(new Placed(
                cited.span().start(),
                new Proposal.AppealCitedProposal(
                        origin, cited.round(), cited.stage(), cited.criteriaChanged(), cited.words())));
    }

    private void hearAmendment(Telling telling, AmendmentWords.Told amendment, List<Placed> told) {
        if (!amended.add(amendment.change())) {
            return;
        }
        Origin origin = origin(
                telling,
                "amend-" + amendment.change().detail(),
                amendment.span(),
                amendment.rule(),
                amendment.rule().confidence());
        told.add(new Placed(
                amendment.span().start(),
                new Proposal.AmendmentProposal(origin, amendment.change(), amendment.letter(), amendment.words())));
    }

    /** The id is made of what the paper says, so that the same bytes give the same; counted on where two would be alike. */
    private Origin origin(Telling telling, String what, Span span, Rule rule, Confidence confidence) {
        int reportNo = telling.report().reportNo();
        String id = "r" + reportNo + "-" + what;
        String unique = id;
        for (int n = 2; !ids.add(unique); n++) {
            unique = id + "-" + n;
        }
        return new Origin(
                unique,
                reportNo,
                telling.lines(span.start(), span.end()),
                telling.words(span.start(), span.end()),
                rule.id(),
                confidence);
    }
}
