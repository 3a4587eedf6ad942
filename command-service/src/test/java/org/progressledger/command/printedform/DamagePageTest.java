package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/importing.md says of each kind of damage is what happens. */
class DamagePageTest {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs", "importing.md");
    private static final String WRITE = "GOLDEN_WRITE=yes ./mvnw -q -B -pl command-service -am test"
            + " -Dtest=DamagePageTest -Dsurefire.failIfNoSpecifiedTests=false";
    private static final String BEGIN = "<!-- written by DamagePageTest: " + WRITE + " -->\n";
    private static final String END = "<!-- until here -->\n";
    private static final int EXAMPLE_ROW = 4;
    private static final Map<String, Set<String>> BEFORE = new HashMap<>();

    @Test
    void the_page_tells_what_each_damage_does() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN);
        int to = page.indexOf(END);
        assertThat(from).as("the page has the place for the table").isNotNegative();
        String written = page.substring(0, from + BEGIN.length()) + table() + page.substring(to);
        if ("yes".equals(System.getenv("GOLDEN_WRITE"))) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).as("write it anew: " + WRITE).isEqualTo(written);
    }

    private static String table() {
        return "| ความเสียหาย | damage | example | what comes of it | new warnings of the example |\n|---|---|---|---|---|\n"
                + Arrays.stream(Damage.values()).map(DamagePageTest::line).collect(Collectors.joining());
    }

    private static String line(Damage damage) {
        // the first dice under which the damage shows, on the district's form or on the council's
        for (int seed = 0; ; seed++) {
            int which = 2 + seed % 2;
            Sheet whole = DamageTest.sheet(which);
            Sheet damaged = DamageTest.sheet(which);
            damage.to(damaged, EXAMPLE_ROW, DamageTest.dice(seed));
            String example = difference(whole.printed(), damaged.printed());
            if (!example.isEmpty() || !damaged.charset.equals("UTF-8") || seed > 20) {
                return "| " + damage.thai + " | " + damage.english + " | " + example + " | " + said(damage.outcome)
                        + " | " + codes(whole, damaged) + " |\n";
            }
        }
    }

    private static String said(Damage.Outcome outcome) {
        return switch (outcome) {
            case TRUE -> "read as it was";
            case WARNED -> "read as it was, or with a warning at the place";
            case REFUSED -> "refused, naming the line";
            case ANY -> "read as it was, or with a warning, or refused, naming the line";
        };
    }

    private static String codes(Sheet whole, Sheet damaged) {
        ReadResult result = PrintedFormReader.readForm(Verdict.bytes(damaged), ReadLimits.DEFAULTS);
        if (result instanceof ReadResult.Unreadable unreadable) {
            return "refused: `" + unreadable.code() + "`";
        }
        Set<String> before = BEFORE.computeIfAbsent(
                whole.code,
                code -> told((ReadResult.Read) PrintedFormReader.readForm(Verdict.bytes(whole), ReadLimits.DEFAULTS)));
        return ((ReadResult.Read) result)
                .warnings().stream()
                        .filter(warning -> !before.contains(told(warning)))
                        .map(warning -> "`" + warning.code() + "`")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
    }

    private static Set<String> told(ReadResult.Read read) {
        return read.warnings().stream().map(DamagePageTest::told).collect(Collectors.toSet());
    }

    private static String told(Warning warning) {
        return warning.code() + " " + warning.data();
    }

    /** What stands where the two first differ, on one line and made visible. */
    private static String difference(String whole, String damaged) {
        int at = 0;
        int shorter = Math.min(whole.length(), damaged.length());
        while (at < shorter && whole.charAt(at) == damaged.charAt(at)) {
            at++;
        }
        if (at == shorter && whole.length() == damaged.length()) {
            return "";
        }
        int from = Math.max(0, Math.max(at - 22, damaged.lastIndexOf('\n', Math.max(0, at - 1)) + 1));
        int to = Math.min(damaged.length(), at + 48);
        while (to < damaged.length() && Character.getType(damaged.charAt(to)) == Character.NON_SPACING_MARK) {
            to++;
        }
        return "`" + visible(damaged.substring(from, to)) + "`";
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\n' -> shown.append('↵');
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append('→');
                case '|' -> shown.append("\\|");
                case '`' -> shown.append('\'');
                default -> {
                    boolean invisible = CleanText.isInvisible(c)
                            || c == '\u0E4D'
                            || c < ' '
                            || c > '\u1FFF' && c < '\u3001'
                            || c == '\u00A0'
                            || c == '\u0085';
                    shown.append(invisible ? "\\u%04X".formatted((int) c) : String.valueOf(c));
                }
            }
        }
        return shown.toString().strip();
    }
}
