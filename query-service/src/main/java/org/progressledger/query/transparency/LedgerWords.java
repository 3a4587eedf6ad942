package org.progressledger.query.transparency;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.sealing.Refusal;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.tree.Hash;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.frame.Lasting;
import org.progressledger.query.frame.Link;
import org.progressledger.query.projection.QueryReason;
import org.progressledger.query.transparency.LedgerPage.Checked;
import org.progressledger.query.transparency.LedgerPage.CheckedHere;
import org.progressledger.query.transparency.LedgerPage.Comparison;
import org.progressledger.query.transparency.LedgerPage.Kept;
import org.progressledger.query.transparency.LedgerPage.Result;
import org.progressledger.query.transparency.LedgerPage.Running;
import org.progressledger.query.transparency.LedgerPage.Shown;
import org.progressledger.query.transparency.LogDesk.Growth;
import org.progressledger.query.verification.Verification;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Wording;

/** Says how the ledger stands in the page's language. */
record LedgerWords(Frame frame) {
    private static final int OF_A_ROOT = 16;
    private static final long MILLIS = 1_000;

    Moment moment(Instant instant) {
        return Figures.moment(instant, frame.language());
    }

    String lasting(Duration duration) {
        return Lasting.words(duration, frame);
    }

    Shown shown(SealedCheckpoint sealed) {
        return new Shown(
                sealed.checkpoint().origin(),
                Figures.count(sealed.checkpoint().size()),
                sealed.note(),
                moment(sealed.sealedAt()));
    }

    Kept kept(
            SealedCheckpoint one,
            @Nullable SealedCheckpoint before,
            boolean isStamped,
            @Nullable Boolean grew,
            boolean isNewest) {
        long size = one.checkpoint().size();
        return new Kept(
                Figures.count(size),
                moment(one.sealedAt()),
                before == null ? null : Figures.count(size - before.checkpoint().size()),
                one.checkpoint().root().base64().substring(0, OF_A_ROOT),
                one.note(),
                isStamped,
                grew,
                isNewest ? null : Link.to("/ledger").with("from", size).address() + "#compare");
    }

    Comparison compared(Comparison asked, Growth growth) {
        long added = growth.later().checkpoint().size()
                - growth.earlier().checkpoint().size();
        return new Comparison(
                asked.from(),
                asked.to(),
                null,
                new Result(
                        growth.isProven(),
                        shown(growth.earlier()),
                        shown(growth.later()),
                        Figures.count(added),
                        growth.proof().path().stream().map(Hash::base64).toList()));
    }

    Comparison refused(Comparison asked, ProblemException problem) {
        return new Comparison(asked.from(), asked.to(), told(problem), null);
    }

    /** What a reader of the page can do about it; the API's words send programs to its paths. */
    private String told(ProblemException problem) {
        if (problem.reason() == CommonReason.INVALID_PARAMETER) {
            return frame.say("ledger.compareWrong");
        }
        return problem.reason() == QueryReason.CHECKPOINT_NOT_FOUND
                        && problem.data().get("size") instanceof Number size
                ? frame.say("ledger.compareUnknown", Map.of("size", Figures.count(size.longValue())))
                : frame.texts().detail(frame.language(), problem.reason(), problem.data());
    }

    /** The sealer's word for why it signs nothing begins with the kind of its reason. */
    String refusal(String told) {
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            if (told.startsWith(reason.name())) {
                return switch (reason) {
                    case ROLLED_BACK -> frame.say("ledger.refused.rolledBack");
                    case HISTORY_CHANGED -> frame.say("ledger.refused.historyChanged");
                    case LEDGER_DAMAGED -> frame.say("ledger.refused.damaged");
                    case KEY_MISSING -> frame.say("ledger.refused.keyMissing");
                    case KEY_DIFFERS -> frame.say("ledger.refused.keyDiffers");
                    case FILE_UNUSABLE -> frame.say("ledger.refused.fileUnusable");
                };
            }
        }
        return frame.say("ledger.refused.other");
    }

    /** @param every null if the service does not check by itself */
    CheckedHere checkedHere(
            @Nullable Duration every,
            Optional<Verification.Running> running,
            Optional<Verification.Result> last,
            long recorded) {
        return new CheckedHere(
                every == null ? null : lasting(every),
                running.map(check -> new Running(
                                moment(check.begunAt()),
                                check.events(),
                                check.of(),
                                Figures.count(check.events()),
                                Figures.count(check.of())))
                        .orElse(null),
                last.map(result -> checked(result, recorded)).orElse(null));
    }

    private Checked checked(Verification.Result result, long recorded) {
        Verdict verdict = result.verdict();
        Verdict.Counts counts = verdict.counts();
        Duration took = Duration.between(result.begunAt(), result.endedAt());
        Wording wording = new Wording(Locale.forLanguageTag(frame.tag()));
        Finding finding = verdict.finding().orElse(null);
        return new Checked(
                style(verdict.outcome()),
                icon(verdict.outcome()),
                words(verdict.outcome()),
                wording.of(verdict.outcome()),
                moment(result.endedAt()),
                lasting(took),
                Figures.count(counts.events() * MILLIS / Math.max(1, took.toMillis())),
                Figures.count(counts.events()),
                Figures.count(Math.max(0, counts.sealed())),
                Figures.count(counts.checkpoints()),
                Figures.count(counts.tiles()),
                Figures.count(Math.max(0, recorded - counts.events())),
                finding == null ? null : wording.of(finding),
                finding == null ? null : finding.field(),
                finding == null || finding.position() < 0 ? null : finding.position());
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> "state-on";
            case WRONG, UNSIGNED -> "state-late";
            case UNREADABLE -> "state-paused";
        };
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> "#i-ok";
            case WRONG -> "#i-no";
            case UNREADABLE, UNSIGNED -> "#i-warn";
        };
    }

    private String words(Outcome outcome) {
        return switch (outcome) {
            case VERIFIED -> frame.say("ledger.outcome.VERIFIED");
            case WRONG -> frame.say("ledger.outcome.WRONG");
            case UNREADABLE -> frame.say("ledger.outcome.UNREADABLE");
            case UNSIGNED -> frame.say("ledger.outcome.UNSIGNED");
        };
    }
}
