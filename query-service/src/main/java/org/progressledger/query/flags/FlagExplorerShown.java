package org.progressledger.query.flags;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.events.AuditFlag;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.flags.FlagExplorer.Count;
import org.progressledger.query.flags.FlagExplorer.Lines;
import org.progressledger.query.flags.FlagExplorer.OfProject;
import org.progressledger.query.flags.FlagExplorer.OneHit;
import org.progressledger.query.flags.FlagExplorer.Place;
import org.progressledger.query.flags.FlagExplorer.Seen;
import org.progressledger.query.flags.FlagSearch.Explored;
import org.progressledger.query.flags.FlagSearch.Question;
import org.progressledger.query.frame.Beyond;
import org.progressledger.query.frame.Choice;
import org.progressledger.query.frame.Choices;
import org.progressledger.query.frame.Figures;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.Pager;
import org.progressledger.query.projection.FlagIndex.Tally;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Acknowledged;
import org.progressledger.query.projection.FlagView.Severity;

/**
 * The explorer's page in words and figures.
 *
 * @param agency as it was asked for
 * @param on as it was typed
 */
record FlagExplorerShown(
        Frame frame, Asker asker, Question question, String agency, String on, LocalDate day, boolean isToday) {
    static final int ON_A_PAGE = 25;
    private static final String PATH = "/flags";
    private static final int OF_A_DIGEST = 8;
    private static final long WHOLE_BAR = 100;

    FlagExplorer page(Explored explored, int page, AgencyRegister register, List<Integer> years) {
        Link list = list(question.flag());
        return new FlagExplorer(
                frame,
                Figures.day(day, frame.language()),
                isToday,
                on,
                question.severity() != null
                        || question.acknowledged() != null
                        || question.fiscalYear() != null
                        || !agency.isEmpty(),
                PATH,
                list(null).address(),
                question.flag() != null,
                asker.role() == Role.AUDITOR,
                flags(),
                severities(),
                acknowledgements(),
                Choices.agencies(register, asker, agency, frame),
                Choices.years(
                        years,
                        question.fiscalYear() == null
                                ? ""
                                : question.fiscalYear().toString(),
                        frame),
                counts(explored.tallies()),
                byProject(explored.hits()),
                Pager.of(page, ON_A_PAGE, explored.hits().size(), explored.total(), list),
                Beyond.of(
                        page,
                        ON_A_PAGE,
                        explored.hits().size(),
                        explored.total(),
                        last -> list.with("page", last == 1 ? null : last).address()));
    }

    private Link list(@Nullable AuditFlag flag) {
        return Link.to(PATH)
                .with("flag", flag)
                .with("severity", question.severity())
                .with("acknowledged", question.acknowledged())
                .with("agency", agency)
                .with("fiscalYear", question.fiscalYear())
                .with("on", on);
    }

    private List<Choice> flags() {
        return Arrays.stream(AuditFlag.values())
                .map(flag -> new Choice(flag.name(), frame.say("flag." + flag.name()), flag == question.flag()))
                .toList();
    }

    private List<Choice> severities() {
        return Stream.of(Severity.ALERT, Severity.WARNING, Severity.INFO)
                .map(severity -> new Choice(severity.name(), words(severity), severity == question.severity()))
                .toList();
    }

    private List<Choice> acknowledgements() {
        return List.of(
                new Choice(
                        "false",
                        frame.say("flagexplorer.notAcknowledged"),
                        Boolean.FALSE.equals(question.acknowledged())),
                new Choice(
                        "true", frame.say("flagexplorer.acknowledged"), Boolean.TRUE.equals(question.acknowledged())));
    }

    private List<Count> counts(Map<AuditFlag, Tally> tallies) {
        long most = tallies.values().stream().mapToLong(Tally::all).max().orElse(1);
        return tallies.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<AuditFlag, Tally> tally) ->
                                -tally.getValue().all())
                        .thenComparing(Map.Entry::getKey))
                .map(tally -> count(tally.getKey(), tally.getValue(), most))
                .toList();
    }

    private Count count(AuditFlag flag, Tally tally, long most) {
        return new Count(
                frame.say("flag." + flag.name()),
                flag.name(),
                list(flag).address(),
                flag == question.flag(),
                Figures.count(tally.all()),
                Figures.count(tally.acknowledged()),
                width(tally.open(), most),
                width(tally.acknowledged(), most));
    }

    private static String width(long part, long most) {
        return Long.toString(part == 0 ? 0 : Math.max(1, part * WHOLE_BAR / most));
    }

    /** The hits come by project. */
    private List<OfProject> byProject(List<FlagView> hits) {
        List<OfProject> projects = new ArrayList<>();
        for (FlagView hit : hits) {
            if (projects.isEmpty() || !projects.getLast().code().equals(hit.projectCode())) {
                projects.add(new OfProject(hit.projectCode(), hit.projectName(), new ArrayList<>()));
            }
            projects.getLast().hits().add(shown(hit));
        }
        return projects;
    }

    private OneHit shown(FlagView hit) {
        Acknowledged acknowledged = hit.acknowledged();
        return new OneHit(
                hit.id(),
                frame.say("flag." + hit.flag().name()),
                hit.flag().name(),
                style(hit.severity()),
                icon(hit.severity()),
                words(hit.severity()),
                frame.say(hit.text().th(), hit.text().en()),
                hit.reportNo(),
                hit.evidence().positions().stream()
                        .map(FlagExplorerShown::place)
                        .toList(),
                hit.evidence().sources().stream()
                        .filter(source -> !source.lines().isEmpty())
                        .map(source -> new Lines(
                                String.valueOf(Figures.lines(source.lines())),
                                source.sha256().substring(0, OF_A_DIGEST)))
                        .toList(),
                acknowledged == null ? null : seen(acknowledged));
    }

    private Seen seen(Acknowledged acknowledged) {
        return new Seen(
                acknowledged.by(),
                Figures.moment(acknowledged.at(), frame.language()),
                acknowledged.reason(),
                place(acknowledged.position()),
                acknowledged.newerEvidence());
    }

    private static Place place(long position) {
        return new Place(Figures.count(position), position);
    }

    private String words(Severity severity) {
        return switch (severity) {
            case ALERT -> frame.say("severity.ALERT");
            case WARNING -> frame.say("severity.WARNING");
            case INFO -> frame.say("severity.INFO");
        };
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case ALERT -> "flag";
            case WARNING -> "flag flag-warn";
            case INFO -> "flag flag-note";
        };
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ALERT -> "#i-flag";
            case WARNING -> "#i-warn";
            case INFO -> "#i-info";
        };
    }
}
