package org.progressledger.command.project;

import java.time.LocalDate;
import org.progressledger.access.Asker;
import org.progressledger.command.project.ProjectCommand.WithdrawFact;

/** One command of a history, on its own: a step can be left out and the others still be asked. */
record Step(LocalDate today, ProjectCommand command, Asker asker, Deadline deadline) {
    /** The same when so many events before it are left out: a withdrawal names its fact by its place. */
    Step earlier(int events) {
        return command instanceof WithdrawFact withdraw && withdraw.sequence() >= events
                ? new Step(
                        today,
                        new WithdrawFact(withdraw.project(), withdraw.sequence() - events, withdraw.reason()),
                        asker,
                        deadline)
                : this;
    }

    /** So short that a handful is read at a glance: the usual head of the form is left out. */
    @Override
    public String toString() {
        String told = command.toString().replaceAll("project=50470000-3298,? ?|[a-zA-Z]+=null,? ?", "");
        String asked = told.replaceAll("ProjectRegistered\\[.*?indicators=\\[]]", "ProjectRegistered")
                .replaceAll("source=Source\\[.*?]]], ?", "");
        return today + " " + asker.id() + " " + asked + (deadline.equals(Deadline.NONE) ? "" : " " + deadline);
    }
}
