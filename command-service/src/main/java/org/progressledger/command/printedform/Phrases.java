package org.progressledger.command.printedform;

import java.util.regex.Pattern;

/**
 * The phrases of office Thai by which a narrative tells of facts: the one place where they are written down. They are
 * matched on folded text (Arabic digits, one SARA AM). Every phrase lists what it is meant to find and what not; the
 * tests go through the same examples.
 *
 * <table>
 *   <caption>Phrases</caption>
 *   <tr><th>phrase</th><th>says</th><th>does not say</th></tr>
 *   <tr><td>DONE</td><td>ได้จัดประชุม, ได้มีการประชุม, ได้ร่วมกันทำกิจกรรม, รายงานการประชุม, ดำเนินการจัดอบรมแล้ว</td>
 *       <td>ได้กำหนดการจัดกิจกรรม, ได้รับหนังสือ</td></tr>
 *   <tr><td>DOING</td><td>จัดกิจกรรม, ร่วมกันทำกิจกรรม, ลงพื้นที่</td><td>แผนการจัดกิจกรรม, เพื่อจัดประชุม, จัดตั้ง</td></tr>
 *   <tr><td>PLANNED</td><td>กำหนดประชุม, กำหนดจัดโครงการ, จะจัดอบรม, เตรียมจัดงาน</td>
 *       <td>กำหนดประเด็น, ขั้นตอนที่กำหนด, จะประสาน</td></tr>
 *   <tr><td>PUT_OFF</td><td>ชะลอโครงการ, ชะลอการดำเนินกิจกรรม, เลื่อนการจัดงานออกไปโดยไม่มีกำหนด</td>
 *       <td>ชะลอการระบาด, ชะลอน้ำ, ไม่ชะลอโครงการ, เลื่อนการประชุมไปเป็นวันที่ 5</td></tr>
 *   <tr><td>EPIDEMIC</td><td>โควิด-19, COVID-19, ไวรัสโคโรนา</td><td>ไข้เลือดออก</td></tr>
 *   <tr><td>APPEAL_INTENDED</td><td>เห็นควรให้ส่งอุทธรณ์, จะยื่นอุทธรณ์, ประสงค์ขออุทธรณ์</td><td>ได้ส่งอุทธรณ์แล้ว</td></tr>
 *   <tr><td>APPEAL_AWAITED</td><td>รอผลอุทธรณ์, รอผลการพิจารณาคำขออุทธรณ์, ได้ยื่นอุทธรณ์</td><td>ทราบผลอุทธรณ์</td></tr>
 *   <tr><td>APPEAL_DECIDED</td><td>ผลการพิจารณาคำขออุทธรณ์, แจ้งผลอุทธรณ์</td><td>รอผลอุทธรณ์, คำขออุทธรณ์</td></tr>
 *   <tr><td>CRITERIA_CHANGED</td><td>ปรับเปลี่ยนเกณฑ์, ปรับเกณฑ์, แก้ไขเกณฑ์</td><td>ตามเกณฑ์, ไม่ปรับเกณฑ์</td></tr>
 * </table>
 */
final class Phrases {
    private static final String EVENT =
            "(?:กิจกรรม|การประชุม|ประชุม|อบรม|ฝึกอบรม|สัมมนา|โครงการ|งาน|เวที|นิทรรศการ|พิธี)";

    /** Words after which the deed behind them is done, whatever else is planned before. */
    static final Pattern DONE = Pattern.compile("ได้(?:มีการ|ดำเนินการ|ร่วมกัน|ร่วม)?\\s?"
            + "(?:จัด" + EVENT + "|ประชุม|ทำกิจกรรม|ดำเนินกิจกรรม|อบรม|ฝึกอบรม|สัมมนา|ลงพื้นที่)"
            + "|ดำเนินการจัด" + EVENT + "[^\\n]{0,40}?แล้ว"
            + "|รายงานการประชุม"
            + "|(?:จาก|ใน)(?:การ|ที่)ประชุม");

    /** Words of doing, which count unless something before them makes a plan of it. */
    static final Pattern DOING = Pattern.compile("(?<!จะ|การ|กำหนด|เพื่อ|ให้|แผน|ขอ|อนุมัติ)(?:จัด" + EVENT
            + "|(?:ทำ|ดำเนิน|ร่วม)กิจกรรม|ลงพื้นที่)" + "|ร่วมกัน(?:ทำ|จัด|ดำเนิน)กิจกรรม");

    /** Words that only announce. What is set down, other than a day or an event, is no announcement. */
    static final Pattern PLANNED = Pattern.compile(
            "(?<!ที่|ตาม|ไม่มี)กำหนด(?!\\s?(?:ประเด็น|แนวทาง|เป้าหมาย|หลักเกณฑ์|กรอบ|นโยบาย|มาตรการ|ตัวชี้วัด|จำนวน|กลุ่ม|รูปแบบ))"
                    + "|จะ\\s?(?:มีการ|ได้|ดำเนินการ|ร่วมกัน)?\\s?(?:จัด|ประชุม|ทำ|ดำเนิน|อบรม|ลงพื้นที่|เริ่ม|มี)"
                    + "|เตรียม(?:การ)?\\s?(?:จัด|ประชุม|อบรม|ลงพื้นที่)"
                    + "|คาดว่า|นัดหมาย|นัดประชุม|เชิญประชุม|ขออนุมัติจัด|ขออนุญาตจัด|เลื่อน(?:การ)?[ก-๎ ]{0,40}?(?:ไป|เป็น)");

    /** Before a date: it is a bound, not the day of a deed. */
    static final Pattern BOUND_BEFORE_DATE = Pattern.compile("(?:ภาย|ก่อน|ถึง|สิ้นสุด|ครบกำหนด|ตั้งแต่|นับแต่)\\s*$");

    /** Before a date: it is the date of a document. */
    static final Pattern DATED = Pattern.compile("(?:ลง\\s?วันที่|ลว\\s?\\.?|ลง)\\s*$");

    /** What leads up to a date; {@code เมื่อ} ties it to the words before. */
    static final Pattern DATE_INTRODUCTION = Pattern.compile("(?<when>เมื่อ|ใน|ณ)?\\s*(?:วัน[ก-๎]{0,20}ที่)?\\s*$");

    /** A letter's number: {@code นร 0101/23}, {@code มท0810/45}, {@code 7/2565}. */
    static final Pattern LETTER_NUMBER = Pattern.compile(
            "ที่\\s*(?<number>(?<prefix>[ก-ฮ]{1,4}\\.?\\s?)?[0-9]{1,7}(?:[./-][0-9]{1,7}){0,3})(?![0-9/])");

    /** Behind the number: the letter's date follows. */
    static final Pattern LETTER_DATED = Pattern.compile("\\s*,?\\s*(?:ลง\\s?วันที่|ลว\\s?\\.?)\\s*");

    static final Pattern LETTER = Pattern.compile("หนังสือ|บันทึกข้อความ");

    /** Numbered and dated as letters are, and none. */
    static final Pattern OTHER_DOCUMENT =
            Pattern.compile("คำสั่ง|ประกาศ|ระเบียบ|ข้อบัญญัติ|รายงานการประชุม|สัญญา|ใบสั่ง");

    /** Between two letters that are cited together. */
    static final Pattern LETTERS_JOINED = Pattern.compile("\\s*(?:และ|,|กับ)?\\s*(?:หนังสือ)?\\s*");

    static final Pattern PUT_OFF = Pattern.compile("(?<!ไม่|มิได้|ยกเลิกการ|ยกเลิก|สิ้นสุดการ)ชะลอ\\s?"
            + "(?:การ(?:ดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)?|จัด(?:กิจกรรม|โครงการ|งาน|ประชุม)?|ทำกิจกรรม|ประชุม|อบรม|ฝึกอบรม|สัมมนา|ลงพื้นที่)"
            + "|โครงการ|กิจกรรม|แผนงาน|งาน)"
            + "|(?:ระงับ|หยุด|พัก)(?:การดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)?|การจัดกิจกรรม|โครงการ|กิจกรรม)[^\\n]{0,40}?ชั่วคราว"
            + "|เลื่อน[^\\n]{0,80}?(?:โดย)?ไม่มีกำหนด");

    /** Before the date from which something was put off. */
    static final Pattern SINCE = Pattern.compile("(?:ตั้งแต่|นับแต่|นับจาก|เริ่ม|มีผล)\\s*$");

    static final Pattern EPIDEMIC = Pattern.compile("โควิด|โคโรน่?า|covid|corona", Pattern.CASE_INSENSITIVE);

    private static final String APPEAL = "(?:คำ)?(?:ขอ|ร้อง)?\\s?อุทธรณ์";

    static final Pattern APPEAL_INTENDED = Pattern.compile(
            "(?:เห็น(?:สม)?ควร(?:ให้)?|เห็นชอบให้|จะ|ประสงค์(?:จะ)?|เตรียม(?:การ)?|ต้องการ)\\s?(?:ดำเนินการ)?(?:ส่ง|ยื่น|ขอ|ทำ)(?:เรื่อง)?"
                    + APPEAL);

    static final Pattern APPEAL_AWAITED = Pattern.compile("รอ(?:รับ|ฟัง|แจ้ง)?(?:ผล)?(?:การ)?(?:พิจารณา)?" + APPEAL
            + "|(?<!จะ)ได้(?:ดำเนินการ)?(?:ส่ง|ยื่น)(?:เรื่อง)?" + APPEAL
            + "|ยังไม่(?:ทราบ|ได้รับ|แจ้ง)?(?:แจ้ง)?ผล(?:การ)?(?:พิจารณา)?" + APPEAL);

    static final Pattern APPEAL_DECIDED =
            Pattern.compile("(?<!รอ|รอรับ|รอฟัง|รอแจ้ง|ยังไม่ทราบ|ยังไม่ได้รับ)ผล(?:การ)?(?:พิจารณา)?" + APPEAL);

    /** What {@link #APPEAL_AWAITED} finds first; damaged spellings of it are looked for by likeness. */
    static final String AWAITED_WORDS = "รอผลอุทธรณ์";

    static final Pattern ROUND = Pattern.compile("\\s*(?:\\(\\s*)?(?:รอบ|ครั้ง)\\s?ที่\\s*([0-9]{1,2})(?![0-9/])");

    static final Pattern CRITERIA_CHANGED =
            Pattern.compile("(?<!ไม่|ไม่ได้)(?:ปรับ(?:เปลี่ยน|ปรุง)?|เปลี่ยน(?:แปลง)?|แก้ไข)\\s?(?:ค่า)?เกณฑ์");

    /** Where a statement ends and another begins: a block, a list item, a slash that stands alone. */
    static final Pattern BREAK = Pattern.compile(
            "(?<gap>\\x0B\\s*+|\\s//?\\s)|(?<=\\n)[ \\t]*+(?:[-•*]|[0-9]{1,2}(?:\\.[0-9]{1,2})?[.)])\\s|(?<=\\s)[0-9]{1,2}\\.\\s");

    /** What begins a list item. */
    static final Pattern ITEM = Pattern.compile("^\\s*(?:[-•*]|[0-9]{1,2}(?:\\.[0-9]{1,2})?[.)])\\s+");

    /** Slashes, commas and white space at the ends of a statement. */
    static final Pattern PARTING = Pattern.compile("^[\\s/,;]++|(?<![\\s/,;])[\\s/,;]++$");

    private Phrases() {}
}
