package org.progressledger.bench.city;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealFiled;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.Letter;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Objective;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.PlanRecorded;
import org.progressledger.events.PlannedMonth;
import org.progressledger.events.ProgressCorrected;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectCompleted;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.TargetStatus;

/**
 * One project through its fiscal year, by a seed: every month a report, now and then late, corrected, returned or left out;
 * activities and letters; some are paused, and of some an appeal is filed.
 */
final class Life {
    static final String[] WORKS = {
        "ขุดลอกคลอง",
        "ปลูกต้นไม้ริมทาง",
        "ซ่อมทางเท้า",
        "ติดตั้งไฟส่องสว่าง",
        "อบรมอาสาสมัครสาธารณสุข",
        "คัดแยกขยะในชุมชน",
        "ปรับปรุงสวนสาธารณะ",
        "ศูนย์เด็กเล็กน่าอยู่",
        "สร้างเครือข่ายผู้สูงอายุ",
        "ป้องกันน้ำท่วม"
    };
    private static final String[] PLACES = {
        "ชุมชนริมคลอง", "ตลาดเก่า", "โรงเรียนในสังกัด", "ถนนสายหลัก", "พื้นที่เสี่ยง", "ศูนย์เยาวชน"
    };
    private static final String NARRATIVE =
            "ดำเนินการตามแผนที่กำหนด ประสานงานกับหน่วยงานที่เกี่ยวข้องและชุมชนในพื้นที่ สำรวจความต้องการ จัดซื้อวัสดุตามระเบียบ "
                    + "และติดตามผลการดำเนินงานของโครงการอย่างต่อเนื่อง ครั้งที่ ";
    private static final int MONTHS = 12;
    private static final int HUNDRED = 100;

    private final ProjectCode code;
    private final FiscalYear year;
    private final String agency;
    private final Random random;
    private final NavigableMap<LocalDate, List<ProjectEvent>> deeds = new TreeMap<>();

    private Life(ProjectCode code, FiscalYear year, String agency, Random random) {
        this.code = code;
        this.year = year;
        this.agency = agency;
        this.random = random;
    }

    /** What is recorded of a project, by the day on which somebody does it; in this order a command each. */
    static NavigableMap<LocalDate, List<ProjectEvent>> of(ProjectCode code, FiscalYear year, String agency, long seed) {
        Life life = new Life(code, year, agency, new Random(seed));
        life.live();
        return life.deeds;
    }

    private void on(LocalDate day, ProjectEvent event) {
        deeds.computeIfAbsent(day, first -> new ArrayList<>()).add(event);
    }

    private boolean happens(int percent) {
        return random.nextInt(HUNDRED) < percent;
    }

    private void live() {
        LocalDate begins = year.startInclusive();
        Period period = new Period(begins, begins.plusYears(1).minusDays(1));
        long baht = 50_000L + random.nextInt(5_000) * 1_000L;
        on(begins, registered(period, baht));
        if (happens(70)) {
            on(begins.plusDays(1), plan(begins));
        }
        reports(begins, baht);
        for (int activity = 3 + random.nextInt(9); activity > 0; activity--) {
            LocalDate held = begins.plusDays(20L + random.nextInt(300));
            on(
                    held.plusDays(random.nextInt(10)),
                    new ActivityHeld(code, held, "จัดกิจกรรมให้ความรู้แก่ประชาชนในพื้นที่"));
        }
        for (int letter = 1 + random.nextInt(5); letter > 0; letter--) {
            LocalDate dated = begins.plusDays(10L + random.nextInt(320));
            on(dated.plusDays(2), new LetterCited(code, letter(dated, "ขอความอนุเคราะห์ข้อมูล")));
        }
        if (happens(12)) {
            pause(begins);
        }
        if (happens(6)) {
            appeal(begins);
        }
    }

    private ProjectRegistered registered(Period period, long baht) {
        return new ProjectRegistered(
                code,
                WORKS[random.nextInt(WORKS.length)] + PLACES[random.nextInt(PLACES.length)] + " "
                        + code.text().substring(9),
                year,
                period,
                new Budget(Baht.of(BigDecimal.valueOf(baht)), null),
                new ResponsibleAgency(agency, "ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม", null),
                null,
                null,
                "เพื่อให้ประชาชนในพื้นที่มีคุณภาพชีวิตที่ดีขึ้น ลดความเหลื่อมล้ำ และมีส่วนร่วมในการพัฒนาเมือง",
                List.of(
                        new Objective("1", "เพื่อให้ประชาชนเข้าถึงบริการของเมืองได้สะดวก"),
                        new Objective("2", "เพื่อสร้างความร่วมมือของชุมชน")),
                "ประชาชนในพื้นที่ไม่น้อยกว่าร้อยละ 80 พึงพอใจ",
                null,
                List.of());
    }

    private PlanRecorded plan(LocalDate begins) {
        List<PlannedMonth> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            months.add(new PlannedMonth(
                    YearMonth.from(begins).plusMonths(month), percent(HUNDRED * (month + 1) / MONTHS)));
        }
        return new PlanRecorded(code, null, months, null);
    }

    private static Percent percent(int whole) {
        return Percent.of(BigDecimal.valueOf(whole));
    }

    private void reports(LocalDate begins, long baht) {
        int pace = 5 + random.nextInt(8);
        int reached = 0;
        int number = 0;
        LocalDate next = begins;
        for (int month = 0; month < MONTHS; month++) {
            if (happens(7)) {
                continue; // nobody reports
            }
            number++;
            reached = Math.min(HUNDRED, reached + random.nextInt(2 * pace + 1));
            LocalDate end = YearMonth.from(begins).plusMonths(month).atEndOfMonth();
            ReportContent content = content(reached, baht, month, number);
            LocalDate asked = end.plusDays(happens(80) ? random.nextInt(6) : 10 + random.nextInt(25));
            // one report after the other
            LocalDate told = asked.isBefore(next) ? next : asked;
            next = told.plusDays(4);
            on(told, new ProgressReported(code, number, 1, end, content, null));
            if (happens(4)) {
                on(told.plusDays(1), new ReportReturned(code, number, 1));
                on(told.plusDays(3), new ProgressReported(code, number, 2, end, content, null));
            } else if (happens(4) && reached > 1) {
                reached--;
                on(
                        told.plusDays(3),
                        new ProgressCorrected(
                                code, number, content, content(reached, baht, month, number), null, null));
            }
        }
        if (reached == HUNDRED && happens(60)) {
            on(
                    next.isBefore(begins.plusYears(1).plusDays(10))
                            ? begins.plusYears(1).plusDays(10)
                            : next,
                    new ProjectCompleted(code, begins.plusYears(1).minusDays(1), "ดำเนินการแล้วเสร็จ", null));
        }
    }

    private ReportContent content(int reached, long baht, int month, int number) {
        int due = HUNDRED * (month + 1) / MONTHS;
        return new ReportContent(
                percent(reached),
                happens(70) ? Baht.of(BigDecimal.valueOf(baht * reached / HUNDRED)) : null,
                reached + 10 < due ? ScheduleStatus.BEHIND : ScheduleStatus.ON_PLAN,
                reached + 10 < due ? TargetStatus.UNKNOWN : TargetStatus.ON_TARGET,
                NARRATIVE + number);
    }

    private Letter letter(LocalDate dated, String subject) {
        return new Letter("กท " + code.text().substring(0, 4) + "/" + random.nextInt(9_999), dated, subject);
    }

    private void pause(LocalDate begins) {
        LocalDate from = begins.plusDays(60L + random.nextInt(150));
        boolean covid = happens(60);
        on(
                from.plusDays(1),
                new ProjectPaused(
                        code,
                        from,
                        covid ? PauseCause.COVID_19 : PauseCause.OTHER,
                        covid
                                ? "ชะลอโครงการเนื่องจากการแพร่ระบาดของโรคติดเชื้อไวรัสโคโรนา 2019"
                                : "รอการอนุมัติใช้พื้นที่",
                        null));
        if (happens(75)) {
            LocalDate again = from.plusDays(30L + random.nextInt(60));
            on(again.plusDays(1), new ProjectResumed(code, again, from, "ดำเนินการต่อ", null));
        }
    }

    private void appeal(LocalDate begins) {
        LocalDate filed = begins.plusDays(200L + random.nextInt(100));
        on(
                filed,
                new AppealFiled(
                        code,
                        1,
                        filed,
                        "ไม่สามารถจัดกิจกรรมรวมกลุ่มได้",
                        "ขอปรับเกณฑ์การประเมิน",
                        letter(filed, "ขออุทธรณ์")));
        if (happens(70)) {
            LocalDate decided = filed.plusDays(15L + random.nextInt(45));
            AppealOutcome outcome = AppealOutcome.values()[random.nextInt(AppealOutcome.values().length)];
            on(
                    decided,
                    new AppealDecided(
                            code,
                            1,
                            decided,
                            outcome,
                            outcome == AppealOutcome.REFUSED
                                    ? null
                                    : new CriteriaChange("จัดกิจกรรม 4 ครั้ง", "จัดกิจกรรม 2 ครั้ง", null),
                            null));
        }
    }
}
