package org.progressledger.query.flags;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.Budget;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.LineRange;
import org.progressledger.events.PauseCause;
import org.progressledger.events.Percent;
import org.progressledger.events.Period;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Project;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ProjectEvent;
import org.progressledger.events.ProjectHistory;
import org.progressledger.events.ProjectPaused;
import org.progressledger.events.ProjectRegistered;
import org.progressledger.events.ProjectResumed;
import org.progressledger.events.Provenance;
import org.progressledger.events.RecordedEvent;
import org.progressledger.events.ReportContent;
import org.progressledger.events.ReportReturned;
import org.progressledger.events.ResponsibleAgency;
import org.progressledger.events.ScheduleStatus;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;
import org.progressledger.events.TargetStatus;

/** What was recorded of a project of fiscal year 2564, and what rules find in it. Positions are sequences and 100. */
final class Story {
    static final ProjectCode CODE = ProjectCode.of("50470000-3298");
    static final Sha256 PAPER = Sha256.ofBytes(new byte[] {1});
    static final LocalDate AFTERWARDS = LocalDate.parse("2021-10-01");
    private static final Provenance CLERK = new Provenance("clerk", "OFFICER", null, "c", null, null, null, null);

    private final List<RecordedEvent> recorded = new ArrayList<>();
    private Instant at = Instant.parse("2021-10-01T03:00:00Z");
    private ScheduleStatus schedule = ScheduleStatus.ON_PLAN;

    private Story() {}

    static Story of(String allocated, @Nullable String spent) {
        return of(allocated, spent, "2020-10-01", "2021-09-30");
    }

    static Story of(String allocated, @Nullable String spent, String startsOn, String endsOn) {
        return new Story()
                .fact(new ProjectRegistered(
                        CODE,
                        "โครงการ",
                        FiscalYear.of(2564),
                        new Period(LocalDate.parse(startsOn), LocalDate.parse(endsOn)),
                        new Budget(Baht.of(allocated), spent == null ? null : Baht.of(spent)),
                        new ResponsibleAgency("เขต", null, null),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    static Story begins() {
        return of("122800", null);
    }

    /** When what comes next is recorded. */
    Story recordedAt(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    /** What reports that come next say of their plan. */
    Story says(ScheduleStatus status) {
        schedule = status;
        return this;
    }

    Story fact(ProjectEvent event) {
        return record(event, CLERK);
    }

    /** Read from paper, in the narrative of that report; on line 10 and its number. */
    Story told(int reportNo, ProjectEvent event) {
        LineRange line = new LineRange(10 + reportNo, 10 + reportNo);
        return record(event, CLERK.from(new Source(PAPER, List.of(line)), reportNo));
    }

    Story record(ProjectEvent event, Provenance by) {
        long sequence = recorded.size();
        recorded.add(new RecordedEvent(100 + sequence, sequence, "e" + sequence, at, "hash", event, by));
        return this;
    }

    Story report(int no, String date, String percent) {
        return report(no, date, percent, "รายงานครั้งที่ " + no);
    }

    Story report(int no, String date, String percent, String narrative) {
        return report(no, 1, date, percent, null, narrative);
    }

    Story disbursed(int no, String date, String percent, String disbursed) {
        return report(no, 1, date, percent, disbursed, "รายงานครั้งที่ " + no);
    }

    Story report(int no, int revision, String date, String percent, @Nullable String disbursed, String narrative) {
        return fact(new ProgressReported(
                CODE,
                no,
                revision,
                LocalDate.parse(date),
                new ReportContent(
                        Percent.of(percent),
                        disbursed == null ? null : Baht.of(disbursed),
                        schedule,
                        TargetStatus.ON_TARGET,
                        narrative),
                null));
    }

    Story returned(int no) {
        return fact(new ReportReturned(CODE, no, 1));
    }

    Story paused(String from) {
        return fact(new ProjectPaused(CODE, LocalDate.parse(from), PauseCause.OTHER, "น้ำท่วม", null));
    }

    Story resumed(String pausedOn, String from) {
        return fact(new ProjectResumed(CODE, LocalDate.parse(from), LocalDate.parse(pausedOn), null, null));
    }

    ProjectHistory history() {
        return ProjectHistory.of(recorded);
    }

    Project on(LocalDate day) {
        return history().on(day).orElseThrow();
    }

    List<Hit> hits(FlagRule rule) {
        return hits(rule, AFTERWARDS);
    }

    List<Hit> hits(FlagRule rule, LocalDate day) {
        return rule.hits(on(day), day);
    }

    /** What the hits are about. */
    List<String> abouts(FlagRule rule) {
        return abouts(rule, AFTERWARDS);
    }

    List<String> abouts(FlagRule rule, LocalDate day) {
        return hits(rule, day).stream().map(Hit::about).toList();
    }

    /** Positions of what shows a hit. */
    static List<Long> evidence(Hit hit) {
        return hit.evidence().stream().map(fact -> fact.position()).toList();
    }
}
