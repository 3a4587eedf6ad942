package org.progressledger.query.printouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.Fact;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PrintedRow;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;
import org.progressledger.query.printouts.MarkedLine.Kind;
import org.progressledger.query.printouts.MarkedLine.Piece;
import org.progressledger.query.printouts.PrintoutSource.ReadFact;
import org.progressledger.query.printouts.PrintoutSource.SourceLine;

class QuotingTest {
    private static final ProjectCode CODE = ProjectCode.of("01000000-2462");
    private static final String SHA = "ab".repeat(32);

    private static Fact fact(long position, ProjectEvent event, LineRange... lines) {
        Provenance provenance = new Provenance(
                "clerk", "OFFICER", null, "command-1", null, new Source(Sha256.of(SHA), List.of(lines)), null, null);
        return new Fact(
                new RecordedEvent(position, position, "e" + position, Instant.EPOCH, "00", event, provenance),
                LocalDate.of(2021, 8, 30));
    }

    private static ProgressReported report(int no, String percent, String date, String narrative, int label) {
        return new ProgressReported(
                CODE,
                no,
                1,
                LocalDate.parse(date),
                new ReportContent(
                        Percent.of(percent),
                        Baht.ZERO,
                        ScheduleStatus.ON_PLAN,
                        TargetStatus.ON_TARGET,
                        narrative.replaceAll("<[^>]+>", "")),
                new PrintedRow(label, narrative, "", ""));
    }

    private static PrintoutSource printout(List<Fact> facts, String... lines) {
        List<SourceLine> all = new java.util.ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int number = i + 1;
            all.add(new SourceLine(
                    number,
                    lines[i],
                    null,
                    null,
                    facts.stream()
                            .filter(fact -> fact.recorded().provenance().source().lines().stream()
                                    .anyMatch(range -> range.first() <= number && number <= range.last()))
                            .map(fact -> new ReadFact(fact.position(), "x"))
                            .toList()));
        }
        return new PrintoutSource(CODE.text(), SHA, false, null, null, all);
    }

    private static List<String> of(Kind kind, MarkedLine line) {
        return line.pieces().stream()
                .filter(piece -> piece.kind() == kind)
                .map(Piece::text)
                .toList();
    }

    @Test
    void marks_a_reports_own_percentage_date_and_words_though_the_labels_slipped() {
        Fact eleventh = fact(
                7,
                report(11, "50", "2021-08-30", "รอผล<p>อุทธรณ์</p>\nรายงานครั้งที่11", 10),
                new LineRange(1, 1),
                new LineRange(2, 2));
        PrintoutSource source = printout(
                List.of(eleventh),
                "รายงานครั้งที่10\t<p>:: งาน = 20.00 % เบิก (ครั้งที่ 10) = 0 บาท : ตามแผน</p> <p>:: 30/08/2564 : รอผล<p>อุทธรณ์</p>",
                "รายงานครั้งที่11\t<p>:: งาน = 50.00 % เบิก (ครั้งที่ 11) = 0 บาท : ตามแผน</p>");

        List<MarkedLine> lines = Quoting.of(source, eleventh, 8);

        assertThat(of(Kind.MARK, lines.get(0))).containsExactly("30/08/2564", "รอผล", "อุทธรณ์");
        assertThat(of(Kind.MARK, lines.get(1))).containsExactly("= 50.00 % เบิก (ครั้งที่ 11) = 0 บาท");
        assertThat(of(Kind.SLIP, lines.get(0))).containsExactly("รายงานครั้งที่10");
        assertThat(of(Kind.SLIP, lines.get(1))).isEmpty();
        assertThat(of(Kind.TAG, lines.get(1))).containsExactly("<p>", "</p>");
        assertThat(Quoting.all(source, List.of(eleventh))).isEqualTo(lines);
    }

    @Test
    void the_pieces_put_together_are_the_line_to_the_letter() {
        String line = "  ช\u0E4D\u0E32ระ \u202Eย้อน\u202C <b>x</b> 👩‍👩‍👧 <script>alert(1)</script>\t";
        Fact paused = fact(
                1,
                new ProjectPaused(CODE, LocalDate.of(2021, 4, 26), PauseCause.OTHER, "ชำระ ย้อน", null),
                new LineRange(1, 9));

        List<MarkedLine> lines = Quoting.all(printout(List.of(paused), line), List.of(paused));

        assertThat(lines.getFirst().pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(line);
        assertThat(of(Kind.MARK, lines.getFirst())).containsExactly("ช\u0E4D\u0E32ระ \u202Eย้อน");
    }

    @Test
    void words_that_run_on_into_the_next_line_are_marked_in_both() {
        Fact letter = fact(
                2,
                new LetterCited(CODE, new Letter("กท 0100/754", LocalDate.of(2021, 4, 30), "ขอเลื่อนโครงการ")),
                new LineRange(1, 2));

        List<MarkedLine> lines = Quoting.of(
                printout(
                        List.of(letter),
                        "ตามหนังสือที่ กท 0100/754 ลงวันที่ 30 เมษายน 2564 เรื่อง ขอเลื่อน",
                        "โครงการ แล้ว"),
                letter,
                8);

        assertThat(of(Kind.MARK, lines.get(0))).containsExactly("กท 0100/754", "30 เมษายน 2564", "ขอเลื่อน");
        assertThat(of(Kind.MARK, lines.get(1))).containsExactly("โครงการ");
    }

    @Test
    void marks_amounts_and_days_of_a_registration_and_no_longer_number() {
        Fact registered = fact(
                0,
                new ProjectRegistered(
                        CODE,
                        "สภาพบประชาชน",
                        FiscalYear.of(2564),
                        new Period(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 9, 30)),
                        new Budget(Baht.of("122800"), null),
                        new ResponsibleAgency("สำนักงานเลขาธิการ", null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()),
                new LineRange(1, 1));

        List<MarkedLine> lines = Quoting.of(
                printout(
                        List.of(registered),
                        "ปีงบประมาณ พ.ศ. : 2564 เริ่ม : 2020-10-01 00:00:00 งบ : 122,800 บาท ไม่ใช่ 1,122,800 หรือ 122,800.50"),
                registered,
                8);

        assertThat(of(Kind.MARK, lines.getFirst())).containsExactly("2564", "2020-10-01", "122,800");
    }

    @Test
    void a_long_line_is_cut_between_its_marks_and_never_within_a_character() {
        MarkedLine line = new MarkedLine(
                3,
                List.of(
                        new Piece(Kind.TEXT, "ก้".repeat(500)),
                        new Piece(Kind.MARK, "= 50.00 %"),
                        new Piece(Kind.TEXT, "ข้".repeat(500))));

        MarkedLine shorter = line.shortened(300);

        assertThat(of(Kind.MARK, shorter)).containsExactly("= 50.00 %");
        assertThat(shorter.pieces().getFirst().text()).isEqualTo("ก้".repeat(24) + " … " + "ก้".repeat(24));
        assertThat(line.shortened(5000)).isSameAs(line);
        assertThat(new MarkedLine(1, List.of(new Piece(Kind.MARK, "ก้".repeat(500))))
                        .shortened(101)
                        .pieces()
                        .getFirst()
                        .text())
                .isEqualTo("ก้".repeat(50) + "…");
    }

    @Test
    void a_fact_of_another_printout_marks_nothing_and_lines_that_are_not_there_are_passed_over() {
        Fact far = fact(
                1,
                new ProjectPaused(CODE, LocalDate.of(2021, 4, 26), PauseCause.OTHER, "น้ำท่วม", null),
                new LineRange(5, 6));
        PrintoutSource one = printout(List.of(far), "น้ำท่วม");
        PrintoutSource other = new PrintoutSource(CODE.text(), "cd".repeat(32), false, null, null, one.lines());

        assertThat(Quoting.of(one, far, 8)).isEmpty();
        assertThat(Quoting.of(other, far, 8)).isEmpty();
        assertThat(of(Kind.MARK, Quoting.all(other, List.of(far)).getFirst())).isEmpty();
    }
}
