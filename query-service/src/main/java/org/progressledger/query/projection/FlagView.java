package org.progressledger.query.projection;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.Fact;
import org.progressledger.events.LineRange;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
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
    public record Evidence(List<Long> positions, List<LineRange> lines, List<SourceView> sources) {

        /** These events, each once, and where they stand on paper. */
        public static Evidence of(Collection<Fact> facts) {
            TreeSet<Long> positions = facts.stream().map(Fact::position).collect(Collectors.toCollection(TreeSet::new));
            Map<Sha256, TreeSet<LineRange>> byPrintout = new LinkedHashMap<>();
            for (Fact fact : facts) {
                Source source = fact.recorded().provenance().source();
                if (source != null) {
                    byPrintout
                            .computeIfAbsent(
                                    source.sha256(),
                                    sha256 -> new TreeSet<>(Comparator.comparing(LineRange::first)
                                            .thenComparing(LineRange::last)))
                            .addAll(source.lines());
                }
            }
            List<SourceView> sources = byPrintout.entrySet().stream()
                    .map(printout -> new SourceView(printout.getKey().hex(), List.copyOf(printout.getValue())))
                    .toList();
            List<LineRange> lines =
                    sources.stream().flatMap(source -> source.lines().stream()).toList();
            return new Evidence(List.copyOf(positions), lines, sources);
        }
    }

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
