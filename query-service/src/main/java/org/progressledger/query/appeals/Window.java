package org.progressledger.query.appeals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.Report;

/**
 * The days during which an appeal waited, both included.
 *
 * @param from the filing
 * @param until the decision, or the day on which it was taken back; null while it waits
 */
record Window(LocalDate from, @Nullable LocalDate until) {

    static Window of(Appeal appeal) {
        if (appeal.decided() != null) {
            return new Window(appeal.filed().filedOn(), appeal.decided().decidedOn());
        }
        return new Window(
                appeal.filed().filedOn(),
                appeal.withdrawn() == null ? null : appeal.withdrawn().withdrawnOn());
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** How long it waited, or has waited until a day: 0 for a decision on the day of the filing. */
    long days(LocalDate today) {
        return ChronoUnit.DAYS.between(from, until == null ? today : until);
    }

    /** What brought, changed and sent back the reports that are dated inside, earlier revisions included. */
    List<Fact> reportFacts(Project project) {
        List<Fact> facts = new ArrayList<>();
        for (Report report : project.reports().values()) {
            addFactsOf(report, facts);
            report.earlier().forEach(revision -> addFactsOf(revision, facts));
        }
        return facts;
    }

    private void addFactsOf(Report report, List<Fact> facts) {
        if (holds(report.reportedOn())) {
            facts.add(report.reported());
            facts.addAll(report.corrections());
            if (report.returned() != null) {
                facts.add(report.returned());
            }
        }
    }
}
