package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealStage;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.events.Report;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/**
 * Papers that must be somewhere and are not in the ledger: of an appeal that a narrative speaks of, of criteria that it says
 * were changed, of rounds below one that was filed. An appeal that is only intended has no papers yet.
 */
record AppealGap() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "ข้อความกล่าวถึงอุทธรณ์หรือการปรับเกณฑ์ หรือมีอุทธรณ์รอบหลัง โดยไม่มีเอกสารการยื่นหรือผลการพิจารณา",
                "An appeal or a change of criteria is spoken of, or a later round stands, without its filing or decision");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        List<Hit> hits = new ArrayList<>();
        Map<Object, List<Fact>> byTeller = new LinkedHashMap<>();
        for (Fact fact : project.citations()) {
            if (fact.event() instanceof AppealCited cited && lacks(cited, project)) {
                Integer reportNo = fact.recorded().provenance().reportNo();
                Report report = reportNo == null ? null : project.reports().get(reportNo);
                byTeller.computeIfAbsent(report == null ? fact : report, teller -> new ArrayList<>())
                        .add(fact);
            }
        }
        byTeller.forEach((teller, citations) -> hits.add(spokenOf(teller, citations)));
        hits.addAll(skippedRounds(project));
        return hits;
    }

    private static boolean lacks(AppealCited cited, Project project) {
        return project.lacksAppealOf(cited) || project.lacksCriteriaOf(cited);
    }

    /** @param teller the report that speaks of it, or the citation where no report does */
    private static Hit spokenOf(Object teller, List<Fact> citations) {
        List<AppealCited> cited =
                citations.stream().map(fact -> (AppealCited) fact.event()).toList();
        boolean criteria = cited.stream().anyMatch(AppealCited::criteriaChanged);
        AppealStage stage = cited.getLast().stage();
        Integer round = cited.stream()
                .map(AppealCited::round)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Values values = Values.of("stage", stage.name()).and("round", round).and("criteriaChanged", criteria);
        Summary text = say(
                "ข้อความกล่าวว่า%s%s%s แต่ไม่มีเอกสารในสมุดบันทึก",
                List.of(thai(stage), round == null ? "" : " รอบที่ " + round, criteria ? " และมีการปรับเกณฑ์" : ""),
                "The narrative speaks of %s%s%s; its papers are not recorded",
                List.of(
                        english(stage),
                        round == null ? "" : " of round " + round,
                        criteria ? " and of changed criteria" : ""));
        return teller instanceof Report report
                ? Hit.of(
                        report,
                        Severity.ALERT,
                        values,
                        text,
                        Stream.concat(Turn.factsOf(report), citations.stream()).toList())
                : Hit.of(citations.getFirst(), Severity.ALERT, values, text, citations);
    }

    private static String thai(AppealStage stage) {
        return switch (stage) {
            case INTENDED -> "จะยื่นอุทธรณ์";
            case AWAITING_RESULT -> "รอผลอุทธรณ์";
            case DECIDED -> "มีผลอุทธรณ์";
        };
    }

    private static String english(AppealStage stage) {
        return switch (stage) {
            case INTENDED -> "an intended appeal";
            case AWAITING_RESULT -> "an appeal that awaits its result";
            case DECIDED -> "a decided appeal";
        };
    }

    private static List<Hit> skippedRounds(Project project) {
        List<Hit> hits = new ArrayList<>();
        int expected = 1;
        Appeal before = null;
        for (Appeal appeal : project.appeals().values()) {
            if (appeal.round() > expected) {
                hits.add(skipped(appeal, expected, project));
            } else if (before != null && before.isOpen()) {
                hits.add(undecided(before, appeal));
            }
            expected = appeal.round() + 1;
            before = appeal;
        }
        return hits;
    }

    private static Hit skipped(Appeal appeal, int first, Project project) {
        int last = appeal.round() - 1;
        List<Fact> evidence = Stream.concat(
                        project.appeals().headMap(first).values().stream().map(Appeal::filedFact),
                        Stream.of(appeal.filedFact()))
                .toList();
        return Hit.ofRound(
                appeal.round(),
                Severity.ALERT,
                Values.of("round", appeal.round()).and("first", first).and("last", last),
                first == last
                        ? say(
                                "มีการยื่นอุทธรณ์รอบที่ %s โดยไม่มีเอกสารของรอบที่ %s",
                                "Round %s of an appeal is filed, and round %s has no papers", appeal.round(), first)
                        : say(
                                "มีการยื่นอุทธรณ์รอบที่ %s โดยไม่มีเอกสารของรอบที่ %s ถึง %s",
                                "Round %s of an appeal is filed, and the rounds %s to %s have no papers",
                                appeal.round(),
                                first,
                                last),
                evidence);
    }

    private static Hit undecided(Appeal before, Appeal appeal) {
        return Hit.ofRound(
                appeal.round(),
                Severity.ALERT,
                Values.of("round", appeal.round()).and("undecided", before.round()),
                say(
                        "มีการยื่นอุทธรณ์รอบที่ %s โดยไม่มีผลการพิจารณาของรอบที่ %s",
                        "Round %s of an appeal is filed, and round %s has no decision", appeal.round(), before.round()),
                List.of(before.filedFact(), appeal.filedFact()));
    }
}
