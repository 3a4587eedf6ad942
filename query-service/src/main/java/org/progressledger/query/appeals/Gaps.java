package org.progressledger.query.appeals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Appeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealDecided;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.CriteriaChange;
import org.progressledger.events.Fact;
import org.progressledger.events.Indicator;
import org.progressledger.query.appeals.Gap.Kind;
import org.progressledger.query.projection.ThaiText;

/** Finds the gaps of one appeal. Plain functions of what is recorded. */
final class Gaps {
    private final AppealCase appeal;
    private final List<Gap> gaps = new ArrayList<>();

    private Gaps(AppealCase appeal) {
        this.appeal = appeal;
    }

    /** In the order of the kinds. */
    static List<Gap> of(AppealCase appeal) {
        Gaps gaps = new Gaps(appeal);
        gaps.citations();
        gaps.rounds();
        Appeal papers = appeal.papers();
        if (papers != null) {
            gaps.letters(papers);
            gaps.criteria(papers);
        }
        return List.copyOf(gaps.gaps);
    }

    private void add(Kind kind, String thai, String english, Collection<Fact> evidence, Object... values) {
        gaps.add(Gap.of(kind, thai, english, evidence, values));
    }

    private void citations() {
        List<Fact> lacking = citationsThat(appeal.project()::lacksAppealOf);
        if (lacking.stream().anyMatch(fact -> isFilingMissing(AppealCase.cited(fact)))) {
            add(
                    Kind.CITED_WITHOUT_FILING,
                    "ข้อความกล่าวถึงอุทธรณ์ที่ยื่นแล้ว แต่ไม่มีเอกสารการยื่น",
                    "The narrative speaks of an appeal that was filed; its filing is not recorded",
                    lacking);
        } else if (!lacking.isEmpty()) {
            add(
                    Kind.CITED_WITHOUT_DECISION,
                    "ข้อความกล่าวว่ามีผลอุทธรณ์แล้ว แต่ไม่มีผลการพิจารณาในสมุดบันทึก",
                    "The narrative speaks of a result; the decision is not recorded",
                    lacking);
        }
        List<Fact> changing = citationsThat(appeal.project()::lacksCriteriaOf);
        if (!changing.isEmpty()) {
            add(
                    Kind.CITED_WITHOUT_CRITERIA,
                    "ข้อความกล่าวว่ามีการปรับเกณฑ์ แต่ไม่มีเกณฑ์ใหม่ในสมุดบันทึก",
                    "The narrative says that criteria changed; the change is not recorded",
                    changing);
        }
    }

    private boolean isFilingMissing(AppealCited cited) {
        return appeal.project().meantBy(cited).findAny().isEmpty();
    }

    private List<Fact> citationsThat(Predicate<AppealCited> holds) {
        return appeal.citations().stream()
                .filter(fact -> holds.test(AppealCase.cited(fact)))
                .toList();
    }

    private void rounds() {
        Integer round = appeal.round();
        List<Fact> here = appeal.papers() == null
                ? appeal.citations()
                : List.of(appeal.papers().filedFact());
        if (round == null || here.isEmpty()) {
            return;
        }
        SortedMap<Integer, Appeal> below = appeal.project().appeals().headMap(round);
        Appeal before = below.isEmpty() ? null : below.get(below.lastKey());
        int first = before == null ? 1 : before.round() + 1;
        List<Fact> evidence = new ArrayList<>(here);
        if (before != null) {
            evidence.add(before.filedFact());
        }
        if (first == round - 1) {
            add(
                    Kind.ROUNDS_SKIPPED,
                    "มีอุทธรณ์รอบที่ %s โดยไม่มีเอกสารของรอบที่ %s",
                    "There is round %s, and round %s has no papers",
                    evidence,
                    round,
                    first);
        } else if (first < round) {
            add(
                    Kind.ROUNDS_SKIPPED,
                    "มีอุทธรณ์รอบที่ %s โดยไม่มีเอกสารของรอบที่ %s ถึง %s",
                    "There is round %s, and the rounds %s to %s have no papers",
                    evidence,
                    round,
                    first,
                    round - 1);
        }
        if (before != null && before.isOpen()) {
            add(
                    Kind.EARLIER_ROUND_UNDECIDED,
                    "มีอุทธรณ์รอบที่ %s โดยไม่มีผลการพิจารณาของรอบที่ %s",
                    "There is round %s, and round %s has no decision",
                    evidence,
                    round,
                    before.round());
        }
    }

    private void letters(Appeal papers) {
        if (papers.filed().letter() == null) {
            add(
                    Kind.FILED_WITHOUT_LETTER,
                    "การยื่นอุทธรณ์ไม่ระบุหนังสือ",
                    "The filing names no letter",
                    List.of(papers.filedFact()));
        }
        if (papers.decided() != null
                && papers.decidedFact() != null
                && papers.decided().letter() == null) {
            add(
                    Kind.DECIDED_WITHOUT_LETTER,
                    "ผลการพิจารณาไม่ระบุหนังสือ",
                    "The decision names no letter",
                    List.of(papers.decidedFact()));
        }
        if (papers.withdrawn() != null
                && papers.withdrawnFact() != null
                && papers.withdrawn().letter() == null) {
            add(
                    Kind.WITHDRAWN_WITHOUT_LETTER,
                    "การถอนอุทธรณ์ไม่ระบุหนังสือ",
                    "The taking back names no letter",
                    List.of(papers.withdrawnFact()));
        }
    }

    private void criteria(Appeal papers) {
        AppealDecided decided = papers.decided();
        Fact fact = papers.decidedFact();
        if (decided == null || fact == null) {
            return;
        }
        List<ChangedIndicator> changed = ChangedIndicator.of(appeal);
        if (decided.outcome() == AppealOutcome.REFUSED) {
            changed.forEach(each -> add(
                    Kind.CRITERIA_CHANGED_THOUGH_REFUSED,
                    "อุทธรณ์ไม่เป็นผล แต่มีการเปลี่ยนเกณฑ์ของตัวชี้วัด %s โดยอ้างรอบนี้",
                    "The appeal is refused, and the criteria of indicator %s were changed in its name",
                    List.of(fact, each.after().told()),
                    each.indicator().adopted().id()));
            return;
        }
        CriteriaChange told = decided.criteria();
        if (told == null || told.after() == null) {
            add(
                    Kind.GRANTED_WITHOUT_CRITERIA,
                    "อุทธรณ์เป็นผล แต่ผลการพิจารณาไม่ระบุเกณฑ์ใหม่",
                    "The appeal is granted, and the decision does not tell the criteria from then on",
                    List.of(fact));
        } else {
            ChangedIndicator.named(appeal).ifPresent(indicator -> carriedOut(told, indicator, changed, fact));
        }
    }

    private void carriedOut(CriteriaChange told, Indicator named, List<ChangedIndicator> all, Fact decision) {
        List<ChangedIndicator> changed =
                all.stream().filter(each -> each.indicator().equals(named)).toList();
        Object id = named.adopted().id();
        if (changed.isEmpty()) {
            add(
                    Kind.CRITERIA_NOT_CARRIED_OUT,
                    "ผลการพิจารณาปรับเกณฑ์ของตัวชี้วัด %s แต่ยังไม่ได้บันทึกเกณฑ์ใหม่ของตัวชี้วัด",
                    "The decision changes the criteria of indicator %s, and the indicator does not have them",
                    List.of(decision),
                    id);
            return;
        }
        ChangedIndicator first = changed.getFirst();
        if (differ(told.before(), first.before().text())) {
            add(
                    Kind.CRITERIA_BEFORE_DIFFER,
                    "เกณฑ์เดิมในผลการพิจารณาไม่ตรงกับเกณฑ์เดิมของตัวชี้วัด %s",
                    "The decision tells other criteria of before than indicator %s had",
                    List.of(decision, first.before().told()),
                    id);
        }
        ChangedIndicator last = changed.getLast();
        if (differ(told.after(), last.after().text())) {
            add(
                    Kind.CRITERIA_AFTER_DIFFER,
                    "เกณฑ์ใหม่ของตัวชี้วัด %s ไม่ตรงกับผลการพิจารณา",
                    "Indicator %s has other criteria than the decision tells",
                    List.of(decision, last.after().told()),
                    id);
        }
    }

    /** However they are typed; what is not in the source differs from nothing. */
    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !ThaiText.folded(one).equals(ThaiText.folded(other));
    }
}
