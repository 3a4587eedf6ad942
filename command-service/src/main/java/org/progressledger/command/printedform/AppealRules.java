package org.progressledger.command.printedform;

import static org.progressledger.command.printedform.Rule.each;

import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.events.EventCatalogue;

/** Appeals against a score that a narrative speaks of; it never invents a filing. */
final class AppealRules {
    private static final String APPEAL = "(?:คำ)?(?:ขอ|ร้อง)?\\s?อุทธรณ์";

    /** In the same statement: an appeal of another law. */
    private static final Pattern OTHER_APPEAL = Pattern.compile(
            "ผู้เสนอราคา|ผู้ยื่นข้อเสนอ|ประกวดราคา|e-bidding|จัดซื้อจัดจ้าง|ผู้ประกอบการ|ศาล|ภาษี|คำสั่งทางปกครอง|ผู้รับจ้าง|(?:เจ้าของ|ควบคุม|ดัดแปลง|ต่อเติม)อาคาร|รื้อถอน|วินัย|โทษ",
            Pattern.CASE_INSENSITIVE);

    /** What {@link #AWAITED} finds first; damaged spellings of it are looked for by likeness. */
    static final String AWAITED_WORDS = "รอผลอุทธรณ์";

    static final Pattern ROUND = Pattern.compile("\\s*(?:\\(\\s*)?(?:รอบ|ครั้ง)\\s?ที่\\s*([0-9]{1,2})(?![0-9/])");

    static final Pattern CRITERIA_CHANGED = Pattern.compile(
            "(?<!ไม่|ไม่ได้|ไม่มีการ)(?:ปรับ(?:เปลี่ยน|ปรุง)?|เปลี่ยน(?:แปลง)?|แก้ไข)\\s?(?:ค่า)?เกณฑ์");

    static final Rule INTENDED = new Rule(
            "appeal-intended",
            EventCatalogue.APPEAL_CITED,
            Confidence.MEDIUM,
            Pattern.compile(
                    "(?<!ไม่|ไม่ประสงค์|มิ|ไม่ประสงค์ที่)(?:เห็น(?:สม)?ควร(?:ให้)?|เห็นชอบให้|จะ|ประสงค์(?:จะ|ที่จะ)?|เตรียม(?:การ)?|ต้องการ)\\s?(?:ดำเนินการ)?(?:ส่ง|ยื่น|ขอ|ทำ)(?:เรื่อง)?"
                            + APPEAL),
            OTHER_APPEAL,
            "ถ้อยคำว่าประสงค์หรือเห็นควรให้อุทธรณ์: ขั้น INTENDED",
            "Words of meaning to appeal: stage INTENDED.",
            "An intention may come to nothing.",
            each("""
                ทางคณะทำงานฯ เห็นควรให้ส่งอุทธรณ์ต่อไป => INTENDED round null
                หน่วยงานจะยื่นอุทธรณ์ รอบที่ 1 => INTENDED round 1
                ประสงค์ขออุทธรณ์ผลคะแนน => INTENDED round null
                อยู่ระหว่างเตรียมยื่นอุทธรณ์ครั้งที่ 2 => INTENDED round 2
                """),
            each("""
                ไม่ประสงค์จะยื่นอุทธรณ์
                หน่วยงานไม่เห็นควรให้ส่งอุทธรณ์
                ผู้เสนอราคาจะยื่นอุทธรณ์ผลการประกวดราคา
                ประชุมชี้แจงหลักเกณฑ์การอุทธรณ์
                """));

    static final Rule AWAITED = new Rule(
            "appeal-awaited",
            EventCatalogue.APPEAL_CITED,
            Confidence.HIGH,
            Pattern.compile("รอ(?:รับ|ฟัง|แจ้ง)?(?:ผล)?(?:การ)?(?:พิจารณา)?" + APPEAL
                    + "|(?<!จะ|ไม่|มิ)ได้(?:ดำเนินการ)?(?:ส่ง|ยื่น)(?:เรื่อง)?" + APPEAL + "|(?<!จะ|ไม่|มิ)ได้อุทธรณ์"
                    + "|(?<!จะ|ไม่|มิ|ได้|ให้|ขอ|ควร|การ|เตรียม|ประสงค์|ต้องการ|กำหนด|กำหนดเวลา|กำหนดการ|ระยะเวลา)(?:ส่ง|ยื่น)(?:เรื่อง)?"
                    + APPEAL
                    + "[ก-๎ ]{0,30}(?:รอบที่\\s?[0-9]{1,2}\\s?)?(?:เรียบร้อย)?แล้ว"
                    + "|ยังไม่(?:ทราบ|ได้รับ|แจ้ง|มี|ประกาศ)?(?:การ)?(?:แจ้ง)?ผล(?:การ)?(?:พิจารณา)?" + APPEAL
                    + "|ผล(?:การ)?(?:พิจารณา)?" + APPEAL
                    + "\\s?(?:รอบที่\\s?[0-9]{1,2}\\s?)?ยังไม่(?:ออก|แจ้ง|มา|ประกาศ|ปรากฏ)"),
            OTHER_APPEAL,
            "ถ้อยคำว่าได้ยื่นอุทธรณ์แล้วหรือรอผล: ขั้น AWAITING_RESULT",
            "Words of an appeal handed in, or its result awaited: stage AWAITING_RESULT.",
            "The words name the stage.",
            each("""
                อยู่ระหว่างรอผลการพิจารณาอุทธรณ์ รอบที่ ๓ => AWAITING_RESULT round 3
                รอผลอุทธรณ์ => AWAITING_RESULT round null
                ผลการอุทธรณ์ยังไม่ออก => AWAITING_RESULT round null
                ยังไม่มีผลการพิจารณาอุทธรณ์ => AWAITING_RESULT round null
                ได้ยื่นอุทธรณ์แล้ว ณ อาคารธานีนพรัตน์ => AWAITING_RESULT round null
                ได้ยื่นอุทธรณ์แล้ว => AWAITING_RESULT round null
                ยื่นอุทธรณ์ตัวชี้วัดรอบที่ 2 แล้ว => AWAITING_RESULT round 2
                หน่วยงานได้อุทธรณ์ผลการประเมินต่อ สยป. => AWAITING_RESULT round null
                ยังไม่ได้รับแจ้งผลการพิจารณาคำขออุทธรณ์ => AWAITING_RESULT round null
                รอผลอุทธรณ์รอบที่ 2 ซึ่งได้มีการปรับเปลี่ยนเกณฑ์การให้คะแนน => AWAITING_RESULT round 2 criteria changed
                """),
            each("""
                ไม่ได้ยื่นอุทธรณ์
                ยังไม่ได้ส่งคำขออุทธรณ์
                ไม่ยื่นอุทธรณ์คะแนนแล้ว
                ได้ยื่นอุทธรณ์ต่อศาลปกครอง
                รอผลการพิจารณาอุทธรณ์ของผู้เสนอราคา
                พ้นกำหนดเวลาอุทธรณ์แล้ว
                ครบกำหนดยื่นอุทธรณ์แล้ว
                """));

    static final Rule DAMAGED = new Rule(
            "appeal-awaited-damaged",
            EventCatalogue.APPEAL_CITED,
            Confidence.LOW,
            Pattern.compile(AWAITED_WORDS),
            OTHER_APPEAL,
            "ถ้อยคำที่ต่างจาก รอผลอุทธรณ์ ไม่เกินสามอักขระ มีคำเตือนคู่กัน",
            "Words that differ from รอผลอุทธรณ์ by three characters at most; a warning stands beside it.",
            "The words are damaged and only look like it.",
            each("""
                อยู่ระหว่างการรอฟลอรูทธรณ์รอบที่ 2 => AWAITING_RESULT round 2
                """),
            each("""
                รอผลการตรวจสอบ
                รอบที่ 2 ของปีงบประมาณ
                """));

    static final Rule DECIDED = new Rule(
            "appeal-decided",
            EventCatalogue.APPEAL_CITED,
            Confidence.HIGH,
            Pattern.compile(
                    "(?<!รอ|รอรับ|รอฟัง|รอแจ้ง|ยังไม่ทราบ|ยังไม่ได้รับ|ยังไม่แจ้ง|ยังไม่ได้รับแจ้ง|ไม่มี|ไม่มีการแจ้ง|ยังไม่ประกาศ)ผล(?:การ)?(?:พิจารณา)?"
                            + APPEAL + "(?![^\\n]{0,30}?ยังไม่(?:ออก|แจ้ง|มา|ประกาศ|ปรากฏ|ทราบ|เสร็จ|แล้วเสร็จ))"),
            OTHER_APPEAL,
            "กล่าวถึงผลการพิจารณาอุทธรณ์ที่ออกมาแล้ว: ขั้น DECIDED",
            "The result of an appeal is spoken of as there: stage DECIDED.",
            "The words name the stage.",
            each("""
                ได้รับแจ้งผลอุทธรณ์แล้ว และไม่ปรับเกณฑ์ => DECIDED round null
                ตามผลการพิจารณาคำขออุทธรณ์ รอบที่ 1 => DECIDED round 1
                ขอปรับเกณฑ์ชี้วัดตามแบบสรุปผลการพิจารณาคำขออุทธรณ์ => DECIDED round null criteria changed
                """),
            each("""
                คำขออุทธรณ์
                ผลการพิจารณาอุทธรณ์ของผู้เสนอราคา
                """));

    static final List<Rule> ALL = List.of(INTENDED, AWAITED, DAMAGED, DECIDED);

    private AppealRules() {}
}
