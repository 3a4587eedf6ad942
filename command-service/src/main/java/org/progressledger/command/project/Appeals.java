package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.command.project.AppealStates.Deed;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealReviewed;
import org.progressledger.events.AppealWithdrawn;
import org.progressledger.events.IndicatorId;
import org.progressledger.events.Project;

/**
 * The rules about the rounds of an appeal: one at a time, each above the last, decided by somebody else. What may be done
 * to a round in which state is {@link AppealStates}' matter.
 */
final class Appeals {
    private Appeals() {}

    static Decision file(FileAppeal file, Project project, LocalDate today) {
        if (file.filedOn().isAfter(today)) {
            return Decisions.inTheFuture(file.filedOn(), today);
        }
        for (Appeal appeal : project.appeals().values()) {
            if (appeal.isOpen()) {
                return refuse(Refusal.APPEAL_STILL_OPEN, Map.of("round", appeal.round()));
            }
        }
        if (!project.appeals().isEmpty() && file.round() <= project.appeals().lastKey()) {
            return refuse(
                    Refusal.ROUND_NOT_ABOVE_FILED,
                    Map.of("highest", project.appeals().lastKey(), "given", file.round()));
        }
        LocalDate closedOn = project.appeals().values().stream()
                .map(Appeals::closedOn)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        if (file.filedOn().isBefore(closedOn)) {
            return refuse(Refusal.FILED_BEFORE_LAST_CLOSED, Map.of("closedOn", closedOn, "given", file.filedOn()));
        }
        return accept(new AppealFiled(
                file.project(), file.round(), file.filedOn(), file.grounds(), file.asked(), file.letter()));
    }

    /** Of a round that is not open any more. */
    private static LocalDate closedOn(Appeal closed) {
        return closed.decided() != null
                ? closed.decided().decidedOn()
                : Objects.requireNonNull(closed.withdrawn(), "withdrawn").withdrawnOn();
    }

    static Decision decide(DecideAppeal decision, Project project, Asker asker, LocalDate today) {
        Decision refused = refused(Deed.DECIDE, decision.round(), project);
        Appeal appeal = project.appeals().get(decision.round());
        if (refused != null || appeal == null) {
            return refused != null ? refused : refuse(Refusal.APPEAL_NOT_FILED, Map.of("round", decision.round()));
        }
        if (appeal.filedFact().recorded().provenance().actor().equals(asker.id())) {
            return refuse(Refusal.OWN_FILING, Map.of());
        }
        if (decision.decidedOn().isAfter(today)) {
            return Decisions.inTheFuture(decision.decidedOn(), today);
        }
        if (decision.decidedOn().isBefore(appeal.filed().filedOn())) {
            return refuse(
                    Refusal.DECIDED_BEFORE_FILED,
                    Map.of("filedOn", appeal.filed().filedOn(), "given", decision.decidedOn()));
        }
        IndicatorId indicator =
                decision.criteria() == null ? null : decision.criteria().indicator();
        if (indicator != null && !project.indicators().containsKey(indicator)) {
            return refuse(Refusal.INDICATOR_NOT_FOUND, Map.of("indicator", indicator));
        }
        return accept(new AppealDecided(
                decision.project(),
                decision.round(),
                decision.decidedOn(),
                decision.outcome(),
                decision.criteria(),
                decision.letter()));
    }

    static Decision withdraw(WithdrawAppeal withdraw, Project project, LocalDate today) {
        Decision refused = refused(Deed.WITHDRAW, withdraw.round(), project);
        Appeal appeal = project.appeals().get(withdraw.round());
        if (refused != null || appeal == null) {
            return refused != null ? refused : refuse(Refusal.APPEAL_NOT_FILED, Map.of("round", withdraw.round()));
        }
        if (withdraw.withdrawnOn().isAfter(today)) {
            return Decisions.inTheFuture(withdraw.withdrawnOn(), today);
        }
        if (withdraw.withdrawnOn().isBefore(appeal.filed().filedOn())) {
            return refuse(
                    Refusal.WITHDRAWN_BEFORE_FILED,
                    Map.of("filedOn", appeal.filed().filedOn(), "given", withdraw.withdrawnOn()));
        }
        return accept(
                new AppealWithdrawn(withdraw.project(), withdraw.round(), withdraw.withdrawnOn(), withdraw.letter()),
                withdraw.reason());
    }

    /** A round that only a narrative speaks of can be reviewed too: missing papers are a finding. */
    static Decision review(ReviewAppeal review, Project project, LocalDate today) {
        Decision refused = refused(Deed.REVIEW, review.round(), project);
        if (refused != null) {
            return refused;
        }
        LocalDate on = review.reviewedOn();
        return on != null && on.isAfter(today)
                ? Decisions.inTheFuture(on, today)
                : accept(new AppealReviewed(review.project(), review.round(), on, review.outcome(), review.finding()));
    }

    private static @Nullable Decision refused(Deed deed, int round, Project project) {
        return AppealStates.refusal(AppealStates.of(project, round), deed)
                .map(reason -> refuse(reason, Map.of("round", round)))
                .orElse(null);
    }
}
