package org.progressledger.query.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Pager;
import org.progressledger.query.transparency.LedgerPage.CheckedHere;
import org.progressledger.query.transparency.LedgerPage.Comparison;
import org.progressledger.query.transparency.LedgerPage.Sealing;
import org.progressledger.query.transparency.LedgerPage.State;
import org.progressledger.query.verification.Verification;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Verdict.Outcome;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** What the ledger's page says when something is wrong, which no test of a whole service waits for. */
class LedgerPageTest {
    private static final Instant BEGUN = Instant.parse("2026-11-20T19:00:00Z");
    private static final Duration ALARM = Duration.ofSeconds(60);
    private static final SpringTemplateEngine ENGINE = engine();

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }

    private static LedgerWords words(Language language) {
        Texts texts = new Texts(List.of(new MessageBundle("messages/pages")));
        return new LedgerWords(
                new Frame(language, texts, null, true, List.of(), null, "/ledger", "/ledger", "", null, null));
    }

    private static Verification.Result checked(Outcome outcome, Finding finding) {
        Verdict.Counts counts = new Verdict.Counts(18_000, 900, 70, 40, 80, 17_900, "", -1, -1, Optional.empty());
        return new Verification.Result(
                BEGUN,
                BEGUN.plusSeconds(4),
                new Verdict(outcome, Optional.ofNullable(finding), Optional.empty(), counts, Set.of()));
    }

    private static String shown(LedgerWords words, Sealing sealing, CheckedHere checked) {
        LedgerPage page = new LedgerPage(
                words.frame(),
                "18,204",
                "18,203",
                sealing,
                null,
                List.of(),
                List.of(),
                new Pager("0", "0", "0", null, null),
                new Comparison("", "", null, null),
                checked,
                true,
                "http://localhost",
                "auditor");
        MockServletContext servlets = new MockServletContext();
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlets)
                        .buildExchange(new MockHttpServletRequest(servlets), new MockHttpServletResponse()),
                Locale.ROOT,
                Map.of("page", page));
        return ENGINE.process("ledger", context);
    }

    private static Sealing going() {
        return new Sealing(State.NOTHING_SEALED, null, null, "0", "0", null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false, 0, GOING_ON",
        "true, true, false, 60, GOING_ON",
        "true, true, false, 61, BEHIND",
        "true, false, false, 1, NOTHING_SEALED",
        "true, false, false, 61, BEHIND",
        "false, false, false, 0, NOTHING_RECORDED",
        "false, false, true, 0, REFUSED",
        "true, true, true, 0, REFUSED"
    })
    void sealing_has_stopped_when_it_is_refused_or_events_wait_for_too_long(
            boolean isRecorded, boolean isSealed, boolean isRefused, long seconds, State state) {
        assertThat(State.of(isRecorded, isSealed, isRefused, Duration.ofSeconds(seconds), ALARM))
                .isEqualTo(state);
    }

    @Test
    void stopped_sealing_is_told_first_with_why_and_what_it_means() {
        LedgerWords words = words(Language.TH);
        String refusal = "ROLLED_BACK: 12 of 18 events are there <b>";
        Sealing stopped = new Sealing(
                State.REFUSED, words.moment(BEGUN), "3 วัน", "12", "2 ชั่วโมง", words.refusal(refusal), refusal);
        assertThat(shown(words, stopped, null))
                .contains("role=\"alert\"", "การประทับตราหยุดอยู่", "อาจมีการนำสำเนาเก่ากลับมาใช้")
                .contains("ROLLED_BACK: 12 of 18 events are there &lt;b&gt;", "รอประทับตรา 12 รายการ");
        assertThat(words.refusal("something new")).isEqualTo("ผู้ประทับตราไม่ลงลายมือชื่อ");
        assertThat(shown(words, going(), null)).doesNotContain("role=\"alert\"");
    }

    @Test
    void a_ledger_that_does_not_verify_is_told_first_and_leads_to_the_event() {
        LedgerWords words = words(Language.EN);
        Finding finding = new Finding(Finding.Kind.FIELD_CHANGED, 7, "events.0.payload", "", "");
        CheckedHere checked = words.checkedHere(
                Duration.ofHours(24), Optional.empty(), Optional.of(checked(Outcome.WRONG, finding)), 18_204);
        assertThat(shown(words, going(), checked))
                .contains("role=\"alert\"", "The ledger does not verify", "events.0.payload", "href=\"/events?from=7\"")
                .contains("does not verify</span>", "state-late");
    }

    @Test
    void a_check_tells_how_far_and_how_fast_it_was_and_what_came_since() {
        LedgerWords words = words(Language.EN);
        CheckedHere checked = words.checkedHere(
                Duration.ofHours(24), Optional.empty(), Optional.of(checked(Outcome.VERIFIED, null)), 18_204);
        assertThat(shown(words, going(), checked))
                .contains("4 s, 4,500 events a second", "18,000 events, 17,900 of them sealed", "204 events")
                .contains("every 24 hours", "40 checkpoints, 80 tiles", "state-on")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void a_check_that_runs_shows_how_far_it_is_and_one_that_never_ran_says_so() {
        LedgerWords words = words(Language.TH);
        CheckedHere running = words.checkedHere(
                Duration.ofHours(24),
                Optional.of(new Verification.Running(BEGUN, 11_648, 18_204)),
                Optional.empty(),
                18_204);
        assertThat(shown(words, going(), running))
                .contains("<progress", "max=\"18204\"", "value=\"11648\"", "11,648 จาก 18,204 รายการ");
        CheckedHere never = words.checkedHere(null, Optional.empty(), Optional.empty(), 18_204);
        assertThat(shown(words, going(), never))
                .contains("ยังไม่เคยตรวจตั้งแต่เริ่มบริการ", "ปิดไว้ในการตั้งค่า")
                .doesNotContain("<progress");
    }
}
