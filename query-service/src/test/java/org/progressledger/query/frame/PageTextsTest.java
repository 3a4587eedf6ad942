package org.progressledger.query.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.PauseCause;
import org.progressledger.events.PercentChange;
import org.progressledger.events.ProjectStatus;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;

/** Every word of a page is there in both languages, and no word that no page says. */
class PageTextsTest {
    private static final Pattern KEY = Pattern.compile("say\\(\\s*['\"]([A-Za-z0-9.-]+)['\"]\\s*[,)]");
    private static final Pattern EITHER = Pattern.compile("\\? '([A-Za-z0-9.]+)' : '([A-Za-z0-9.]+)'\\)");
    private static final Pattern MARK = Pattern.compile("\"((?:mark|place)\\.[a-z]+)\"");
    private static final Pattern OF_A_DEED = Pattern.compile("\"((?:deed|done|doing)\\.[A-Za-z.]+[A-Za-z])\"");

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
        said.addAll(List.of("order.newest", "order.oldest", "order.recorded", "lag"));
        said.addAll(List.of("trouble.400", "trouble.403", "trouble.404", "trouble.later"));

        assertThat(MessagesInStep.differences(
                        new MessageBundle("messages/pages"),
                        List.of(),
                        said.stream().map(key -> "page." + key).toList()))
                .isEmpty();
    }
}
