package org.progressledger.query.flags;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.Percent;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.events.ScheduleStatus;

/**
 * A report that counts, and the one that counts before it.
 *
 * @param before null for the first
 */
record Turn(@Nullable Report before, Report report) {

    /** Reports in the order of their numbers, without those that were returned. */
    static List<Turn> of(Project project) {
        List<Turn> turns = new ArrayList<>();
        Report before = null;
        for (Report report : project.reports().values()) {
            if (report.counts()) {
                turns.add(new Turn(before, report));
                before = report;
            }
        }
        return turns;
    }

    /** 0 before the first report. */
    Percent from() {
        return before == null ? Percent.ZERO : before.content().percent();
    }

    Percent to() {
        return report.content().percent();
    }

    /** In points, negative for a fall. */
    BigDecimal change() {
        return to().pointsAbove(from());
    }

    boolean isOnPlan() {
        return report.content().scheduleStatus() == ScheduleStatus.ON_PLAN;
    }

    /** What brought and changed both reports. */
    List<Fact> evidence() {
        return Stream.concat(before == null ? Stream.of() : factsOf(before), factsOf(report))
                .toList();
    }

    /** What brought and changed the report itself. */
    List<Fact> evidenceOfReport() {
        return factsOf(report).toList();
    }

    static Stream<Fact> factsOf(Report report) {
        return Stream.concat(Stream.of(report.reported()), report.corrections().stream());
    }
}
