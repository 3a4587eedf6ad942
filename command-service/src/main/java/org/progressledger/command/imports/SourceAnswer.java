package org.progressledger.command.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.projectledger.PrintoutText;

/**
 * A draft's paper line by line, with what was read from each line: the source on one side, the form on the other.
 *
 * @param extractor what took the lines out of a PDF; absent for text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceAnswer(
        String importId, String sha256, @Nullable String extractor, List<SourceLine> lines) {

    /**
     * One line.
     *
     * @param number from 1, as events and drafts name it
     * @param page of a PDF on which it begins; absent for text
     * @param boxes of a PDF, in points from the page's left upper corner; absent for text
     * @param reads paths of what was read from it: {@code form.name}, {@code form.reports[4]} by its number, {@code
     *     proposals[r4-pause]} by its id, {@code warnings[0]} by its place
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceLine(
            int number,
            String text,
            @Nullable Integer page,
            @Nullable List<PrintoutText.Box> boxes,
            List<String> reads) {}

    static SourceAnswer of(DraftAnswer draft, @Nullable PrintoutText text) {
        List<List<String>> reads = reads(draft);
        List<SourceLine> lines = new ArrayList<>();
        for (int i = 0; i < draft.sourceLines().size(); i++) {
            PrintoutText.Line placed = text == null ? null : text.lines().get(i);
            lines.add(new SourceLine(
                    i + 1,
                    draft.sourceLines().get(i),
                    placed == null ? null : placed.page(),
                    placed == null ? null : placed.boxes(),
                    reads.get(i)));
        }
        return new SourceAnswer(draft.importId(), draft.sha256(), text == null ? null : text.extractor(), lines);
    }

    private static List<List<String>> reads(DraftAnswer draft) {
        List<List<String>> reads = new ArrayList<>();
        draft.sourceLines().forEach(line -> reads.add(new ArrayList<>()));
        draft.form().lines().forEach((field, lines) -> add(reads, lines, "form." + field));
        draft.form().reports().forEach(report -> add(reads, report.lines(), "form.reports[" + report.reportNo() + "]"));
        draft.proposals().forEach(proposal -> add(reads, proposal.lines(), "proposals[" + proposal.id() + "]"));
        for (int i = 0; i < draft.warnings().size(); i++) {
            int line = draft.warnings().get(i).line();
            add(reads, List.of(new LineRange(line, line)), "warnings[" + i + "]");
        }
        return reads;
    }

    private static void add(List<List<String>> reads, List<LineRange> lines, String path) {
        for (LineRange range : lines) {
            for (int line = range.first(); line <= Math.min(range.last(), reads.size()); line++) {
                reads.get(line - 1).add(path);
            }
        }
    }
}
