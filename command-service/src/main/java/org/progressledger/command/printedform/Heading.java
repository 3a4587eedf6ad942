package org.progressledger.command.printedform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headings that part the form, and its title, which is printed again on top of every page. */
enum Heading {
    NAME_AND_AGENCY("1", "ชื่อโครงการและหน่วยงาน", "ชื่อโครงการและหน่วยงานที่รับผิดชอบโครงการ"),
    CODE_AND_NAME("1.1", "รหัสโครงการและชื่อโครงการ", "รหัสโครงการและชื่อโครงการ"),
    AGENCY("1.2", "หน่วยงานที่รับผิดชอบ", "หน่วยงานที่รับผิดชอบ"),
    RATIONALE("1.3", "หลักการและเหตุผล", "หลักการและเหตุผล"),
    OBJECTIVES("1.4", "วัตถุประสงค์", "วัตถุประสงค์ของโครงการ"),
    TARGET("1.5", "เป้าหมายของโครงการ", "เป้าหมายของโครงการ"),
    STRATEGY(
            "1.6",
            "สนับสนุนแผน",
            "สนับสนุนแผนพัฒนา กทม. ระยะ ปี (ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ/ตัวชี้วัด)"),
    REPORTS("2", "รายงานความก้าวหน้า", "รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ");

    private static final String TITLE = Likeness.letters("แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ");
    private static final Pattern NUMBERED = Pattern.compile("\\s*([0-9](?:\\.[0-9])?)\\.?\\s+(.*)");
    /** No line that is longer is looked at; those of the form have some 130 characters. */
    private static final int LONGEST = 1_000;

    private static final double TOLERANCE = 0.25;
    /** Without its number a heading must be spelt nearly right. */
    private static final double UNNUMBERED = 0.1;
    /** Of its beginning, a heading that lost its end. */
    private static final double LONGER = 1.2;

    private final String number;
    private final String beginning;
    private final String whole;

    Heading(String number, String beginning, String whole) {
        this.number = number;
        this.beginning = Likeness.letters(beginning);
        this.whole = Likeness.letters(whole);
    }

    /** The heading that the line is; null if it is none. */
    static @Nullable Heading of(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        Matcher numbered = NUMBERED.matcher(line);
        boolean hasNumber = numbered.matches();
        String letters = Likeness.letters(hasNumber ? numbered.group(2) : line);
        for (Heading heading : values()) {
            if (hasNumber ? heading.isNumbered(numbered.group(1), letters) : heading.isWritten(letters)) {
                return heading;
            }
        }
        return null;
    }

    private boolean isNumbered(String given, String letters) {
        if (!given.equals(number)) {
            return false;
        }
        String start = letters.substring(0, Math.min(letters.length(), beginning.length()));
        if (this == REPORTS && letters.length() > beginning.length() * LONGER) {
            // a list's second item may begin with the same words
            return Likeness.difference(letters, whole) <= TOLERANCE;
        }
        return Likeness.difference(start, beginning) <= TOLERANCE || Likeness.difference(letters, whole) <= TOLERANCE;
    }

    private boolean isWritten(String letters) {
        return this != AGENCY && Likeness.difference(letters, whole) <= UNNUMBERED;
    }

    /** Whether the line is the form's title. */
    static boolean isTitle(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        return Likeness.difference(Likeness.letters(line), TITLE) <= TOLERANCE;
    }
}
