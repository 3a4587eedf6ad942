package org.progressledger.command.printedform;

import java.util.regex.Pattern;

/**
 * What the recognisers of all kinds share: how a narrative falls into statements, and what leads up to a date. The words
 * of each kind stand in the {@link ProposalTable}.
 */
final class Phrases {
    /** Before a date: it is a bound, not the day of a deed. */
    static final Pattern BOUND_BEFORE_DATE = Pattern.compile(
            "(?:ภาย|ก่อน|ถึง|สิ้นสุด|ครบกำหนด|ตั้งแต่|นับแต่|นับจาก|ไม่เกิน|หลัง|หลังจาก|หมดเขต|มีผล|เริ่ม|กำหนดส่ง)\\s*$");

    /** {@code ณ วันที่}: a state of things on a day, not what was done then. */
    static final Pattern AS_OF = Pattern.compile("ณ\\s*วัน");

    /** Between two days of one list. */
    static final Pattern DAYS_JOINED = Pattern.compile("\\s*(?:,|และ|กับ)\\s*");

    /** Before a date: it is the date of a document. */
    static final Pattern DATED = Pattern.compile("(?:ลง\\s?วันที่|ลว\\s?\\.?|ลง)\\s*$");

    /** What leads up to a date; {@code เมื่อ} ties it to the words before. */
    static final Pattern DATE_INTRODUCTION = Pattern.compile("(?<when>เมื่อ|ใน|ณ)?\\s*"
            + "(?:วัน(?:ที่)?\\s?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)?\\s?(?:ที่)?)?\\s*$");

    /** Where a statement ends and another begins: a block, a list item, a slash that stands alone. */
    static final Pattern BREAK = Pattern.compile(
            "(?<gap>\\x0B\\s*+|\\s//?\\s)|(?<=\\n)[ \\t]*+(?:[-•*]|[0-9]{1,2}(?:\\.[0-9]{1,2})?[.)])\\s|(?<=\\s)[0-9]{1,2}\\.\\s");

    /** What begins a list item. */
    static final Pattern ITEM = Pattern.compile("^\\s*(?:[-•*]|[0-9]{1,2}(?:\\.[0-9]{1,2})?[.)])\\s+");

    /** Slashes, commas and white space at the ends of a statement. */
    static final Pattern PARTING = Pattern.compile("^[\\s/,;]++|(?<![\\s/,;])[\\s/,;]++$");

    private Phrases() {}
}
