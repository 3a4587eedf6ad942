package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.all;
import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** Typed numbers follow one another, printed ones may not. A report that was returned was there: its number is not missing. */
record ReportGap() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say("เลขครั้งที่ของรายงานขาดหาย", "A report number is missing");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        Report before = null;
        for (Report report : project.reports().values()) {
            int expected = before == null ? 1 : before.reportNo() + 1;
            if (report.reportNo() > expected) {
                Turn turn = new Turn(before, report);
                hits.add(hit(turn, expected, project));
            }
            before = report;
        }
        return hits;
    }

    private static Hit hit(Turn turn, int first, Project project) {
        int no = turn.report().reportNo();
        int last = no - 1;
        return Hit.of(
                turn.report(),
                Severity.WARNING,
                Values.of("first", first).and("last", last),
                first == last
                        ? say(
                                "ก่อนรายงานครั้งที่ %s ขาดครั้งที่ %s",
                                "Before report %s, number %s is missing", no, first)
                        : say(
                                "ก่อนรายงานครั้งที่ %s ขาดครั้งที่ %s ถึง %s",
                                "Before report %s, the numbers %s to %s are missing", no, first, last),
                turn.before() == null ? all(List.of(project.registration()), turn.evidence()) : turn.evidence());
    }
}
