package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ActivityHeld;
import org.progressledger.events.Fact;
import org.progressledger.events.LetterCited;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.ThaiText;
import org.progressledger.query.projection.Views.Summary;

/**
 * A paper or a meeting that comes up only when it serves. What a narrative tells is told on its report's day; what somebody
 * typed, on the day of recording.
 *
 * @param days the most between the date of a letter or an activity and the day on which it is told
 */
record LateDisclosure(int days) implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "อ้างถึงหนังสือหรือการประชุมที่เกิดขึ้นก่อนหน้าเกิน %s วัน",
                "A letter or a meeting is told of more than %s days after its date", days);
    }

    /** A letter or an activity, and how many days later it was told. */
    private record Told(
            Fact fact,
            LocalDate datedOn,
            LocalDate toldOn,
            @Nullable Report by) {
        long late() {
            return ChronoUnit.DAYS.between(datedOn, toldOn);
        }
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Told> late = Stream.concat(project.activities().stream(), project.letters().stream())
                .flatMap(fact -> told(fact, project).stream())
                .filter(told -> told.late() > days && !told.toldOn().isAfter(day))
                .sorted(Comparator.comparing(Told::datedOn)
                        .thenComparing(told -> told.fact().sequence()))
                .toList();
        List<Hit> hits = new ArrayList<>();
        for (Turn turn : Turn.of(project)) {
            List<Told> byReport = late.stream()
                    .filter(told -> turn.report().equals(told.by()))
                    .toList();
            if (!byReport.isEmpty()) {
                hits.add(ofReport(turn, byReport));
            }
        }
        late.stream()
                .filter(told -> told.by() == null)
                .map(LateDisclosure::typed)
                .forEach(hits::add);
        return hits;
    }

    private static Optional<Told> told(Fact fact, Project project) {
        LocalDate datedOn = datedOn(fact);
        Integer reportNo = fact.recorded().provenance().reportNo();
        if (datedOn == null) {
            return Optional.empty();
        }
        if (reportNo != null) {
            return Optional.ofNullable(project.reports().get(reportNo))
                    .filter(Report::counts)
                    .map(report -> new Told(fact, datedOn, report.reportedOn(), report));
        }
        return fact.recorded().provenance().source() == null
                ? Optional.of(new Told(fact, datedOn, fact.recorded().recordedOn(), null))
                : Optional.empty();
    }

    private static @Nullable LocalDate datedOn(Fact fact) {
        return switch (fact.event()) {
            case LetterCited cited -> cited.letter().datedOn();
            case ActivityHeld held -> held.heldOn();
            default -> null;
        };
    }

    private static Hit ofReport(Turn turn, List<Told> late) {
        Told oldest = late.getFirst();
        int no = turn.report().reportNo();
        return Hit.of(
                turn.report(),
                Severity.WARNING,
                values(late),
                say(
                        "รายงานครั้งที่ %s เพิ่งกล่าวถึงหนังสือหรือกิจกรรม %s รายการ เก่าที่สุดลงวันที่ %s ล่วงมาแล้ว %s วัน",
                        List.of(no, late.size(), ThaiText.date(oldest.datedOn()), oldest.late()),
                        "Report %s tells of letters or meetings late (%s in number), the oldest of %s, %s days before",
                        List.of(no, late.size(), oldest.datedOn(), oldest.late())),
                Stream.concat(Turn.factsOf(turn.report()), late.stream().map(Told::fact))
                        .toList());
    }

    private static Hit typed(Told told) {
        return Hit.of(
                told.fact(),
                Severity.INFO,
                values(List.of(told)),
                say(
                        "หนังสือหรือกิจกรรมลงวันที่ %s เพิ่งบันทึกเมื่อ %s ล่วงมาแล้ว %s วัน",
                        List.of(ThaiText.date(told.datedOn()), ThaiText.date(told.toldOn()), told.late()),
                        "A letter or meeting of %s was recorded on %s, %s days later",
                        List.of(told.datedOn(), told.toldOn(), told.late())),
                List.of(told.fact()));
    }

    private static Values values(List<Told> late) {
        return Values.of("toldOn", late.getFirst().toldOn())
                .and(
                        "late",
                        late.stream()
                                .map(told -> Values.of("datedOn", told.datedOn())
                                        .and("days", told.late())
                                        .and("position", told.fact().position())
                                        .byName())
                                .toList());
    }
}
