package org.progressledger.command.printedform;

import static org.progressledger.command.printedform.Rule.each;

import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.events.EventCatalogue;

/** The project, or its activities, stand still. The event knows two causes; any other than COVID-19 is told by its words. */
final class PauseRules {
    private static final String WORK =
            "(?:การ(?:ดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)?|จัด(?:กิจกรรม|โครงการ|งาน|ประชุม|อบรม)?|ทำกิจกรรม|ก่อสร้าง|ประชุม|อบรม|ฝึกอบรม|สัมมนา|ลงพื้นที่)"
                    + "|ดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)|จัด(?:กิจกรรม|โครงการ|งาน|ประชุม|อบรม)|โครงการ|กิจกรรม|แผนงาน|งาน(?!ศพ))";

    /** What is halted, and not merely adjourned or off for a holiday. */
    private static final String HALTED =
            "(?:การ(?:ดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)?|จัด(?:กิจกรรม|โครงการ|งาน|อบรม)?|ทำกิจกรรม|ก่อสร้าง)|ดำเนิน(?:กิจกรรม|โครงการ|งาน|การ)"
                    + "|จัด(?:กิจกรรม|โครงการ|งาน|อบรม)|โครงการ|กิจกรรม)";

    /** Right before the words: they deny, wish, foresee, end or look back. */
    private static final Pattern NOT_PUT_OFF = Pattern.compile(
            "(?:ไม่|มิ)(?:ได้|มี|จำเป็น)?(?:ที่จะ)?(?:ต้อง|มีการ|ควร)?\\s?(?:การ)?$"
                    + "|(?:ไม่|มิ)(?:ได้)?(?:อนุมัติ|อนุญาต|เห็นชอบ|เห็นควร|ยินยอม)(?:ให้)?\\s?(?:มี)?(?:การ)?$|(?:ยกเลิก|สิ้นสุด|หลัง(?:จาก)?|ก่อน|เคย|ระหว่าง|ช่วง)\\s?(?:ที่)?(?:การ|ได้)?$"
                    + "|(?:หาก|ถ้า|กรณี|เสนอ|แนวโน้ม|มีนโยบาย|ไม่ให้)[ก-๎ ]{0,40}$|(?:จะ|อาจ|อาจจะ|ควร|เสนอ|ขอความเห็น(?:ชอบ)?|พิจารณา|ขออนุมัติ|คาดว่า)\\s?(?:ต้อง)?(?:ให้|ว่าจะ)?\\s?(?:มีการ)?$");

    private static final Pattern PUT_OFF = Pattern.compile("ชะลอ\\s?" + WORK
            + "|(?:โครงการ|กิจกรรม)\\s?(?:ถูก|ต้อง|จำเป็นต้อง)?(?:ระงับ|หยุด|พัก)(?:ไว้|ไป)?\\s?(?:ชั่วคราว|ไว้ก่อน)"
            + "|(?:ระงับ|หยุด|พัก|งด)\\s?" + HALTED
            + "[^\\n]{0,60}?(?:ชั่วคราว|ไว้ก่อน|จนกว่า|(?:โดย)?ไม่มีกำหนด)");

    private static final Pattern INDEFINITELY =
            Pattern.compile("เลื่อน[^\\n]{0,80}?(?:(?:โดย)?ไม่มีกำหนด|(?:ไป)?จนกว่า(?:สถานการณ์|จะ|ระดับน้ำ))");

    static final Pattern EPIDEMIC_WORDS = Pattern.compile("โควิด|โคโรน่?า|covid|corona", Pattern.CASE_INSENSITIVE);

    static final Pattern CAUSE_WORDS = Pattern.compile(
            "(?:เนื่อง(?:จาก|ด้วย)|เพราะ|ด้วยเหตุ|สืบเนื่อง|ตาม(?:คำสั่ง|ข้อสั่งการ|นโยบาย|มติ|ประกาศ|หนังสือ|มาตรการ)|น้ำท่วม|อุทกภัย|น้ำหลาก"
                    + "|พายุ|ไม่ได้รับ(?:การ)?(?:จัดสรร)?งบประมาณ|งบประมาณไม่เพียงพอ|รอ(?:การ)?(?:จัดสรร|โอน)?งบประมาณ|จัดซื้อจัดจ้าง|ผู้รับจ้าง|ทิ้งงาน|ผู้ว่าราชการ|สั่งการ)");

    static final Rule EPIDEMIC = new Rule(
            "pause-epidemic",
            EventCatalogue.PROJECT_PAUSED,
            Confidence.HIGH,
            PUT_OFF,
            NOT_PUT_OFF,
            "ถ้อยคำว่าชะลอ หยุด พัก งด หรือระงับงาน และข้อความเดียวกันกล่าวถึงโควิด-19: สาเหตุ COVID_19",
            "Words of work put off, in a statement that names COVID-19: cause COVID_19.",
            "The words say that work stands still, and why.",
            each("""
                ชะลอการจัดกิจกรรม ตั้งแต่วันที่ 2 มีนาคม 2565 เพราะ COVID-19 => 2022-03-02 COVID_19
                ชะลอโครงการ เนื่องจากมีสถานการณ์การแพร่ระบาดของเชื้อไวรัสโควิด 19 => 2022-03-31 COVID_19
                งดจัดกิจกรรมเป็นการชั่วคราว เนื่องจากไวรัสโคโรนา 2019 => 2022-03-31 COVID_19
                หยุดการดำเนินงานไว้ก่อนจากสถานการณ์โรคโควิด-19 => 2022-03-31 COVID_19
                """),
            each("""
                เพื่อชะลอการแพร่ระบาดของโควิด
                ควบคุมและชะลอการระบาดของเชื้อไวรัสโควิด ? 19
                หากโควิด-19 ระบาดจะชะลอโครงการ
                """));

    static final Rule CAUSE = new Rule(
            "pause-cause",
            EventCatalogue.PROJECT_PAUSED,
            Confidence.MEDIUM,
            PUT_OFF,
            NOT_PUT_OFF,
            "ถ้อยคำว่าชะลอ หยุด พัก งด หรือระงับงาน พร้อมสาเหตุอื่น เช่น น้ำท่วม งบประมาณ การจัดซื้อจัดจ้าง ข้อสั่งการ: สาเหตุ OTHER",
            "Words of work put off with another cause, such as a flood, money, procurement or an order: cause OTHER.",
            "The cause has no word of its own in the ledger; whether it stops the whole project is for a person to say.",
            each("""
                พักโครงการไว้ชั่วคราวเพราะน้ำท่วม => 2022-03-31 OTHER
                ระงับการก่อสร้างชั่วคราวเนื่องจากผู้รับจ้างทิ้งงาน => 2022-03-31 OTHER
                ชะลอโครงการ เนื่องจากยังไม่ได้รับการจัดสรรงบประมาณ => 2022-03-31 OTHER
                ชะลอการดำเนินโครงการตามข้อสั่งการของผู้ว่าราชการกรุงเทพมหานคร ตั้งแต่วันที่ 15 มีนาคม 2565 => 2022-03-15 OTHER
                จำเป็นต้องชะลอการดำเนินงาน เนื่องจากอยู่ระหว่างการจัดซื้อจัดจ้างใหม่ => 2022-03-31 OTHER
                งดจัดกิจกรรมจนกว่าสถานการณ์น้ำท่วมจะคลี่คลาย => 2022-03-31 OTHER
                """),
            each("""
                ไม่ชะลอโครงการแม้น้ำท่วม
                เห็นควรชะลอโครงการเนื่องจากงบประมาณไม่เพียงพอ
                เสนอให้ชะลอโครงการเนื่องจากน้ำท่วม
                อาจต้องชะลอโครงการเนื่องจากผู้รับจ้างทิ้งงาน
                ขุดลอกคลองเพื่อชะลอน้ำ
                เสนอผู้บริหารขอชะลอโครงการเนื่องจากน้ำท่วม
                ปรับแผนเพื่อไม่ให้ต้องชะลอโครงการเนื่องจากงบประมาณไม่เพียงพอ
                มีแนวโน้มต้องชะลอโครงการตามข้อสั่งการ
                ขออนุมัติชะลอโครงการเนื่องจากน้ำท่วม
                หลังจากชะลอโครงการเนื่องจากน้ำท่วม ประชาชนพอใจ
                ชะลอการเบิกจ่ายเนื่องจากเอกสารไม่ครบ
                ไม่จำเป็นต้องชะลอโครงการ เนื่องจากน้ำท่วมลดลงแล้ว
                ไม่อนุมัติให้ชะลอโครงการเนื่องจากน้ำท่วม
                """));

    static final Rule INDEFINITE = new Rule(
            "pause-indefinite",
            EventCatalogue.PROJECT_PAUSED,
            Confidence.MEDIUM,
            INDEFINITELY,
            NOT_PUT_OFF,
            "เลื่อนออกไปโดยไม่มีกำหนด หรือจนกว่าเหตุจะหมดไป",
            "Something is put off without a new day, or until its cause is gone.",
            "It may be one event of the project and not all of it.",
            each("""
                เลื่อนการจัดงานออกไปโดยไม่มีกำหนด => 2022-03-31 OTHER
                ได้มีหนังสือขอเลื่อนการจัดโครงการฯ ออกไปโดยไม่มีกำหนด => 2022-03-31 OTHER
                เลื่อนการจัดอบรมออกไปจนกว่าสถานการณ์โควิด-19 จะดีขึ้น => 2022-03-31 COVID_19
                """),
            each("""
                เลื่อนการประชุมไปเป็นวันที่ 5 เมษายน 2565
                เลื่อนการจัดงานออกไปหนึ่งสัปดาห์
                อาจเลื่อนการจัดงานโดยไม่มีกำหนด
                """));

    static final Rule BARE = new Rule(
            "pause-bare",
            EventCatalogue.PROJECT_PAUSED,
            Confidence.LOW,
            PUT_OFF,
            NOT_PUT_OFF,
            "ถ้อยคำว่าชะลอ หยุด พัก งด หรือระงับงาน โดยไม่บอกสาเหตุ",
            "Words of work put off, without a cause.",
            "Nobody says why, so it may be a slip or a plan.",
            each("""
                ชะลอโครงการ => 2022-03-31 OTHER
                โครงการถูกระงับไว้ชั่วคราว => 2022-03-31 OTHER
                ชะลอการดำเนินกิจกรรมมีผลวันที่ 20 มีนาคม 2565 => 2022-03-20 OTHER
                ตั้งแต่วันที่ 18 มีนาคม 2565 เป็นต้นไป ชะลอโครงการ => 2022-03-18 OTHER
                """),
            each("""
                ไม่มีการชะลอโครงการ
                หยุดพักกลางวัน
                ผู้รับจ้างหยุดงานช่วงเทศกาลสงกรานต์ชั่วคราว
                พักการประชุมชั่วคราวเพื่อรับประทานอาหาร
                ยกเลิกการชะลอโครงการ
                พิจารณาชะลอโครงการ
                ไม่อนุมัติให้ชะลอโครงการ
                """));

    static final List<Rule> ALL = List.of(EPIDEMIC, CAUSE, INDEFINITE, BARE);

    /** Before the date from which something was put off. */
    static final Pattern SINCE = Pattern.compile("(?:ตั้งแต่|นับแต่|นับจาก|เริ่ม|มีผล)\\s*$");

    /** From that date to the words, where it stands before them. */
    static final Pattern FROM_THEN_ON =
            Pattern.compile("\\s*(?:เป็นต้น(?:ไป|มา)[^0-9]{0,40})?(?:จึง|ได้|มีการ|ให้)?\\s*");

    private PauseRules() {}
}
