package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.events.AppealCited;
import org.progressledger.events.EventCatalogue;
import org.progressledger.events.EvidenceAttached;
import org.progressledger.events.FormCertified;
import org.progressledger.events.ProjectEvent;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;

/** Runs the tests of the rules and asks what they left out: a rule without a test is red here. */
class EveryRuleTest {
    /** Told by the desk and not by the rules of the office; {@link CommandDeskTest} has them. */
    private static final Set<Refusal> OF_THE_DESK =
            EnumSet.of(Refusal.IDEMPOTENCY_KEY_REUSED, Refusal.TOO_MUCH_CONTENTION, Refusal.COMMAND_TOO_LARGE);

    /** Recorded by no command of its own: a citation comes with an import, the others have no command yet. */
    private static final Set<Class<? extends ProjectEvent>> WITHOUT_COMMAND =
            Set.of(AppealCited.class, EvidenceAttached.class, FormCertified.class);

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final Texts TEXTS = new Texts(List.of(new MessageBundle("messages/refusals")));

    @BeforeAll
    static void run_the_tests_of_the_rules() {
        OfficeHistory.REFUSED.clear();
        OfficeHistory.ACCEPTED.clear();
        OfficeHistory.EVENTS.clear();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enableTestExecutionListenerAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectPackage(EveryRuleTest.class.getPackageName()))
                                .filters(includeClassNamePatterns(".*RulesTest"))
                                .build(),
                        summary);
        assertThat(summary.getSummary().getFailures()).isEmpty();
        assertThat(summary.getSummary().getTestsSucceededCount()).isGreaterThan(100);
    }

    @Test
    void every_refusal_is_given_in_a_test_with_the_data_of_its_sentence() {
        assertThat(OfficeHistory.REFUSED.stream()
                        .map(Refused::reason)
                        .filter(Refusal.class::isInstance)
                        .map(Refusal.class::cast)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Refusal.class))))
                .isEqualTo(EnumSet.complementOf(EnumSet.copyOf(OF_THE_DESK)));
    }

    @Test
    void every_command_is_accepted_in_a_test() {
        assertThat(OfficeHistory.ACCEPTED)
                .containsAll(Arrays.stream(ProjectCommand.class.getPermittedSubclasses())
                        .<Class<? extends ProjectCommand>>map(each -> each.asSubclass(ProjectCommand.class))
                        .toList());
    }

    @Test
    void every_event_that_a_command_records_is_looked_at_whole_in_a_test() {
        Set<Class<? extends ProjectEvent>> recorded = Arrays.stream(EventCatalogue.values())
                .map(EventCatalogue::type)
                .filter(type -> !WITHOUT_COMMAND.contains(type))
                .collect(Collectors.toSet());

        assertThat(OfficeHistory.EVENTS).isEqualTo(recorded);
    }

    // --- their texts ---

    static Stream<Refused> refusals() {
        return OfficeHistory.REFUSED.stream().filter(refused -> refused.reason() instanceof Refusal);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void every_place_of_a_text_is_filled_by_what_the_decision_gives(Refused refused) {
        for (Language language : Language.values()) {
            Set<String> places = PLACE.matcher(asWritten(language, refused))
                    .results()
                    .map(place -> place.group(1))
                    .collect(Collectors.toSet());

            assertThat(refused.data().keySet()).as(language.tag()).containsAll(places);
            assertThat(text(language, refused)).doesNotContain("{", "}", "null");
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_thai_text_holds_no_english_word_and_an_english_one_no_thai(Refused refused) {
        assertThat(text(Language.TH, refused)).containsPattern("\\p{InThai}").doesNotContainPattern("[A-Za-z]{2}");
        assertThat(text(Language.EN, refused))
                .containsPattern("[a-z]{3}")
                .doesNotContainPattern("\\p{InThai}")
                .as("no Java type and no name of a field")
                .doesNotContainPattern("[a-z][A-Z]|\\w[\\[@=(]");
    }

    private static String text(Language language, Refused refused) {
        return TEXTS.detail(language, refused.reason(), refused.data());
    }

    /** The text with its places still in it. */
    private static String asWritten(Language language, Refused refused) {
        return TEXTS.detail(language, refused.reason(), new EveryPlaceStays());
    }

    /** Gives each place back as it is written. */
    private static final class EveryPlaceStays extends AbstractMap<String, Object> {
        @Override
        public Object get(Object place) {
            return "{" + place + "}";
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return Set.of();
        }
    }
}
