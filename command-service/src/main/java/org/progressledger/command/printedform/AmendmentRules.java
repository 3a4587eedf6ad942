package org.progressledger.command.printedform;

import static org.progressledger.command.printedform.Rule.each;

import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.events.EventCatalogue;

/** Amendments of the form's head that were approved: proposed only where the approval, its letter and the values are told. */
final class AmendmentRules {
    private static final String AMOUNT = "[0-9][0-9,]{0,18}(?:\\.[0-9]{1,2})?(?:\\.-)?";
    private static final String VALUE = "[^\\n\\x0B]{1,60}?";
    private static final String BEHIND = "(?=\\s*(?:ตาม|โดย|ซึ่ง|แล้ว|และ|,|\\(|\\n|\\x0B|ที่ได้รับ|$))";

    /** Words of approval: the statement must hold them. */
    static final Pattern APPROVED = Pattern.compile(
            "(?<!ขอ|รอ|ไม่|เสนอ|เพื่อ|จะ|ยังมิ|หาก)(?:ได้รับ(?:การ|ความ)?\\s?)?(?:อนุมัติ|เห็นชอบ)(?!ในหลักการ)");

    /** Anywhere in the statement: it is asked for, awaited or refused. */
    private static final Pattern WISHED = Pattern.compile(
            "ขอ(?:อนุมัติ|ความเห็นชอบ|ขยาย|ปรับ|เปลี่ยน|แก้ไข|เพิ่ม|ลด|โอน)|จะ(?:ขอ|ขยาย|ปรับ|เปลี่ยน|เสนอ|ได้รับ)|อยู่(?:ใน)?ระหว่าง|รอ(?:การ|ผล)?(?:อนุมัติ|พิจารณา|เห็นชอบ)"
                    + "|เสนอ|เห็น(?:สม)?ควร|ยังไม่|ไม่(?:ได้รับ)?(?:การ)?(?:อนุมัติ|เห็นชอบ)|หาก|คาดว่า|ยกเลิก|โครงการอื่น");

    static final Rule END_DATE = new Rule(
            "amendment-end-date",
            EventCatalogue.PROJECT_DETAILS_AMENDED,
            Confidence.HIGH,
            Pattern.compile(
                    "(?:ขยาย(?:ระยะ)?เวลา|(?:ปรับ|เปลี่ยนแปลง|แก้ไข)(?:ระยะเวลา|วัน(?:ที่)?สิ้นสุด))"
                            + "(?:การ)?(?:ดำเนิน(?:โครงการ|งาน|การ)(?:โครงการ)?|โครงการ|สิ้นสุดโครงการ)?(?:นี้|ฯ)?\\s?(?:ออกไป)?\\s?"
                            + "(?:จาก(?:เดิม)?(?:วันที่)?[0-9ก-๎. ]{1,30}?)?(?:จนถึง|ถึง|เป็น|สิ้นสุด)\\s*(?:วัน[ก-๎]{0,12}ที่\\s*)?(?=[0-9])"),
            WISHED,
            "อนุมัติให้ขยายเวลาถึงวันที่ พร้อมหนังสืออนุมัติ: วันสิ้นสุดโครงการ",
            "An approved extension up to a day, with its letter: the project's last day.",
            "Approval, letter and value are told; it is proposed only where another day stands.",
            each("""
                อนุมัติให้ขยายระยะเวลาดำเนินโครงการถึงวันที่ 31 ธันวาคม 2565 ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565 => period.endsOn 2022-12-31
                ได้รับอนุมัติขยายเวลาโครงการออกไปจนถึง 30 พ.ย. 65 (หนังสือที่ กท 0502/98 ลว. 2 มี.ค. 65) => period.endsOn 2022-11-30
                ตามหนังสือ ที่ กท 0502/97 ลงวันที่ 3 มีนาคม 2565 ผู้ว่าราชการเห็นชอบให้ขยายระยะเวลาการดำเนินงานถึงวันที่ ๓๑ ตุลาคม ๒๕๖๕ => period.endsOn 2022-10-31
                ปลัดกรุงเทพมหานครอนุมัติให้เปลี่ยนแปลงวันสิ้นสุดโครงการเป็นวันที่ 15/12/2565 ตามหนังสือที่ กท 0502/96 ลงวันที่ 4 มีนาคม 2565 => period.endsOn 2022-12-15
                """),
            each("""
                ขออนุมัติขยายระยะเวลาถึงวันที่ 31 ธันวาคม 2565 ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565
                อนุมัติให้ขยายระยะเวลาดำเนินโครงการถึงวันที่ 31 ธันวาคม 2565
                ขยายระยะเวลาถึงวันที่ 31 ธันวาคม 2565 ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565
                ไม่อนุมัติให้ขยายระยะเวลาถึงวันที่ 31 ธันวาคม 2565 ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565
                ได้รับอนุมัติขยายเวลาทำสัญญาถึงวันที่ 31 ตุลาคม 2565 ตามหนังสือ ที่ กท 1/2565 ลงวันที่ 3 มีนาคม 2565
                ได้รับอนุมัติขยายเวลาเบิกจ่ายเงินถึงวันที่ 31 ตุลาคม 2565 ตามหนังสือ ที่ กท 1/2565 ลงวันที่ 3 มีนาคม 2565
                อนุมัติให้ขยายระยะเวลาออกไป 3 เดือน ตามหนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565
                อยู่ระหว่างรออนุมัติขยายระยะเวลาถึงวันที่ 31 ธันวาคม 2565 หนังสือ ที่ กท 0502/99 ลงวันที่ 1 มีนาคม 2565
                """));

    static final Rule BUDGET = new Rule(
            "amendment-budget",
            EventCatalogue.PROJECT_DETAILS_AMENDED,
            Confidence.HIGH,
            Pattern.compile(
                    "(?:ปรับ|เพิ่ม|ลด|โอน|เปลี่ยนแปลง|แก้ไข)[ก-๎ ]{0,30}?งบประมาณ[^\\n\\x0B0-9]{0,40}?จาก(?:เดิม)?\\s*(?:จำนวน\\s*)?(?<from>"
                            + AMOUNT + ")\\s*บาท\\s*(?:เหลือ)?เป็น(?:เงิน)?\\s*(?:จำนวน\\s*)?(?<to>" + AMOUNT
                            + ")\\s*บาท"),
            WISHED,
            "อนุมัติให้ปรับงบประมาณ จาก … บาท เป็น … บาท พร้อมหนังสืออนุมัติ: งบประมาณที่ได้รับ",
            "An approved change of the budget from one amount to another, with its letter: the budget allocated.",
            "Approval, letter and both values are told; it is proposed only where the first of them stands.",
            each("""
                อนุมัติปรับลดงบประมาณโครงการ จาก 122,800 บาท เป็น 100,000 บาท ตามหนังสือ ที่ กท 1300/5 ลงวันที่ 1 มีนาคม 2565 => budget.allocated 100000.00
                ได้รับอนุมัติให้เพิ่มงบประมาณจากเดิม 50,000.- บาท เป็น 75,500.50 บาท (หนังสือที่ กท 1300/6 ลว. 2 มี.ค. 65) => budget.allocated 75500.50
                ตามหนังสือ ที่ กท 1300/7 ลงวันที่ 3 มีนาคม 2565 อนุมัติเปลี่ยนแปลงวงเงินงบประมาณ จาก ๑,๐๐๐ บาท เป็นเงิน ๒,๐๐๐ บาท => budget.allocated 2000.00
                """),
            each("""
                ขออนุมัติปรับลดงบประมาณ จาก 122,800 บาท เป็น 100,000 บาท ตามหนังสือ ที่ กท 1300/5 ลงวันที่ 1 มีนาคม 2565
                อนุมัติปรับลดงบประมาณ จาก 122,800 บาท เป็น 100,000 บาท
                อนุมัติงบประมาณ 100,000 บาท ตามหนังสือ ที่ กท 1300/5 ลงวันที่ 1 มีนาคม 2565
                อนุมัติปรับลดงบประมาณเป็น 100,000 บาท ตามหนังสือ ที่ กท 1300/5 ลงวันที่ 1 มีนาคม 2565
                """));

    static final Rule TARGET = new Rule(
            "amendment-target",
            EventCatalogue.PROJECT_DETAILS_AMENDED,
            Confidence.MEDIUM,
            Pattern.compile(
                    "(?:ปรับ|เปลี่ยน|แก้ไข|ลด|เพิ่ม)(?:เปลี่ยน|แปลง|ลด|เพิ่ม|ปรุง)?(?:ค่า)?เป้าหมาย[ก-๎ ]{0,30}?จาก(?:เดิม)?\\s*(?<from>"
                            + VALUE + ")\\s*เป็น\\s*(?<to>" + VALUE + ")" + BEHIND),
            WISHED,
            "อนุมัติให้ปรับเป้าหมาย จาก … เป็น … พร้อมหนังสืออนุมัติ: ถ้อยคำนั้นในเป้าหมายของโครงการ",
            "An approved change of the target from some words to others, with its letter: those words in the project's target.",
            "Where the new words end is a guess; it is proposed only where the old words stand in the target, once.",
            each("""
                อนุมัติให้ปรับเป้าหมายจาก 200 คน เป็น 100 คน ตามหนังสือ ที่ กท 0502/55 ลงวันที่ 1 มีนาคม 2565 => target 100 คน
                ได้รับความเห็นชอบให้เปลี่ยนแปลงเป้าหมายโครงการ จาก "4 ครั้ง" เป็น "2 ครั้ง" (หนังสือที่ กท 0502/56 ลว. 2 มี.ค. 65) => target 2 ครั้ง
                ตามหนังสือ ที่ กท 0502/57 ลงวันที่ 3 มีนาคม 2565 อนุมัติลดเป้าหมายจากเดิม 50 ชุมชน เป็น 25 ชุมชน => target 25 ชุมชน
                """),
            each("""
                ขอปรับเป้าหมายจาก 200 คน เป็น 100 คน ตามหนังสือ ที่ กท 0502/55 ลงวันที่ 1 มีนาคม 2565
                อนุมัติให้ปรับเป้าหมายเป็น 100 คน ตามหนังสือ ที่ กท 0502/55 ลงวันที่ 1 มีนาคม 2565
                เห็นควรปรับเป้าหมายจาก 200 คน เป็น 100 คน ตามหนังสือ ที่ กท 0502/55 ลงวันที่ 1 มีนาคม 2565
                """));

    static final List<Rule> ALL = List.of(END_DATE, BUDGET, TARGET);

    private AmendmentRules() {}
}
