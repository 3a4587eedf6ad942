package org.progressledger.command.project;

import static org.progressledger.command.project.Decision.accept;
import static org.progressledger.command.project.Decision.refuse;

import java.time.LocalDate;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.Project;

/** The rules about the rounds of an appeal: one at a time, each above the last, decided by somebody else. */
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
        return accept(new AppealFiled(
                file.project(), file.round(), file.filedOn(), file.grounds(), file.asked(), file.letter()));
    }

    static Decision decide(DecideAppeal decision, Project project, Asker asker, LocalDate today) {
        Appeal appeal = project.appeals().get(decision.round());
        if (appeal == null) {
            return refuse(Refusal.APPEAL_NOT_FILED, Map.of("round", decision.round()));
        }
        if (!appeal.isOpen()) {
            return refuse(Refusal.APPEAL_ALREADY_DECIDED, Map.of("round", decision.round()));
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
        return accept(new AppealDecided(
                decision.project(),
                decision.round(),
                decision.decidedOn(),
                decision.outcome(),
                decision.criteriaBefore(),
                decision.criteriaAfter(),
                decision.letter()));
    }
}
