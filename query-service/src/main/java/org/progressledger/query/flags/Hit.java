package org.progressledger.query.flags;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Fact;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/**
 * Something that a rule found.
 *
 * @param about what stands behind the flag's stem in the hit's id; empty where it is about the whole project
 * @param reportNo null where no report tells it
 * @param values what the sentence is made of
 * @param evidence the facts that show it
 */
record Hit(
        String about, Severity severity, @Nullable Integer reportNo, Values values, Summary text, List<Fact> evidence) {

    Hit {
        evidence = List.copyOf(evidence);
    }

    static Hit ofProject(Severity severity, Values values, Summary text, List<Fact> evidence) {
        return new Hit("", severity, null, values, text, evidence);
    }

    /** What was handed in again under its number is another report: a hit of the returned one was another hit. */
    static Hit of(Report report, Severity severity, Values values, Summary text, List<Fact> evidence) {
        String revision = report.revision() == 1 ? "" : "v" + report.revision();
        return new Hit("-r" + report.reportNo() + revision, severity, report.reportNo(), values, text, evidence);
    }

    static Hit of(Fact fact, Severity severity, Values values, Summary text, List<Fact> evidence) {
        return new Hit(
                "-e" + fact.sequence(), severity, fact.recorded().provenance().reportNo(), values, text, evidence);
    }

    static Hit of(YearMonth month, Severity severity, Values values, Summary text, List<Fact> evidence) {
        return new Hit("-" + month, severity, null, values, text, evidence);
    }

    static Hit ofRound(int round, Severity severity, Values values, Summary text, List<Fact> evidence) {
        return new Hit("-round" + round, severity, null, values, text, evidence);
    }
}
