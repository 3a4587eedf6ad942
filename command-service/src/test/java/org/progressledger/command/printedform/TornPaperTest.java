package org.progressledger.command.printedform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.progressledger.events.LineRange;

/**
 * Papers torn letter by letter, as nobody would think of: no exception escapes, and whatever is read without a warning stands
 * on the paper as it was read. {@code -Dtorn.papers=100000} tears more of them.
 */
class TornPaperTest {
    private static final int PAPERS = Integer.getInteger("torn.papers", 100);
    private static final String[] SCRAPS = {
        ":",
        "::",
        "=",
        "%",
        "(",
        ")",
        "\n",
        "\n\n",
        "\t",
        " ",
        "0",
        "1",
        "๕",
        ",",
        ".",
        "-",
        "/",
        "<",
        ">",
        "<p>",
        "</p>",
        "&",
        "&nbsp;",
        "\u0000",
        "\u200B",
        "\f",
        "\r",
        "บาท",
        "ครั้งที่",
        "รายงานครั้งที่3",
        ":: 1/2/2564 :",
        ": :",
        "ความก้าวหน้าของงานฯ = 5 %",
        "งบประมาณที่เบิกใช้ (ครั้งที่ 2) = 0 บาท",
        "**** แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ ****",
        "ขอรับรองว่า",
        "หน้า 2/3"
    };

    private static final Pattern DATE = Pattern.compile(":?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");

    @Test
    void what_is_read_without_a_warning_stands_on_the_paper() {
        for (int i = 0; i < PAPERS; i++) {
            Random dice = DamageTest.dice(i);
            byte[] bytes = torn(DamageTest.sheet(i).printed(), dice).getBytes(StandardCharsets.UTF_8);
            if (dice.nextInt(20) == 0) {
                bytes[dice.nextInt(bytes.length)] = (byte) dice.nextInt(256);
            }
            ReadResult result = PrintedFormReader.readForm(bytes, ReadLimits.DEFAULTS);
            if (result instanceof ReadResult.Read read) {
                read.form().reports().stream()
                        .filter(report -> !isWarned(report, read))
                        .forEach(report -> standsOnPaper(report, read));
            }
            if (i % 20 == 0) {
                assertThat(PrintedFormReader.readForm(bytes, ReadLimits.DEFAULTS))
                        .as("the same bytes, the same answer")
                        .isEqualTo(result);
            }
        }
    }

    private static String torn(String paper, Random dice) {
        StringBuilder torn = new StringBuilder(paper);
        for (int tears = 1 + dice.nextInt(12); tears > 0; tears--) {
            int at = dice.nextInt(torn.length());
            switch (dice.nextInt(5)) {
                case 0 -> torn.deleteCharAt(at);
                case 1 -> torn.insert(at, SCRAPS[dice.nextInt(SCRAPS.length)]);
                case 2 -> torn.setCharAt(at, torn.charAt(dice.nextInt(torn.length())));
                case 3 -> torn.delete(at, Math.min(torn.length(), at + dice.nextInt(40)));
                default ->
                    torn.insert(
                            dice.nextInt(torn.length()),
                            torn.substring(at, Math.min(torn.length(), at + dice.nextInt(80))));
            }
        }
        return torn.toString();
    }

    private static boolean isWarned(PrintedReport report, ReadResult.Read read) {
        int first = report.lines().getFirst().first();
        int last = report.lines().getLast().last();
        return read.warnings().stream()
                .anyMatch(warning -> warning.line() >= first - 1 && warning.line() <= last + 1
                        || Integer.valueOf(report.reportNo())
                                .equals(warning.data().get("reportNo")));
    }

    private static void standsOnPaper(PrintedReport report, ReadResult.Read read) {
        List<String> lines = new ArrayList<>();
        for (LineRange range : report.lines()) {
            lines.addAll(read.sourceLines().subList(range.first() - 1, range.last()));
        }
        String held = Folding.of(String.join("\n", lines)).text().replaceAll("\\s", "");
        assertThat(dates(held)).as(held).contains(report.reportedOn().toString());
        assertThat(held)
                .containsPattern("\\([^()0-9]*" + report.reportNo() + "\\)=฿?"
                        + digits(report.disbursed().toString()) + "(?![0-9])");
        assertThat(held).containsPattern("=" + digits(report.percent().toString()) + "(?![0-9])");
        assertThat(letters(report.narrative())).isEqualTo(letters(report.narrativeRaw()));
    }

    private static List<String> dates(String held) {
        List<String> dates = new ArrayList<>();
        Matcher date = DATE.matcher(held);
        while (date.find()) {
            dates.add("%d-%02d-%02d"
                    .formatted(
                            Integer.parseInt(date.group(3)) - 543,
                            Integer.parseInt(date.group(2)),
                            Integer.parseInt(date.group(1))));
        }
        return dates;
    }

    /** Decimals and the commas of thousands may be printed or not. */
    private static String digits(String plain) {
        String[] parts = plain.split("\\.");
        String whole = parts[0].replaceAll("(?<=[0-9])(?=[0-9])", ",?");
        return whole + "(?:\\." + parts[1].replaceAll("0+$", "") + "0*)?";
    }

    private static String letters(String words) {
        return Folding.of(words).text().replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}
