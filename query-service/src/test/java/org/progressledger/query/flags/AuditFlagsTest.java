package org.progressledger.query.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AuditFlag;
import org.progressledger.events.EventJson;
import org.progressledger.events.FlagAcknowledged;
import org.progressledger.events.LineRange;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.Provenance;
import org.progressledger.query.projection.FlagView;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

class AuditFlagsTest {
    static final FlagSettings DEFAULTS =
            new FlagSettings(BigDecimal.valueOf(25), BigDecimal.valueOf(20), new BigDecimal("0.75"), 4_000, 90);
    private static final Provenance AUDITOR =
            new Provenance("auditor", "AUDITOR", null, "c", null, null, "หน่วยงานชี้แจงแล้ว", null);

    private static List<FlagView> hits(AuditFlags flags, Story story) {
        return flags.on(Story.AFTERWARDS, story.history());
    }

    private static Story jump() {
        return Story.begins().report(1, "2020-10-28", "20").report(2, "2020-11-28", "90");
    }

    private static FlagView jumpOf(Story story) {
        return hits(new AuditFlags(DEFAULTS), story).stream()
                .filter(hit -> hit.flag() == AuditFlag.PCT_JUMP)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_hit_bears_its_id_its_rule_and_its_evidence() {
        Story story = Story.begins()
                .paused("2021-06-21")
                .told(1, new ActivityHeld(Story.CODE, LocalDate.parse("2021-07-09"), "จิตอาสา"));

        FlagView hit = hits(new AuditFlags(DEFAULTS), story).stream()
                .filter(each -> each.flag() == AuditFlag.ACTIVITY_WHILE_PAUSED)
                .findFirst()
                .orElseThrow();

        assertThat(hit.id()).isEqualTo("activity-while-paused-e2");
        assertThat(AuditFlag.ofId(hit.id())).contains(AuditFlag.ACTIVITY_WHILE_PAUSED);
        assertThat(hit.ruleVersion()).isEqualTo(1);
        assertThat(hit.projectCode()).isEqualTo(Story.CODE.text());
        assertThat(hit.reportNo()).isEqualTo(1);
        assertThat(hit.evidence().positions()).containsExactly(101L, 102L);
        assertThat(hit.evidence().lines()).containsExactly(new LineRange(11, 11));
        assertThat(hit.evidence().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.sha256()).isEqualTo(Story.PAPER.hex()));
        assertThat(hit.acknowledged()).isNull();
    }

    @Test
    void the_same_history_and_day_give_the_same_bytes() {
        AuditFlags flags = new AuditFlags(DEFAULTS);
        String once = EventJson.mapper().writeValueAsString(hits(flags, jump()));

        assertThat(EventJson.mapper().writeValueAsString(hits(new AuditFlags(DEFAULTS), jump())))
                .isEqualTo(once);
        assertThat(once).contains("\"change\":70.00");
    }

    @Test
    void nothing_is_found_before_anything_had_happened() {
        assertThat(new AuditFlags(DEFAULTS).on(LocalDate.parse("2019-01-01"), jump().history()))
                .isEmpty();
    }

    @Test
    void a_hit_that_was_acknowledged_stays_and_says_by_whom() {
        Story story = jump().record(new FlagAcknowledged(Story.CODE, "pct-jump-r2", "PCT_JUMP"), AUDITOR);

        FlagView hit = jumpOf(story);
        assertThat(hit.acknowledged()).isNotNull();
        assertThat(hit.acknowledged().by()).isEqualTo("auditor");
        assertThat(hit.acknowledged().reason()).isEqualTo("หน่วยงานชี้แจงแล้ว");
        assertThat(hit.acknowledged().position()).isEqualTo(103);
        assertThat(hit.acknowledged().newerEvidence()).isFalse();
    }

    @Test
    void it_says_so_for_every_day_that_is_asked_for() {
        Story story = jump().recordedAt("2026-11-25T03:00:00Z")
                .record(new FlagAcknowledged(Story.CODE, "pct-jump-r2", "PCT_JUMP"), AUDITOR);

        assertThat(new AuditFlags(DEFAULTS).on(LocalDate.parse("2020-11-28"), story.history()))
                .filteredOn(hit -> hit.id().equals("pct-jump-r2"))
                .singleElement()
                .satisfies(hit -> assertThat(hit.acknowledged()).isNotNull());
    }

    @Test
    void what_was_recorded_after_the_acknowledgement_was_not_seen() {
        Project project = jump().on(Story.AFTERWARDS);
        Story story = jump().record(new FlagAcknowledged(Story.CODE, "pct-jump-r2", "PCT_JUMP"), AUDITOR)
                .fact(new ProgressCorrected(
                        Story.CODE,
                        1,
                        project.reports().get(1).content(),
                        project.reports().get(2).content(),
                        null,
                        null))
                .fact(new ProgressCorrected(
                        Story.CODE,
                        1,
                        project.reports().get(2).content(),
                        project.reports().get(1).content(),
                        null,
                        null));

        assertThat(jumpOf(story).acknowledged().newerEvidence()).isTrue();
    }

    @Test
    void the_next_day_of_change_is_the_earliest_of_all_rules() {
        AuditFlags flags = new AuditFlags(DEFAULTS);
        ProjectHistory history = jump().history();

        assertThat(flags.nextChangeAfter(LocalDate.parse("2020-12-31"), history))
                .contains(LocalDate.parse("2021-01-01"));
        assertThat(flags.nextChangeAfter(LocalDate.parse("2021-09-30"), history))
                .contains(LocalDate.parse("2021-10-01"));
        assertThat(flags.nextChangeAfter(LocalDate.parse("2021-10-01"), history))
                .isEmpty();
    }

    /** As if a flag were added in a later release. */
    private record LongName() implements FlagRule {
        @Override
        public int version() {
            return 1;
        }

        @Override
        public Summary meaning() {
            return new Summary("ชื่อโครงการ", "The project has a name");
        }

        @Override
        public List<Hit> hits(Project project, LocalDate day) {
            return List.of(Hit.ofProject(Severity.INFO, Values.NONE, meaning(), List.of(project.registration())));
        }
    }

    @Test
    void a_rule_that_is_added_later_finds_what_was_recorded_before() {
        Map<AuditFlag, FlagRule> before = new EnumMap<>(FlagRules.all(DEFAULTS));
        before.remove(AuditFlag.UNSIGNED);
        Map<AuditFlag, FlagRule> after = new EnumMap<>(before);
        after.put(AuditFlag.UNSIGNED, new LongName());
        AuditFlags earlier = new AuditFlags(before, DEFAULTS.thresholds());
        AuditFlags later = new AuditFlags(after, DEFAULTS.thresholds());
        Story story = jump();

        List<FlagView> old = hits(earlier, story);
        assertThat(hits(later, story)).startsWith(old.toArray(FlagView[]::new)).hasSize(old.size() + 1);
        assertThat(hits(later, story).getLast().evidence().positions()).containsExactly(100L);
        assertThat(later.edition()).as("so that what is kept is found anew").isNotEqualTo(earlier.edition());
    }

    @Test
    void other_thresholds_are_another_edition_however_they_are_written() {
        String edition = new AuditFlags(DEFAULTS).edition();

        assertThat(new AuditFlags(new FlagSettings(
                                BigDecimal.valueOf(26), BigDecimal.valueOf(20), new BigDecimal("0.75"), 4_000, 90))
                        .edition())
                .isNotEqualTo(edition);
        assertThat(new AuditFlags(new FlagSettings(
                                new BigDecimal("25.0"), BigDecimal.valueOf(20), new BigDecimal("0.750"), 4_000, 90))
                        .edition())
                .isEqualTo(edition);
    }
}
