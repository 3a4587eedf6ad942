package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.progressledger.access.RoleMatrix;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.IndicatorKind;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PercentChange;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ReportState;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.ProjectView;
import org.progressledger.query.projection.ProjectView.PersonView;
import org.progressledger.query.projection.ReportViews.ReportView;
import org.progressledger.query.projection.Views.EventView;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.readings.ReadingWords;

/** Every word of a page is there in both languages, and no word that no page says. */
class PageTextsTest {
    private static final Pattern KEY = Pattern.compile("say\\(\\s*['\"]([A-Za-z0-9.-]+)['\"]\\s*[,)]");
    private static final Pattern EITHER = Pattern.compile("\\? '([A-Za-z0-9.]+)' : '([A-Za-z0-9.]+)'\\s*[,)]");
    private static final Pattern OF_A_DEED = Pattern.compile("\"((?:deed|done|doing)\\.[A-Za-z.]+[A-Za-z])\"");
    private static final Pattern MARK = Pattern.compile("\"((?:mark|asof|place)\\.[A-Za-z]+)\"");

    /** Where a value came from, or what another value tells already. */
    private static final Set<String> NEVER_DIFFERENT = Set.of(
            "field.latestReport",
            "field.reportCount",
            "field.recordedAt",
            "field.mainCode",
            "field.registerName",
            "field.flags",
            "field.th",
            "field.en");

    @Test
    void every_word_of_a_page_is_there_in_both_languages() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path folder :
                List.of(Path.of("src/main/resources/templates"), Path.of("src/main/java/org/progressledger/query"))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    for (Pattern pattern : List.of(KEY, EITHER, MARK, OF_A_DEED)) {
                        Matcher found = pattern.matcher(text);
                        while (found.find()) {
                            for (int i = 1; i <= found.groupCount(); i++) {
                                said.add(found.group(i));
                            }
                        }
                    }
                }
            }
        }
        // what is put together
        said.removeIf(key -> key.endsWith("."));
        said.removeAll(Set.of("en", "th", "page"));
        Arrays.stream(EventCatalogue.values()).forEach(event -> said.add("event." + event.storedName()));
        Arrays.stream(AuditFlag.values()).forEach(flag -> said.add("flag." + flag.name()));
        Arrays.stream(ProjectStatus.values()).forEach(status -> said.add("status." + status.name()));
        Arrays.stream(PauseCause.values()).forEach(cause -> said.add("cause." + cause.name()));
        Arrays.stream(ScheduleStatus.values()).forEach(status -> said.add("schedule." + status.name()));
        Arrays.stream(TargetStatus.values()).forEach(status -> said.add("target." + status.name()));
        Arrays.stream(PercentChange.Cause.values()).forEach(cause -> said.add("move." + cause.name()));
        for (Class<?> shown : List.of(ProjectView.class, ReportView.class)) {
            addFields(shown, said);
        }
        said.add("field.reports");
        said.removeAll(NEVER_DIFFERENT);
        Arrays.stream(ReportState.values()).forEach(state -> said.add("asof.state." + state.name()));
        Arrays.stream(AppealOutcome.values()).forEach(outcome -> said.add("asof.outcome." + outcome.name()));
        Arrays.stream(ReviewOutcome.values()).forEach(outcome -> said.add("asof.outcome." + outcome.name()));
        Arrays.stream(AppealStage.values()).forEach(stage -> said.add("asof.stage." + stage.name()));
        Arrays.stream(IndicatorKind.values()).forEach(kind -> said.add("asof.kind." + kind.name()));
        Stream.of("ALERT", "WARNING", "INFO").forEach(weight -> said.add("severity." + weight));
        Stream.of("FILED", "DECIDED", "WITHDRAWN", "CITED").forEach(status -> said.add("status." + status));
        Arrays.stream(AppealStage.values()).forEach(stage -> said.add("waiting.stage." + stage.name()));
        said.addAll(List.of("waiting.late", "waiting.hits", "waiting.appeals", "waiting.gaps"));
        said.addAll(List.of("order.newest", "order.oldest", "order.recorded", "lag"));
        said.addAll(List.of("withheld.PERSON_ERASED", "withheld.NOT_KEPT"));
        said.addAll(ofAppeals());
        RoleMatrix.of(RoleMatrix.Service.QUERY).allows().stream()
                .filter(ReadingWords::isNoted)
                .forEach(row -> said.add(ReadingWords.key(row.pathPattern())));
        said.addAll(List.of("trouble.400", "trouble.403", "trouble.404", "trouble.later"));

        assertThat(MessagesInStep.differences(
                        new MessageBundle("messages/pages"),
                        List.of(),
                        said.stream().map(key -> "page." + key).toList()))
                .isEmpty();
    }

    /** What the pages of appeals put together out of values, names of fields and forms. */
    private static List<String> ofAppeals() {
        List<String> said = new ArrayList<>();
        addAll(said, "replays.state.", "RUNNING", "PAUSED", "WAITING", "DONE", "CANCELLED", "FAILED");
        addAll(said, "replays.step.", "BEGINNING", "BUILDING", "COMPARING", "SWITCHING", "LEAVING", "CANCELLING");
        addAll(said, "appeal.status.", "FILED", "DECIDED", "WITHDRAWN", "CITED", "NONE");
        addAll(said, "appeal.toldBy.", "DECISION", "INDICATOR");
        Arrays.stream(AppealOutcome.values()).forEach(outcome -> said.add("appeal.outcome." + outcome.name()));
        Arrays.stream(AppealStage.values()).forEach(stage -> said.add("appeal.stage." + stage.name()));
        Arrays.stream(ReviewOutcome.values()).forEach(outcome -> {
            said.add("appeal.review." + outcome.name());
            said.add("appeal.reviewMeans." + outcome.name());
        });
        for (String form : List.of("review", "decision", "withdrawal")) {
            addAll(said, "appeal.", "done." + form, "record." + form, "send." + form);
        }
        addAll(said, "appeal.", "filing", "decision", "withdrawal", "before", "between", "after", "waits", "waited");
        addAll(said, "appeal.", "finding", "findingHelp", "reviewedOn", "reviewedOnHelp", "decidedOn", "withdrawnOn");
        addAll(said, "appeal.", "criteriaBefore", "criteriaAfter", "criteriaHelp", "reasonHelp");
        addAll(said, "appeals.", "reviewed", "unreviewed", "lacking", "complete");
        addAll(said, "appeals.sort.", "projectCode", "status", "filedOn", "age", "decidedOn");
        return said;
    }

    private static void addAll(List<String> said, String prefix, String... keys) {
        Arrays.stream(keys).forEach(key -> said.add(prefix + key));
    }

    /** Each field of what is shown of a project may differ between two points of time, and is called by a word. */
    private static void addFields(Class<?> shown, Set<String> said) {
        for (RecordComponent field : shown.getRecordComponents()) {
            Class<?> inside = field.getGenericType() instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : field.getType();
            boolean elsewhere = inside == EventView.class
                    || inside == SourceView.class
                    || inside == LineRange.class
                    || inside == FlagView.class;
            if (!elsewhere && said.add("field." + field.getName()) && inside.isRecord() && inside != PersonView.class) {
                addFields(inside, said);
            }
        }
    }
}
