package org.progressledger.query.importreview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.importreview.Draft.Different;
import org.progressledger.query.importreview.Draft.DifferentField;
import org.progressledger.query.importreview.Draft.Report;
import org.progressledger.query.importreview.ReviewPage.Changed;
import org.progressledger.query.importreview.ReviewPage.ContradictionShown;
import org.progressledger.query.importreview.ReviewPage.Field;
import org.progressledger.query.importreview.ReviewPage.Group;
import org.progressledger.query.importreview.ReviewPage.Head;
import org.progressledger.query.importreview.ReviewPage.OptionShown;
import org.progressledger.query.importreview.ReviewPage.ProposalShown;
import org.progressledger.query.importreview.ReviewPage.ReadingShown;
import org.progressledger.query.importreview.ReviewPage.ReportShown;
import org.progressledger.query.importreview.ReviewPage.Seen;
import org.progressledger.query.importreview.ReviewPage.Trouble;
import org.progressledger.query.importreview.ReviewPage.WarningShown;
import org.progressledger.query.importreview.ReviewPage.Wrong;
import org.progressledger.query.sending.CommandDesk.FieldError;
import org.progressledger.query.sending.CommandDesk.Refused;
import tools.jackson.databind.JsonNode;

/** A draft with what a person has said to it, as the page shows it. */
final class ReviewShown {
    private final Draft draft;
    private final List<Report> reports;
    private final Answered answered;
    private final @Nullable Confirmed confirmed;
    private final Frame frame;
    private final Map<String, String> wrong = new HashMap<>();

    /** @param confirmed null while nothing was recorded of the paper */
    ReviewShown(Draft draft, List<Report> reports, Answered answered, @Nullable Confirmed confirmed, Frame frame) {
        this.draft = draft;
        this.reports = reports;
        this.answered = answered;
        this.confirmed = confirmed;
        this.frame = frame;
    }

    ReviewPage page(@Nullable Trouble trouble) {
        List<Group> groups = new ProposalsShown(draft, answered, wrong, frame).groups();
        int certain = draft.certainFacts(reports);
        return new ReviewPage(
                frame,
                draft.importId(),
                Objects.requireNonNullElse(draft.fileName(), draft.projectCode()),
                head(),
                seen(),
                trouble,
                new SourceLines(draft, reports, frame).shown(),
                HeadFields.shown(draft, frame),
                warnings(SourceLines::isOfALabel),
                warnings(code -> !SourceLines.isOfALabel(code) && !code.equals("TWO_READINGS")),
                draft.choices().stream().map(this::reading).toList(),
                reports.stream().map(this::report).toList(),
                draft.contradictions().stream().map(this::contradiction).toList(),
                groups,
                certain,
                certain + proposed(groups),
                answered.compared() && trouble != null && !trouble.anyway(),
                draft.recorded() == null ? 0 : draft.recorded().version(),
                answered.key());
    }

    /** Of a refusal; its words at the fields are kept for {@link #page}. */
    Trouble trouble(Refused refused) {
        List<Wrong> all = new ArrayList<>();
        for (FieldError error : refused.errors()) {
            String name = name(error.field());
            wrong.put(name, error.detail());
            all.add(new Wrong(href(name), label(name) + error.detail()));
        }
        if (refused.code().equals("READING_NOT_CHOSEN") || refused.code().equals("UNKNOWN_READING")) {
            String name = Answered.CHOICE + refused.data().path("reading").asString("");
            wrong.put(name, refused.detail());
            all.add(new Wrong(href(name), frame.say("importreview.choose")));
        }
        if (refused.code().equals("PRINTOUT_CONTRADICTS_REPORTS")
                && !draft.contradictions().isEmpty()) {
            int first = draft.contradictions().getFirst().reportNo();
            all.add(new Wrong("#reason." + first, frame.say("importreview.explain")));
        }
        String given = refused.data().path("given").asString("");
        if (all.isEmpty() && refused.code().equals("DATE_IN_THE_FUTURE")) {
            for (String name : Editing.daysThatSay(given, draft, answered)) {
                wrong.put(name, refused.detail());
                all.add(new Wrong(href(name), label(name) + refused.detail()));
            }
        }
        return new Trouble(refused.detail(), refused.code(), refused.status() == 412, all);
    }

    /** So that the summary says which field it means. */
    private String label(String name) {
        if (name.startsWith(Answered.REASON)) {
            return frame.say("importreview.correctionReason") + ": ";
        }
        if (name.startsWith(Answered.LETTER)) {
            return frame.say("importreview.correctionLetter") + ": ";
        }
        return name.startsWith(Answered.EDIT)
                ? Editing.label(name.substring(name.lastIndexOf('.') + 1), frame) + ": "
                : "";
    }

    /** The field of the page that a path of the confirmation means. */
    private String name(String path) {
        if (path.startsWith("choices.")) {
            return Answered.CHOICE + path.substring("choices.".length());
        }
        if (path.startsWith("corrections[")) {
            int end = path.indexOf(']');
            int index = end < 0 ? -1 : number(path.substring("corrections[".length(), end));
            if (index >= 0 && index < draft.contradictions().size()) {
                int reportNo = draft.contradictions().get(index).reportNo();
                return (path.endsWith(".letter") ? Answered.LETTER : Answered.REASON) + reportNo;
            }
        }
        return path;
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : -1;
    }

    private static @Nullable String href(String name) {
        if (name.startsWith(Answered.CHOICE)) {
            return "#c-" + name.substring(Answered.CHOICE.length());
        }
        return name.startsWith(Answered.EDIT) || name.startsWith(Answered.REASON) || name.startsWith(Answered.LETTER)
                ? "#" + name
                : null;
    }

    private @Nullable Seen seen() {
        return confirmed == null
                ? null
                : new Seen(
                        Figures.moment(confirmed.at(), frame.language()),
                        confirmed.events(),
                        "/import/" + draft.importId() + "/recorded?project=" + draft.projectCode() + "&first="
                                + confirmed.first() + "&atLeast=" + confirmed.last());
    }

    private Head head() {
        return new Head(
                draft.projectCode(),
                draft.form().path("name").asString(""),
                reports.size(),
                (int) reports.stream().filter(draft::isNew).count(),
                draft.sourceLines().size(),
                draft.waitsUntil() == null ? null : Figures.moment(draft.waitsUntil(), frame.language()),
                draft.recorded() != null,
                draft.recorded() != null && draft.recorded().older());
    }

    /** The head's details are one fact together. */
    private static int proposed(List<Group> groups) {
        List<ProposalShown> open = groups.stream()
                .flatMap(group -> group.proposals().stream())
                .filter(proposal -> !proposal.recorded())
                .toList();
        int single = (int)
                open.stream().filter(proposal -> proposal.once().isEmpty()).count();
        return single + (single < open.size() ? 1 : 0);
    }

    private List<WarningShown> warnings(Predicate<String> ofCode) {
        List<WarningShown> shown = new ArrayList<>();
        for (int i = 0; i < draft.warnings().size(); i++) {
            Draft.Warning warning = draft.warnings().get(i);
            if (ofCode.test(warning.code())) {
                shown.add(new WarningShown("w" + i, warning.message(), warning.line()));
            }
        }
        return shown;
    }

    private ReadingShown reading(Draft.Reading reading) {
        String name = Answered.CHOICE + reading.id();
        String chosen = answered.choices().get(reading.id());
        String what = HeadFields.label(reading.field(), frame);
        return new ReadingShown(
                reading.id(),
                name,
                reading.reportNo() == null
                        ? what
                        : what + " " + frame.say("importreview.reportNo", Map.of("n", reading.reportNo())),
                reading.options().stream()
                        .map(option -> new OptionShown(
                                option.id(),
                                option(reading, option),
                                option.line(),
                                option.id().equals(reading.taken()),
                                option.id().equals(chosen)))
                        .toList(),
                wrong.get(name));
    }

    private String option(Draft.Reading reading, Draft.Option option) {
        return switch (option.id()) {
            case "label" -> frame.say("importreview.asLabel", Map.of("text", option.text()));
            case "words" -> frame.say("importreview.asWords", Map.of("text", option.text()));
            case "buddhist", "gregorian" -> option.text();
            default -> reading.field().endsWith("On") ? Days.written(option.text(), frame) : option.text();
        };
    }

    private ReportShown report(Report report) {
        return new ReportShown(
                report.reportNo(),
                report.labelNo(),
                Figures.day(report.reportedOn(), frame.language()),
                report.percent().setScale(2, java.math.RoundingMode.UNNECESSARY).toPlainString(),
                Figures.baht(report.disbursed()),
                frame.say("schedule." + report.scheduleStatus()),
                frame.say("target." + report.targetStatus()),
                report.narrative(),
                Objects.requireNonNullElse(Ranges.written(report.lines()), ""),
                Ranges.href(report.lines()),
                standing(report));
    }

    private String standing(Report report) {
        if (draft.recorded() == null) {
            return "";
        }
        if (draft.isNew(report)) {
            return "new";
        }
        return draft.contradictions().stream().anyMatch(each -> each.reportNo() == report.reportNo())
                ? "different"
                : "same";
    }

    private ContradictionShown contradiction(Different report) {
        return new ContradictionShown(
                report.reportNo(),
                report.fields().stream().map(this::changed).toList(),
                field(Answered.REASON + report.reportNo(), frame.say("importreview.correctionReason"), "words"),
                field(Answered.LETTER + report.reportNo(), frame.say("importreview.correctionLetter"), "text"));
    }

    private Field field(String name, String label, String kind) {
        return new Field(name, label, kind, answered.typed().getOrDefault(name, ""), List.of(), false, wrong.get(name));
    }

    private Changed changed(DifferentField field) {
        return new Changed(
                HeadFields.label(field.field(), frame), side(field, field.recorded()), side(field, field.printed()));
    }

    private String side(DifferentField field, @Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return frame.say("none");
        }
        String text = HeadFields.written(field.field(), value, frame);
        return switch (field.field()) {
            case "scheduleStatus" -> frame.say("schedule." + text);
            case "targetStatus" -> frame.say("target." + text);
            default -> text;
        };
    }
}
