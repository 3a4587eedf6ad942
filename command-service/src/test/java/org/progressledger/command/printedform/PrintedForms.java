package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.progressledger.events.LineRange;

/** The printouts that the tests read, and short ways to say what was read. */
final class PrintedForms {
    static final String DISTRICT = "50470000-3298";
    static final String COUNCIL = "01000000-2462";

    private PrintedForms() {}

    static byte[] sample(String code) {
        String root = System.getProperty("project.root", "..");
        return bytes(Path.of(root, "samples", code + ".txt"));
    }

    static byte[] anotherProject() {
        String root = System.getProperty("project.root", "..");
        return bytes(Path.of(root, "command-service/src/test/resources/printedform/another-project.txt"));
    }

    static byte[] resource(String name) {
        String root = System.getProperty("project.root", "..");
        return bytes(Path.of(root, "command-service/src/test/resources/printedform", name));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static ReadResult read(String text) {
        return PrintedFormReader.read(text.getBytes(StandardCharsets.UTF_8), null, ReadLimits.DEFAULTS);
    }

    static ReadResult.Read form(byte[] bytes) {
        ReadResult result = PrintedFormReader.read(bytes, null, ReadLimits.DEFAULTS);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return (ReadResult.Read) result;
    }

    static ReadResult.Read form(String text) {
        return form(text.getBytes(StandardCharsets.UTF_8));
    }

    static ReadResult.Unreadable unreadable(String text) {
        ReadResult result = read(text);
        assertThat(result).isInstanceOf(ReadResult.Unreadable.class);
        return (ReadResult.Unreadable) result;
    }

    /** {@code 67-68, 83}. */
    static String lines(List<LineRange> ranges) {
        return ranges.stream()
                .map(range -> range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last())
                .collect(Collectors.joining(", "));
    }

    static String row(PrintedReport report) {
        return "%d label %s %s %s%% %s baht %s %s lines %s"
                .formatted(
                        report.reportNo(),
                        report.labelNo(),
                        report.reportedOn(),
                        report.percent(),
                        report.disbursed(),
                        report.scheduleStatus(),
                        report.targetStatus(),
                        lines(report.lines()));
    }

    static List<String> rows(ReadResult.Read read) {
        return read.form().reports().stream().map(PrintedForms::row).toList();
    }

    static List<String> warnings(ReadResult.Read read) {
        return read.warnings().stream()
                .map(warning -> warning.line() + " " + warning.code())
                .toList();
    }

    static List<String> proposals(ReadResult.Read read) {
        return read.proposals().stream().map(PrintedForms::proposal).toList();
    }

    private static String proposal(Proposal proposal) {
        return proposal.reportNo() + " " + what(proposal) + " lines " + lines(proposal.lines());
    }

    /** {@code activity 2021-01-28}. */
    static String what(Proposal proposal) {
        return switch (proposal) {
            case Proposal.ActivityProposal activity -> "activity " + activity.heldOn();
            case Proposal.LetterProposal letter ->
                "letter " + letter.letter().number() + " of " + letter.letter().datedOn();
            case Proposal.PauseProposal pause -> "pause " + pause.effectiveOn() + " " + pause.cause();
            case Proposal.ResumptionProposal resumption -> "resumption " + resumption.effectiveOn();
            case Proposal.AppealCitedProposal appeal ->
                "appeal " + appeal.stage() + " round " + appeal.round()
                        + (appeal.criteriaChanged() ? " criteria changed" : "");
            case Proposal.AmendmentProposal amendment -> "amendment " + change(amendment.change());
        };
    }

    private static String change(Proposal.Change change) {
        return switch (change) {
            case Proposal.Change.EndDate end -> end.detail() + " " + end.after();
            case Proposal.Change.Allocated budget -> budget.detail() + " " + budget.after();
            case Proposal.Change.TargetWords target -> target.detail() + " " + target.after();
            case Proposal.Change.Target target -> target.detail() + " " + target.after();
            case Proposal.Change.CriteriaWords criteria -> criteria.detail() + " " + criteria.after();
            case Proposal.Change.Criteria criteria -> criteria.detail() + " " + criteria.after();
        };
    }
}
