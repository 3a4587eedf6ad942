package org.progressledger.query.flags;

import static org.progressledger.query.flags.Sentences.say;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.progressledger.events.Baht;
import org.progressledger.events.Fact;
import org.progressledger.events.Project;
import org.progressledger.query.projection.EnglishText;
import org.progressledger.query.projection.FlagView.Severity;
import org.progressledger.query.projection.Views.Summary;

/** Some agencies report each month's money, others all of it so far: either may fit. Blank is not 0 and fits anything. */
record SpendMismatch() implements FlagRule {
    @Override
    public int version() {
        return 1;
    }

    @Override
    public Summary meaning() {
        return say(
                "ยอดเบิกใช้ในรายงานไม่ตรงกับงบประมาณที่ใช้ไป ทั้งเมื่อรวมทุกครั้งและเมื่อใช้ครั้งล่าสุด",
                "The reports' disbursements fit the money spent neither as a sum nor as the last one");
    }

    @Override
    public List<Hit> hits(Project project, LocalDate day) {
        Baht spent = project.budget().spent();
        BigDecimal sum = BigDecimal.ZERO.setScale(2);
        BigDecimal last = null;
        List<Fact> evidence = new ArrayList<>(List.of(project.spentStated()));
        for (Turn turn : Turn.of(project)) {
            Baht disbursed = turn.report().content().disbursed();
            if (disbursed != null) {
                last = disbursed.value();
                sum = sum.add(last);
                evidence.addAll(turn.evidenceOfReport());
            }
        }
        if (spent == null
                || last == null
                || spent.value().equals(sum)
                || spent.value().equals(last)) {
            return List.of();
        }
        return List.of(Hit.ofProject(
                Severity.WARNING,
                Values.of("spent", spent.value()).and("sum", sum).and("last", last),
                say(
                        "งบประมาณที่ใช้ไป %s บาท ไม่ตรงกับผลรวมที่รายงานเบิกใช้ %s บาท และไม่ตรงกับครั้งล่าสุด %s บาท",
                        "%s baht are stated as spent; the reports' disbursements sum up to %s, and the last one states %s",
                        spent,
                        EnglishText.amount(sum),
                        EnglishText.amount(last)),
                evidence));
    }
}
