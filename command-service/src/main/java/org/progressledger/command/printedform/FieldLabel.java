package org.progressledger.command.printedform;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labels of the form's head, with the spellings in use. A damaged one is still known by its letters. */
enum FieldLabel {
    NAME("name", true, "ชื่อโครงการ/กิจกรรม", "ชื่อโครงการ", "ชื่อกิจกรรม"),
    PROJECT_CODE("projectCode", false, "รหัสโครงการ", "รหัสโครงการ/กิจกรรม"),
    FISCAL_YEAR("fiscalYear", false, "ปีงบประมาณ พ.ศ.", "ปีงบประมาณ", "ประจำปีงบประมาณ พ.ศ."),
    STARTS_ON("startsOn", false, "เริ่มต้นโครงการ", "วันที่เริ่มต้นโครงการ", "วันเริ่มต้นโครงการ"),
    ENDS_ON("endsOn", false, "สิ้นสุดโครงการ", "วันที่สิ้นสุดโครงการ", "วันสิ้นสุดโครงการ"),
    BUDGET_ALLOCATED("budgetAllocated", false, "งบประมาณที่ได้รับ", "งบประมาณที่ได้รับจัดสรร"),
    BUDGET_SPENT("budgetSpent", false, "งบประมาณที่ใช้ไป", "งบประมาณที่ใช้"),
    AGENCY("agency", true, "หน่วยงานที่รับผิดชอบ", "หน่วยงานที่รับผิดชอบโครงการ", "หน่วยงานรับผิดชอบ"),
    OFFICER("responsibleOfficer", true, "ชื่อผู้รับผิดชอบ", "ชื่อผู้รับผิดชอบโครงการ", "ผู้รับผิดชอบ"),
    COORDINATOR("coordinator", true, "ผู้ประสานงาน สยป", "ผู้ประสานงาน"),
    STRATEGY("strategy", true, "ประเด็นยุทธศาสตร์"),
    SUB_STRATEGY("subStrategy", true, "ประเด็นยุทธศาสตร์ย่อย"),
    GOAL("goal", true, "เป้าหมายที่"),
    INDICATOR("indicators", true, "ตัวชี้วัด");

    /** Up to a quarter of the letters may be wrong where labels are expected, an eighth amid free text. */
    static final double TOLERANT = 0.25;

    static final double STRICT = 0.125;

    private final String field;
    private final boolean textual;
    private final String printed;
    /** The letters of each. */
    private final List<String> spellings;

    FieldLabel(String field, boolean textual, String... spellings) {
        this.field = field;
        this.textual = textual;
        this.printed = spellings[0];
        this.spellings = Stream.of(spellings).map(Likeness::letters).toList();
    }

    /** The field's name in answers and messages. */
    String field() {
        return field;
    }

    /** Whether the value is free text, up to the end of its line and beyond. */
    boolean textual() {
        return textual;
    }

    /** As the form spells it. */
    String printed() {
        return printed;
    }

    /** A label that was recognised; misspelt if its letters are not exactly those of a known spelling. */
    record Match(FieldLabel label, boolean misspelt) {}

    /** The label that the words are most like; null if they are like none, or like two of them equally. */
    static @Nullable Match of(String words, double tolerance) {
        String letters = Likeness.letters(words);
        FieldLabel best = null;
        double least = Double.MAX_VALUE;
        boolean tie = false;
        for (FieldLabel label : values()) {
            for (String spelling : label.spellings) {
                double difference = Likeness.difference(letters, spelling);
                if (difference < least) {
                    tie = false;
                    best = label;
                    least = difference;
                } else if (difference == least && label != best) {
                    tie = true;
                }
            }
        }
        return best == null || tie || least > tolerance ? null : new Match(best, least > 0);
    }
}
