package org.progressledger.command.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An empty sheet to fill in: the headings in both languages and an example, which is left out when it is sent along. */
final class Template {
    private static final Map<Field, String> EXAMPLE = Map.of(
            Field.PROJECT_CODE, ReportSheet.EXAMPLE_CODE,
            Field.PROJECT_NAME, "ตัวอย่าง ระบบไม่อ่านแถวนี้ / Example, this row is not read",
            Field.REPORT_NO, "5",
            Field.REPORTED_ON, "24/02/2564",
            Field.PERCENT, "86.40",
            Field.DISBURSED, "33,750.00",
            Field.NARRATIVE, "จัดประชุมเครือข่ายครั้งที่ 2 ผู้เข้าร่วม 40 คน",
            Field.SCHEDULE_STATUS, StatusWords.SCHEDULE.getFirst(),
            Field.TARGET_STATUS, StatusWords.TARGET.getFirst());

    private static final Map<Field, String> HOW = Map.of(
            Field.PROJECT_CODE, "เลข 8 หลัก ขีด เลข 4 หลัก / eight digits, a hyphen, four digits",
            Field.PROJECT_NAME, "ใช้ตรวจรหัสเท่านั้น ไม่บันทึก / only to check the code, not recorded",
            Field.REPORT_NO, "เว้นว่างได้ ระบบใส่ครั้งต่อไปให้ / may stay blank: the next number",
            Field.REPORTED_ON, "24/02/2564 หรือ 24 ก.พ. 2564 หรือ 2021-02-24 หรือช่องวันที่ของ Excel / or a date cell",
            Field.PERCENT, "0 ถึง 100 ทศนิยมสองตำแหน่ง หรือช่องร้อยละของ Excel / 0 to 100, or a percentage cell",
            Field.DISBURSED, "บาท เว้นว่างได้ / baht, may stay blank",
            Field.NARRATIVE, "ข้อความรายงาน / what was done",
            Field.SCHEDULE_STATUS, String.join(", ", StatusWords.SCHEDULE) + " / on plan, behind, ahead",
            Field.TARGET_STATUS, String.join(", ", StatusWords.TARGET) + " / on target, off target");

    private static final String REPORTS = "รายงาน Reports";
    private static final String INSTRUCTIONS = "คำอธิบาย Instructions";
    private static final int NARROW = 20;
    private static final int WIDE = 60;
    private static final int HEADING_HEIGHT = 34;
    private static final String EXAMPLE_COLOUR = "808080";

    private Template() {}

    static byte[] csv() {
        return OutgoingSheet.csv(List.of(headings(" / "), example()));
    }

    /** @param rows for how many rows cells are prepared */
    static byte[] xlsx(int rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = OutgoingSheet.workbook(out)) {
            reports(workbook.newWorksheet(REPORTS), rows);
            instructions(workbook.newWorksheet(INSTRUCTIONS));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> headings(String between) {
        return Arrays.stream(Field.values())
                .map(field -> field.thai() + between + field.english())
                .toList();
    }

    private static List<String> example() {
        return Arrays.stream(Field.values())
                .map(field -> EXAMPLE.getOrDefault(field, ""))
                .toList();
    }

    private static void reports(Worksheet sheet, int rows) {
        sheet.freezePane(1, 1);
        sheet.rowHeight(0, HEADING_HEIGHT);
        List<String> headings = headings("\n");
        for (int column = 0; column < headings.size(); column++) {
            sheet.width(column, column == Field.NARRATIVE.ordinal() ? WIDE : NARROW);
            sheet.inlineString(0, column, headings.get(column));
            sheet.style(0, column)
                    .bold()
                    .wrapText(true)
                    .fillColor(OutgoingSheet.HEADING_COLOUR)
                    .set();
            sheet.inlineString(1, column, example().get(column));
            sheet.style(1, column).italic().fontColor(EXAMPLE_COLOUR).set();
        }
        // a spreadsheet makes a date of 5047-01 and drops the zeros of 01000000-2462 unless told that both are text
        sheet.range(1, 0, rows, 0).style().format("@").set();
        choose(sheet, Field.SCHEDULE_STATUS, StatusWords.SCHEDULE, rows);
        choose(sheet, Field.TARGET_STATUS, StatusWords.TARGET, rows);
    }

    private static void choose(Worksheet sheet, Field field, List<String> words, int rows) {
        sheet.range(1, field.ordinal(), rows, field.ordinal())
                .validateWithListByFormula("\"" + String.join(",", words) + "\"")
                .showErrorMessage(false);
    }

    private static void instructions(Worksheet sheet) {
        sheet.width(0, WIDE);
        sheet.width(1, WIDE);
        List<String> lines = List.of(
                "กรอกหนึ่งแถวต่อหนึ่งรายงาน แล้วส่งไฟล์นี้ ระบบแสดงตัวอย่างก่อนบันทึก",
                "Fill in one row for each report and send this file. It is shown before anything is recorded.",
                "ถ้ามีแถวใดบันทึกไม่ได้ ระบบจะไม่บันทึกแถวใดเลย",
                "If any row is refused, none is recorded.");
        for (int i = 0; i < lines.size(); i++) {
            sheet.inlineString(i, 0, lines.get(i));
        }
        int row = lines.size() + 1;
        for (Field field : Field.values()) {
            String must = field.required() ? " (ต้องกรอก / required)" : "";
            sheet.inlineString(row, 0, "• " + field.thai() + " — " + field.english() + must);
            sheet.inlineString(row, 1, HOW.getOrDefault(field, ""));
            row++;
        }
    }
}
