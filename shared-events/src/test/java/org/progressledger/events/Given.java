package org.progressledger.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A project of the tests and what happened to it, told in the order in which it was recorded. */
final class Given {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final Provenance CLERK =
            new Provenance("clerk", "OFFICER", "สำนักงานเขต", "command-1", null, null, null, null);

    private final List<RecordedEvent> recorded = new ArrayList<>();

    static Given aRegisteredProject() {
        return new Given().recorded("2020-10-05T03:00:00Z", registered());
    }

    Given recorded(String at, ProjectEvent event) {
        return recorded(at, event, CLERK);
    }

    Given recorded(String at, ProjectEvent event, Provenance provenance) {
        long position = recorded.size();
        recorded.add(new RecordedEvent(
                100 + position, position, "event-" + position, Instant.parse(at), "00", event, provenance));
        return this;
    }

    ProjectHistory history() {
        return ProjectHistory.of(recorded);
    }

    Project on(String date) {
        return history().on(LocalDate.parse(date)).orElseThrow();
    }

    /** The project on that day, as it was known at the end of that day of recording in Bangkok. */
    Project on(String date, String knownOn) {
        return asOf(date, knownOn).orElseThrow();
    }

    Optional<Project> asOf(String date, String knownOn) {
        return history().asOf(LocalDate.parse(date), endOf(knownOn));
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day)
                .plusDays(1)
                .atStartOfDay(RecordedEvent.OFFICE)
                .toInstant()
                .minusNanos(1);
    }

    static ProjectRegistered registered() {
        return new ProjectRegistered(
                CODE,
                "โครงการสร้างเครือข่าย",
                FiscalYear.of(2564),
                new Period(LocalDate.parse("2020-10-01"), LocalDate.parse("2021-09-30")),
                new Budget(Baht.of("122800"), Baht.ZERO),
                new ResponsibleAgency("สำนักงานเขตบางนา", "ฝ่ายปกครอง", "ฝ่ายปกครอง"),
                new PersonalData("p-1", "c2VhbGVk"),
                new PersonalData("p-3", "c2VhbGVk"),
                "เหตุผล",
                List.of(new Objective("2.1", "เพื่อสนับสนุน")),
                "อย่างน้อย 1 โครงการ",
                new StrategyLink("แผนพัฒนา กทม. ระยะ 20 ปี", "ด้านที่ ๕", "๕.๑", "๕.๑.๑"),
                List.of(new PrintedIndicator(1, "อ.2/2", "ระดับความสำเร็จ")));
    }

    static ReportContent says(String percent) {
        return new ReportContent(
                Percent.of(percent), Baht.ZERO, ScheduleStatus.ON_PLAN, TargetStatus.ON_TARGET, "อยู่ระหว่างดำเนินการ");
    }

    static ProgressReported report(int number, String date, String percent) {
        return new ProgressReported(CODE, number, 1, LocalDate.parse(date), says(percent), null);
    }

    static ProgressReported resubmission(int number, int revision, String date, String percent) {
        return new ProgressReported(CODE, number, revision, LocalDate.parse(date), says(percent), null);
    }

    static ReportReturned returned(int number, int revision) {
        return new ReportReturned(CODE, number, revision);
    }

    static ProjectPaused pause(String from) {
        return new ProjectPaused(CODE, LocalDate.parse(from), PauseCause.COVID_19, "ชะลอ", null);
    }

    static ProjectResumed resumption(String from, String pausedOn) {
        return new ProjectResumed(CODE, LocalDate.parse(from), LocalDate.parse(pausedOn), null, null);
    }

    static ProgressCorrected correction(int number, String before, String after) {
        return new ProgressCorrected(CODE, number, says(before), says(after), null, "ที่ กท 1/2564");
    }

    static BigDecimal points(String text) {
        return new BigDecimal(text);
    }
}
