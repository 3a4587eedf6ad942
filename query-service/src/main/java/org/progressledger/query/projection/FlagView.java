package org.progressledger.query.projection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.LineRange;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.Summary;
import tools.jackson.databind.JsonNode;

/**
 * A hit of an audit flag.
 *
 * @param id the same within its project however often it is folded
 * @param ruleVersion of the rule that found it
 * @param reportNo the report that it is about; null where it is about the project
 * @param values what the sentence is made of
 * @param acknowledged null while no auditor has
 */
public record FlagView(
        String id,
        AuditFlag flag,
        Severity severity,
        String projectCode,
        String projectName,
        @Nullable Integer reportNo,
        Summary text,
        JsonNode values,
        Evidence evidence,
        int ruleVersion,
        @Nullable Acknowledged acknowledged) {

    /** How much an auditor should mind. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Somebody should explain it. */
        WARNING,
        /** It may hide something. */
        ALERT
    }

    /**
     * What shows it.
     *
     * @param positions of the events, ascending
     * @param lines on the printout, for what was imported
     * @param sources the same for each printout, with its digest
     */
    public record Evidence(List<Long> positions, List<LineRange> lines, List<SourceView> sources) {}

    /**
     * That an auditor has seen it.
     *
     * @param by the account
     * @param position of the event that says so
     * @param newerEvidence whether something of the evidence was recorded afterwards, so that the auditor has not seen it
     */
    public record Acknowledged(
            String by, Instant at, @Nullable String reason, long position, boolean newerEvidence) {}
}
