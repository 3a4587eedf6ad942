package org.progressledger.command.printedform;

import static org.progressledger.command.printedform.Rule.each;

import java.util.List;
import java.util.regex.Pattern;
import org.progressledger.events.EventCatalogue;

/** Letters that a narrative cites by their number. */
final class LetterRules {
    /** Words that make the number behind them a letter's. */
    static final Pattern LETTER = Pattern.compile(
            "หนังสือ(?!พิมพ์|เรียน|เดินทาง|อ่าน|รับรอง|สัญญา|มอบอำนาจ)|บันทึก(?:ข้อความ)?(?!ข้อมูล|ภาพ|ประวัติ)");

    /** Numbered and dated as letters are, and none. */
    static final Pattern OTHER_DOCUMENT = Pattern.compile(
            "คำสั่ง|ประกาศ|ระเบียบ|ข้อบัญญัติ|รายงานการประชุม|สัญญา|ใบสั่ง|ใบอนุญาต|ใบเสร็จ|ฎีกา|หนังสือ(?:พิมพ์|เรียน|เดินทาง|มอบอำนาจ|รับรอง)|พระราชบัญญัติ|บ้านเลขที่");

    /** A letter's number: {@code นร 0101/23}, {@code มท0810/45}, {@code 7/2565}. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<!ครั้ง|รอบ|แห่ง|ชุด|หมู่|วัน|พื้น|หน้า|ลำดับ|ข้อ|รุ่น|แปลง|ชั้น|ระยะ|ปี|งวด|ไตรมาส|สถาน)ที่\\s*"
                    + "(?<number>(?<prefix>[ก-ฮ]{1,4}\\.?\\s?)?[0-9]{1,7}(?:[./-](?:\\s?ว\\s?)?[0-9]{1,7}){0,3})(?![0-9/])");

    /** Behind the number: the letter's date follows. */
    static final Pattern LETTER_DATED = Pattern.compile("\\s*,?\\s*(?:ลง\\s?วันที่|ลว\\s?\\.?|ลงวัน[ก-๎]{2,9}ที่)\\s*");

    /** Behind the number: it goes on, broken in two. */
    static final Pattern MORE_DIGITS = Pattern.compile("\\s++[0-9]");

    /** Between two letters that are cited together. */
    private static final Pattern JOINED = Pattern.compile("\\s*(?:และ|,|กับ)?\\s*(?:หนังสือ)?\\s*");

    static final Rule DATED = new Rule(
            "letter-dated",
            EventCatalogue.LETTER_CITED,
            Confidence.HIGH,
            NUMBER,
            OTHER_DOCUMENT,
            "หนังสือหรือบันทึก ตามด้วยเลขที่ แล้วตามด้วย ลงวันที่ หรือ ลว. และวันที่",
            "A letter or memo, its number, and then its date.",
            "Word, number and date stand together.",
            each("""
                ตามหนังสือสำนัก ที่ นร 1/65 ลว. 1 มี.ค. 2565 => นร 1/65 of 2022-03-01
                หนังสือ สยป. ด่วนที่สุด ที่ กท 0502/0333 ลงวันที่ 23 กุมภาพันธ์ 2565 => กท 0502/0333 of 2022-02-23
                ขออนุมัติเปลี่ยนแปลงรายละเอียด ตามหนังสือที่ 54/2565 ลงวันที่ 9 มีนาคม 2565 => 54/2565 of 2022-03-09
                ตามบันทึกข้อความ ที่ กท 8401/12 ลงวันที่ 2 มีนาคม 2565 => กท 8401/12 of 2022-03-02
                ตามบันทึกที่ กท 8401/15 ลว 3 มี.ค. 65 => กท 8401/15 of 2022-03-03
                (หนังสือที่ กท๐๑๐๐/๗๕๔ ลงวันที่ ๓๐ มกราคม ๒๕๖๕) => กท๐๑๐๐/๗๕๔ of 2022-01-30
                หนังสือเลขที่ มท 0810/45 ลงวันที่ 1/3/2565 => มท 0810/45 of 2022-03-01
                ตามหนังสือเวียน ที่ มท ๐๘๑๐/ว๑ ลงวันที่ ๑ มีนาคม ๒๕๖๕ => มท ๐๘๑๐/ว๑ of 2022-03-01
                """),
            each("""
                ตามคำสั่งที่ 7/2565 ลงวันที่ 1 มีนาคม 2565
                ตามประกาศที่ 12/2565 ลงวันที่ 1 มีนาคม 2565
                รายงานการประชุม ครั้งที่ 1/2565 ลงวันที่ 1 มีนาคม 2565
                หนังสือเชิญประชุมครั้งที่ 2/2565 ลงวันที่ 1 มีนาคม 2565
                สัญญาเลขที่ 5/2565 ลงวันที่ 1 มีนาคม 2565
                ลงประกาศในหนังสือพิมพ์ ที่ 3/2565 ลงวันที่ 1 มีนาคม 2565
                ใบสั่งจ้างที่ 9/2565 ลงวันที่ 1 มีนาคม 2565
                หนังสือรวมผลงาน ที่ 4 ชุมชนร่วมกันจัดทำ
                จัดทำหนังสือรวมผลงาน หมู่ที่ 4 ลงวันที่ 1 มีนาคม 2565
                ส่งหนังสือแจ้งทุกหน่วยงานแล้ว
                """));

    static final Rule JOINED_TO = new Rule(
            "letter-joined",
            EventCatalogue.LETTER_CITED,
            Confidence.HIGH,
            JOINED,
            null,
            "เลขที่และวันที่ซึ่งต่อจากหนังสือฉบับก่อนด้วย และ หรือเครื่องหมายจุลภาค",
            "A number and date joined by และ or a comma to the letter before.",
            "It stands in a list of letters.",
            each("""
                หนังสือเขต ที่ กท 1/65 ลว. 1 มี.ค. 65 และ ที่ กท2/65 ลว. 2 มี.ค. 65 => กท2/65 of 2022-03-02
                """),
            each("""
                คำสั่งเขต ที่ 1/65 ลว. 1 มี.ค. 65 และ ที่ 2/65 ลว. 2 มี.ค. 65
                """));

    static final Rule UNDATED = new Rule(
            "letter-undated",
            EventCatalogue.LETTER_CITED,
            Confidence.MEDIUM,
            NUMBER,
            OTHER_DOCUMENT,
            "หนังสือและเลขที่ซึ่งมีอักษรย่อหน่วยงานและเครื่องหมายทับ แต่ไม่มีวันที่",
            "A letter's number with an office's letters and a slash, without a date.",
            "Without its date a letter can be taken for another of that number.",
            each("""
                ตามหนังสือสำนักการคลัง ที่ กท 1300/22 => กท 1300/22 of null
                """),
            each("""
                ตามหนังสือที่ 54/2565
                แจกหนังสือที่ 12 ชุมชน
                ตามหนังสือสำนักการคลัง ที่ กท 0502/3 33
                ตามหนังสือสำนักการคลัง ที่ กท 0502/333 ลงวันที่ 5 มีนาคม 25 63
                ตามหนังสือสำนักการคลัง ที่ กท 0502/333 ลงวันที่ 1 5 มีนาคม 2565
                ตามหนังสือสำนักการคลัง ที่ กท 0502/333 ลงวันที่ 31 กุมภาพันธ์ 2565
                """));

    static final List<Rule> ALL = List.of(DATED, JOINED_TO, UNDATED);

    private LetterRules() {}
}
