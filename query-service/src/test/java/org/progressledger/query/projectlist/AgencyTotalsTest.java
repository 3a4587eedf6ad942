package org.progressledger.query.projectlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.progressledger.query.agencies.Edits.edit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.progressledger.events.ThaiSpelling;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdit.Setting;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisteredName;
import org.progressledger.query.projectlist.AgencyTotals.AgencyTotal;
import org.progressledger.query.projectlist.AgencyTotals.Counted;

/** Whatever the spellings and the edits are: nothing is lost, nothing counted twice, no name stands in two rows. */
class AgencyTotalsTest {
    private static final List<String> CODES =
            List.of("01000000", "50010000", "50010600", "50300000", "50470000", "50470100");
    private static final List<String> WORDS =
            List.of("ส\u0E33นักงานเขต", "กองก\u0E33กับ", "แขวงน\u0E49\u0E33", "Kpi ๒");

    private final List<Counted> projects = new ArrayList<>();
    private final Map<List<String>, RegisteredName> names =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final List<AgencyEdit> edits = new ArrayList<>();
    private final Map<String, Setting> settings = new HashMap<>();

    private void invent(Random random, boolean withEdits) {
        int many = 1 + random.nextInt(40);
        for (int i = 0; i < many; i++) {
            String code = one(random, CODES);
            String spelling = misspelt(random, one(random, WORDS) + " " + random.nextInt(3));
            projects.add(new Counted(
                    code,
                    BigDecimal.valueOf(random.nextInt(1_000_000), 2),
                    BigDecimal.valueOf(random.nextInt(900), 2)));
            String project = "%s-%04d".formatted(code, i);
            names.merge(
                    List.of(code, spelling),
                    new RegisteredName(code, spelling, 1, project),
                    (a, b) -> new RegisteredName(code, spelling, a.projects() + 1, a.firstProject()));
        }
        for (int i = 0; withEdits && i < random.nextInt(8); i++) {
            change(random);
        }
    }

    /** As the command service lets them pass: what is put under another has nobody under it, and the other stands. */
    private void change(Random random) {
        String code = one(random, CODES);
        String main = random.nextInt(3) == 0 ? null : one(random, CODES);
        boolean hasOthers = settings.entrySet().stream()
                .anyMatch(entry -> !entry.getKey().equals(code)
                        && code.equals(entry.getValue().belongsTo()));
        if (main != null && !main.equals(code) && (hasOthers || isElsewhere(main))) {
            return;
        }
        Setting before = settings.getOrDefault(code, Setting.NONE);
        Setting after = new Setting(random.nextBoolean() ? misspelt(random, one(random, WORDS)) : null, main);
        edits.add(edit(edits.size() + 1, code, before, after));
        settings.put(code, after);
    }

    private boolean isElsewhere(String code) {
        @Nullable String main = settings.getOrDefault(code, Setting.NONE).belongsTo();
        return main != null && !main.equals(code);
    }

    private static String one(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String misspelt(Random random, String name) {
        String typed = random.nextBoolean() ? name.replace("\u0E33", "\u0E4D\u0E32") : name;
        typed = random.nextBoolean() ? typed.replace(" ", "\u00A0 ") : typed;
        typed = random.nextInt(4) == 0 ? typed.replace("แ", "\u0E40\u0E40") : typed;
        typed = random.nextInt(4) == 0 ? typed.toUpperCase(java.util.Locale.ROOT) : typed;
        return random.nextInt(4) == 0 ? "\u200B" + typed.replace("2", "๒") : typed;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @RepeatedTest(300)
    void the_rows_add_up_to_the_projects_and_every_code_is_in_one_agency(RepetitionInfo run) {
        invent(new Random(run.getCurrentRepetition()), true);
        AgencyRegister register = AgencyRegister.of(names.values(), edits);

        List<AgencyTotal> rows = AgencyTotals.of(projects, register);

        assertThat(rows.stream().mapToLong(AgencyTotal::projects).sum()).isEqualTo(projects.size());
        assertThat(sum(rows.stream().map(AgencyTotal::allocated).toList()))
                .isEqualByComparingTo(
                        sum(projects.stream().map(Counted::allocated).toList()));
        assertThat(sum(rows.stream().map(AgencyTotal::spent).toList()))
                .isEqualByComparingTo(sum(projects.stream().map(Counted::spent).toList()));
        assertThat(rows).extracting(AgencyTotal::code).doesNotHaveDuplicates();
        Set<String> seen = new HashSet<>();
        for (Agency agency : register.all()) {
            assertThat(agency.codes()).contains(agency.code()).allMatch(seen::add);
            assertThat(agency.projects())
                    .isEqualTo(agency.spellings().stream()
                            .mapToLong(Agency.Spelling::projects)
                            .sum());
        }
        assertThat(rows.stream()
                        .filter(row -> row.codes().stream()
                                .noneMatch(code -> settings.getOrDefault(code, Setting.NONE)
                                                .belongsTo()
                                        != null)))
                .as("but where an administrator placed a code, a name stands in one row")
                .extracting(row -> ThaiSpelling.folded(row.name()))
                .doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.projects())
                        .isEqualTo(register.of(row.code()).orElseThrow().projects()));
    }

    @RepeatedTest(300)
    void without_edits_no_name_stands_in_two_rows_however_it_is_spelt(RepetitionInfo run) {
        invent(new Random(run.getCurrentRepetition()), false);

        List<AgencyTotal> rows = AgencyTotals.of(projects, AgencyRegister.of(names.values(), edits));

        assertThat(rows).extracting(row -> ThaiSpelling.folded(row.name())).doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.name())
                        .isEqualTo(ThaiSpelling.composed(row.name()))
                        .isNotEqualTo(row.code()));
    }

    @Test
    void a_project_of_a_code_that_the_register_does_not_know_yet_is_counted() {
        AgencyTotal row = AgencyTotals.of(
                        List.of(new Counted("50470000", BigDecimal.TEN, BigDecimal.ONE)),
                        AgencyRegister.of(List.of(), List.of()))
                .getFirst();

        assertThat(row.codes()).containsExactly("50470000");
        assertThat(Objects.requireNonNull(row.allocated())).isEqualByComparingTo("10");
    }
}
