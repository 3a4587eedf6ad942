package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both samples, damaged in every listed way on every row: true values, a warning or a refusal at the line; never a silent difference. */
class DamageTest {
    private static final int SEEDS = Integer.getInteger("damage.seeds", 1);
    private static final int COMBINATIONS = Integer.getInteger("damage.combinations", 60);

    /** The district's and the council's, as they are (0, 1) or with money spent (2, 3). */
    static Sheet sheet(int number) {
        int which = number % 4;
        byte[] sample = PrintedForms.sample(which % 2 == 0 ? PrintedForms.DISTRICT : PrintedForms.COUNCIL);
        Sheet sheet = Sheet.of(new String(sample, StandardCharsets.UTF_8));
        return which < 2 ? sheet : sheet.withFigures();
    }

    /** Seeds that are near each other would begin alike. */
    static Random dice(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void every_damage_on_every_row(Damage damage) {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (int which : SEEDS > 1 ? new int[] {0, 1, 2, 3} : new int[] {damage.ordinal() % 4}) {
            int rows = sheet(which).rows.size();
            for (int row = 0; row < rows; row++) {
                for (int seed = 0; seed < SEEDS; seed++) {
                    Sheet sheet = sheet(which);
                    damage.to(sheet, row, dice(1000L * which + 10L * row + seed));
                    Verdict verdict = Verdict.of(sheet);
                    outcomes.merge(verdict.kind().name(), 1, Integer::sum);
                    if (!verdict.isAllowedBy(damage.outcome)) {
                        faults.add("sheet " + which + " row " + row + " seed " + seed + ": " + verdict);
                    }
                }
            }
        }
        if (Boolean.getBoolean("damage.tell")) {
            System.out.println(damage + " " + outcomes + " faults " + faults.size());
        }
        assertThat(faults).as(damage + " " + outcomes).isEmpty();
    }

    @Test
    void several_damages_at_once_are_never_silent() {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < COMBINATIONS; i++) {
            Random random = dice(i);
            Sheet sheet = sheet(i);
            List<String> done = new ArrayList<>();
            for (int n = 2 + random.nextInt(3); n > 0; n--) {
                Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
                int row = random.nextInt(sheet.rows.size());
                damage.to(sheet, row, random);
                done.add(damage + "@" + row);
            }
            Verdict verdict = Verdict.of(sheet);
            outcomes.merge(verdict.kind().name(), 1, Integer::sum);
            if (verdict.kind() == Verdict.Kind.SILENT || verdict.kind() == Verdict.Kind.NAMELESS) {
                faults.add(i + " " + done + ": " + verdict);
            }
        }
        if (Boolean.getBoolean("damage.tell")) {
            System.out.println("several " + outcomes);
        }
        assertThat(faults).as(outcomes.toString()).isEmpty();
    }

    @Test
    void the_undamaged_sheets_are_read_as_they_are() {
        for (int which = 0; which < 4; which++) {
            assertThat(Verdict.of(sheet(which)).kind()).isEqualTo(Verdict.Kind.TRUE);
        }
        assertThat(Charset.isSupported("x-windows-874")).isTrue();
    }
}
