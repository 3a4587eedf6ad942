package org.progressledger.command.printedform;

import java.util.Collections;
import java.util.Random;
import org.progressledger.command.printedform.Sheet.Row;

/**
 * What scanners, printers, converters and copying do to a printed form. Each damages one row, seeded; an outcome beyond
 * those that it allows is a fault of the reader.
 */
enum Damage {
    LABEL_MISSING("หัวแถวหาย", "the row's label is missing", Outcome.TRUE, (sheet, hand) -> {
        hand.row().label = hand.row().label.replaceAll("รายงานครั้งที่ ?\\d+", "");
    }),
    LABEL_REPEATED("หัวแถวซ้ำ", "the row's label is printed twice", Outcome.TRUE, (sheet, hand) -> {
        hand.row().label = "\nรายงานครั้งที่" + hand.row().truth.number() + "\n" + hand.row().label;
    }),
    LABEL_OF_ANOTHER("หัวแถวของแถวอื่น", "the label bears another row's number", Outcome.TRUE, (sheet, hand) -> {
        hand.row().label = hand.row()
                .label
                .replaceAll("(รายงานครั้งที่ ?)\\d+", "$1" + (1 + hand.random().nextInt(14)));
    }),
    LABEL_SLIPPED(
            "หัวแถวเลื่อน",
            "the label slips below the date, between the words or above the percent line",
            Outcome.TRUE,
            (sheet, hand) -> {
                Row row = hand.row();
                String label =
                        "\nรายงานครั้งที่" + row.truth.number() + (hand.random().nextBoolean() ? "\n" : "\t");
                row.label = row.label.replaceAll("รายงานครั้งที่ ?\\d+", "");
                switch (hand.random().nextInt(3)) {
                    case 0 -> row.words = label + row.words;
                    case 1 -> row.words = hand.insertBetweenWords(row.words, label);
                    default -> row.words = row.words + label;
                }
            }),
    LABEL_MISREAD("หัวแถวอ่านผิด", "a letter of the label is lost or wrong", Outcome.TRUE, (sheet, hand) -> {
        String[] misread = {
            "รายงนครั้งที่", "รายงานคร้งที่", "รายงานครั้งที", "รายงานครังที่", "รายงานครั้งที่", "รายงานดรั้งที่"
        };
        hand.row().label =
                hand.row().label.replace("รายงานครั้งที่", misread[hand.random().nextInt(misread.length)]);
    }),
    LABEL_SPLIT("หัวแถวแยกสองบรรทัด", "the label is broken over two lines", Outcome.WARNED, (sheet, hand) -> {
        hand.row().label = hand.row().label.replace("รายงานครั้งที่", "รายงาน\nครั้งที่ ");
    }),
    LABEL_IN_THAI_DIGITS("หัวแถวเลขไทย", "the label's number is in Thai digits", Outcome.TRUE, (sheet, hand) -> {
        hand.row().label = Hand.thai(hand.row().label);
    }),
    LABEL_INSIDE_LINE(
            "หัวแถวอยู่กลางบรรทัด", "the row goes on in the line of the row before", Outcome.TRUE, (sheet, hand) -> {
                hand.row().label = hand.row().label.replaceAll("^\\s+", " ");
            }),
    PAGE_BREAK_BEFORE_ROW("ขึ้นหน้าใหม่ก่อนแถว", "a page ends before the row", Outcome.TRUE, (sheet, hand) -> {
        hand.row().label = hand.pageBreak() + hand.row().label;
    }),
    PAGE_BREAK_BEFORE_DATE(
            "ขึ้นหน้าใหม่ก่อนวันที่", "a page ends between label and date", Outcome.TRUE, (sheet, hand) -> {
                hand.row().label = hand.row().label + hand.pageBreak();
            }),
    PAGE_BREAK_IN_DATE("ขึ้นหน้าใหม่กลางวันที่", "a page ends inside the date", Outcome.TRUE, (sheet, hand) -> {
        hand.intoDateMark(hand.pageBreak());
    }),
    PAGE_BREAK_IN_WORDS("ขึ้นหน้าใหม่กลางข้อความ", "a page ends between two words", Outcome.TRUE, (sheet, hand) -> {
        hand.row().words = hand.insertBetweenWords(hand.row().words, hand.pageBreak());
    }),
    PAGE_BREAK_IN_WORD("ขึ้นหน้าใหม่กลางคำ", "a page ends inside a word or a tag", Outcome.TRUE, (sheet, hand) -> {
        hand.row().words = hand.insertIntoWord(hand.row().words, hand.pageBreak());
    }),
    TITLE_IN_TWO(
            "หัวกระดาษสองบรรทัด",
            "the title on top of a page is broken over two lines",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.row().words = hand.insertBetweenWords(
                        hand.row().words, "\n\n\n" + Hand.TITLE.replace("ข้อมูล", "ข้อมูล\n") + "\n\n");
            }),
    PAGE_BREAK_BEFORE_PERCENT(
            "ขึ้นหน้าใหม่ก่อนร้อยละ", "a page ends before the percent line", Outcome.TRUE, (sheet, hand) -> {
                hand.row().words = hand.row().words + hand.pageBreak();
            }),
    PAGE_BREAK_IN_PERCENT(
            "ขึ้นหน้าใหม่กลางบรรทัดร้อยละ",
            "a page ends inside the percent line, numbers included",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.intoPercentMark(hand.pageBreak());
            }),
    LINE_BREAK_IN_DATE("ตัดบรรทัดกลางวันที่", "a line ends inside the date", Outcome.TRUE, (sheet, hand) -> {
        hand.intoDateMark("\n");
    }),
    LINE_BREAK_IN_PERCENT(
            "ตัดบรรทัดกลางบรรทัดร้อยละ",
            "a line ends inside the percent line, numbers included",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.intoPercentMark(hand.random().nextBoolean() ? "\n" : "\n\t\t");
            }),
    PAGE_FOOTER(
            "ท้ายกระดาษ",
            "page number, print date or address of the print page inside the row",
            Outcome.TRUE,
            (sheet, hand) -> {
                Row row = hand.row();
                String footer = hand.footer();
                switch (hand.random().nextInt(3)) {
                    case 0 -> row.label = "\n" + footer + "\n" + row.label;
                    case 1 -> row.words = hand.insertBetweenWords(row.words, "\n" + footer + "\n");
                    default -> row.words = row.words + "\n" + footer + "\n";
                }
            }),
    PAGE_NUMBER_ALONE(
            "เลขหน้าลำพัง", "a page number stands alone on a line of the words", Outcome.WARNED, (sheet, hand) -> {
                hand.row().words = hand.insertBetweenWords(
                        hand.row().words, "\n" + (2 + hand.random().nextInt(7)) + "\n");
            }),
    HEAD_REPEATED_IN_ROW(
            "หัวแบบซ้ำกลางแถว",
            "title, heading, project name and code are printed again inside the row",
            Outcome.TRUE,
            (sheet, hand) -> {
                String code = Hand.line(sheet.head, "รหัสโครงการ...");
                String name = Hand.line(sheet.head, "ชื่อโครงการ/กิจกรรม");
                String[] heads = {
                    "2. รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ",
                    Hand.TITLE + "\n" + name + "\n" + code,
                    code,
                    Hand.TITLE + "\n\n2. รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ (ต่อ)"
                };
                hand.row().words = hand.insertBetweenWords(
                        hand.row().words, "\n\n" + heads[hand.random().nextInt(heads.length)] + "\n\n");
            }),
    TABS_TO_SPACE("แท็บเป็นช่องว่างเดียว", "tabs between the columns become one space", Outcome.TRUE, (sheet, hand) -> {
        hand.everywhere(part -> part.replaceAll("\t+", " "));
    }),
    TABS_TO_SPACES(
            "แท็บเป็นช่องว่างหลายช่อง", "tabs between the columns become many spaces", Outcome.TRUE, (sheet, hand) -> {
                hand.everywhere(part ->
                        part.replaceAll("\t+", " ".repeat(2 + hand.random().nextInt(30))));
            }),
    COLUMNS_MERGED("คอลัมน์ติดกัน", "the columns stick together", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        row.unit = row.unit.replace(" ", "");
        row.status = row.status.replaceAll("\\s", "");
        row.percentClose = row.percentClose.replaceAll("\\s", "");
        row.numberClose = row.numberClose.replaceAll("\\s", "");
        row.percentOpen = row.percentOpen.replaceAll("\\s", "");
        row.open = "::";
        row.close = ":";
    }),
    COLUMNS_BELOW("คอลัมน์ลงบรรทัดใหม่", "each column stands on lines of its own", Outcome.TRUE, (sheet, hand) -> {
        hand.everywhere(part -> part.replaceAll("\t", "\n"));
        hand.row().status = hand.row().status.replaceAll("\\s+:", "\n:");
    }),
    INDENTED(
            "ย่อหน้าทุกบรรทัด",
            "lines are indented, as a converter that keeps the layout does",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.everywhere(part ->
                        part.replace("\n", "\n" + " ".repeat(1 + hand.random().nextInt(24))));
            }),
    BOXED("เส้นตาราง", "the rules of the table became bars", Outcome.WARNED, (sheet, hand) -> {
        hand.row().label = hand.row().label.replaceAll("(รายงานครั้งที่ ?\\d+)", "| $1 | ");
    }),
    BARS_BETWEEN_COLUMNS(
            "ขีดคั่นคอลัมน์", "bars stand between the columns of the status", Outcome.TRUE, (sheet, hand) -> {
                hand.row().status = hand.row().status.replaceAll("\\s+:", " | :");
            }),
    STATUS_BROKEN("สถานะตัดบรรทัด", "a line ends inside the words of the status", Outcome.TRUE, (sheet, hand) -> {
        hand.row().status = hand.row().status.replace("เป็นไปตาม", "เป็นไปตาม\n");
    }),
    STATUS_UNKNOWN("สถานะไม่รู้จัก", "the status is in words that nobody knows", Outcome.TRUE, (sheet, hand) -> {
        hand.row().status = hand.row().status.replace("เป็นไปตามแผน", "อยู่ระหว่างทบทวน");
    }),
    STATUS_MISSING("ไม่มีสถานะ", "the status is not printed", Outcome.TRUE, (sheet, hand) -> {
        hand.row().status = hand.random().nextBoolean() ? "\n" : "\t:\t:\n";
    }),
    ROWS_SWAPPED("สลับแถว", "two rows change places", Outcome.TRUE, (sheet, hand) -> {
        int other = hand.random().nextInt(sheet.rows.size());
        Collections.swap(sheet.rows, hand.index(), other);
    }),
    ROW_TWICE("แถวพิมพ์ซ้ำ", "the whole row is printed twice", Outcome.WARNED, (sheet, hand) -> {
        sheet.rows.add(hand.index(), hand.row().copy());
    }),
    ROW_LOST("แถวหาย", "the whole row is lost", Outcome.WARNED, (sheet, hand) -> {
        if (sheet.rows.size() > 1) {
            sheet.rows.remove(hand.index());
        }
    }),
    ROWS_REVERSED("แถวกลับลำดับ", "the rows stand in reverse order", Outcome.TRUE, (sheet, hand) -> {
        Collections.reverse(sheet.rows);
    }),
    LABELS_FIRST(
            "หัวแถวมาก่อนทั้งหมด",
            "a converter hands on the column of labels before all rows",
            Outcome.TRUE,
            (sheet, hand) -> {
                StringBuilder labels = new StringBuilder();
                for (Row row : sheet.rows) {
                    labels.append("รายงานครั้งที่").append(row.truth.number()).append('\n');
                    row.label = row.label.replaceAll("รายงานครั้งที่ ?\\d+", "");
                }
                sheet.rows.getFirst().label = labels + sheet.rows.getFirst().label;
            }),
    STATUSES_LAST(
            "สถานะมาท้ายทั้งหมด",
            "a converter hands on the columns of the status behind all rows",
            Outcome.TRUE,
            (sheet, hand) -> {
                StringBuilder statuses = new StringBuilder();
                for (Row row : sheet.rows) {
                    statuses.append(row.status.replaceAll("\\s+:", "\n:")).append('\n');
                    row.status = "\n";
                }
                sheet.tail = "\nสถานะ\n" + statuses + sheet.tail;
            }),
    PAPER_CUT("กระดาษขาด", "the paper ends within the row", Outcome.ANY, (sheet, hand) -> {
        while (sheet.rows.size() > hand.index() + 1) {
            sheet.rows.removeLast();
        }
        sheet.tail = "\n";
        Row row = hand.row();
        row.percentClose = row.percentClose.substring(0, hand.random().nextInt(row.percentClose.length()));
        row.number = "";
        row.numberClose = "";
        row.amount = "";
        row.unit = "";
        row.status = "";
    }),
    PAGE_LOST(
            "หน้าหาย",
            "a page is lost between the words of this row and those of the next",
            Outcome.WARNED,
            (sheet, hand) -> {
                if (hand.index() + 1 < sheet.rows.size()) {
                    Row next = sheet.rows.remove(hand.index() + 1);
                    Row row = hand.row();
                    row.words = row.words.substring(0, row.words.length() / 2)
                            + next.words.substring(next.words.length() / 2);
                    row.percent = next.percent;
                    row.number = next.number;
                    row.amount = next.amount;
                    row.truth = next.truth;
                }
            }),
    EQUALS_SIGN_LOST(
            "เครื่องหมายเท่ากับหาย", "an equals sign of the percent line is lost", Outcome.REFUSED, (sheet, hand) -> {
                if (hand.random().nextBoolean()) {
                    hand.row().percentOpen = hand.row().percentOpen.replace("=", "");
                } else {
                    hand.row().numberClose = hand.row().numberClose.replace("=", "-");
                }
            }),
    DATE_LINE_LOST("วันที่หาย", "the date line is lost", Outcome.ANY, (sheet, hand) -> {
        hand.row().open = "";
        hand.row().date = "";
        hand.row().close = "";
    }),
    PERCENT_LINE_LOST("บรรทัดร้อยละหาย", "the percent line is lost", Outcome.ANY, (sheet, hand) -> {
        Row row = hand.row();
        row.percentOpen = "";
        row.percent = "";
        row.percentClose = "";
        row.number = "";
        row.numberClose = "";
        row.amount = "";
        row.unit = "";
        row.status = "";
    }),
    THAI_DIGITS("เลขไทย", "a number or date of the row is in Thai digits", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        switch (hand.random().nextInt(5)) {
            case 0 -> row.date = Hand.thai(row.date);
            case 1 -> row.percent = Hand.thai(row.percent);
            case 2 -> row.number = Hand.thai(row.number);
            case 3 -> row.amount = Hand.thai(row.amount);
            default -> row.date = Hand.thai(row.date.substring(0, 4)) + row.date.substring(4);
        }
    }),
    WIDE_DIGITS("ตัวเลขเต็มความกว้าง", "digits and signs are of full width", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        row.percent = Hand.wide(row.percent);
        row.date = Hand.wide(row.date);
        row.open = "：： ";
    }),
    DIGIT_MISREAD(
            "เลขอ่านเป็นตัวอักษร",
            "a digit was read as a letter (O for 0, l for 1)",
            Outcome.REFUSED,
            (sheet, hand) -> {
                Row row = hand.row();
                switch (hand.random().nextInt(4)) {
                    case 0 -> row.date = hand.misread(row.date);
                    case 1 -> row.percent = hand.misread(row.percent);
                    case 2 -> row.number = hand.misread(row.number);
                    default -> row.amount = hand.misread(row.amount);
                }
            }),
    DIGITS_APART("ช่องว่างกลางตัวเลข", "a space stands inside a number or date", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        switch (hand.random().nextInt(4)) {
            case 0 -> row.date = hand.insertInside(row.date, " ");
            case 1 -> row.percent = hand.insertInside(row.percent, " ");
            case 2 -> row.number = hand.insertInside(row.number, " ");
            default -> row.amount = hand.insertInside(row.amount, " ");
        }
    }),
    AMOUNT_OTHERWISE(
            "จำนวนเงินเขียนแบบอื่น",
            "the amount with .-, without commas, with nought satang, with the sign of the baht",
            Outcome.TRUE,
            (sheet, hand) -> {
                Row row = hand.row();
                String plain = row.truth.amount();
                String whole = plain.endsWith(".00") ? plain.substring(0, plain.length() - 3) : plain;
                switch (hand.random().nextInt(5)) {
                    case 0 -> row.amount = whole.contains(".") ? whole : whole + ".-";
                    case 1 -> row.amount = plain;
                    case 2 -> row.amount = whole;
                    case 3 -> {
                        row.amount = whole.contains(".") ? whole : whole + " .-";
                        row.unit = "";
                    }
                    default -> row.amount = "฿" + whole;
                }
            }),
    AMOUNT_DAMAGED(
            "จำนวนเงินเสียหาย",
            "a comma of the amount stands where none belongs, or the amount is gone",
            Outcome.REFUSED,
            (sheet, hand) -> {
                String[] damaged = {"1,22", "12,2,800", "1.234.567", "", "-", "3,3750", ",500"};
                hand.row().amount = damaged[hand.random().nextInt(damaged.length)];
            }),
    PERCENT_OTHERWISE(
            "ร้อยละเขียนแบบอื่น",
            "the percentage without decimals, with a comma, without spaces, without its sign",
            Outcome.TRUE,
            (sheet, hand) -> {
                Row row = hand.row();
                String plain = row.truth.percent();
                switch (hand.random().nextInt(4)) {
                    case 0 -> row.percent = plain.endsWith(".00") ? plain.substring(0, plain.length() - 3) : plain;
                    case 1 -> row.percent = plain.replace('.', ',');
                    case 2 ->
                        row.percentClose = row.percentClose.replace(" % ", "%").replace(" %", "%");
                    default -> row.percentClose = row.percentClose.replace("%", "");
                }
            }),
    PERCENT_DAMAGED(
            "ร้อยละเสียหาย", "the percentage is above 100, negative, or gone", Outcome.REFUSED, (sheet, hand) -> {
                String[] damaged = {"192.00", "-5.00", "", "1000", "20.0.0", "1.2.3"};
                hand.row().percent = damaged[hand.random().nextInt(damaged.length)];
            }),
    NUMBER_GONE("เลขครั้งหาย", "the true number is gone", Outcome.REFUSED, (sheet, hand) -> {
        hand.row().number = "";
    }),
    NUMBER_WRONG("เลขครั้งผิด", "the true number was read as another one", Outcome.ANY, (sheet, hand) -> {
        hand.row().number = Integer.toString(1 + hand.random().nextInt(30));
    }),
    DATE_OTHERWISE(
            "วันที่เขียนแบบอื่น",
            "the date in words, as ISO date, with dots or hyphens, with a time",
            Outcome.TRUE,
            (sheet, hand) -> {
                Row row = hand.row();
                String[] parts = row.truth.date().split("-");
                int year = Integer.parseInt(parts[0]) + 543;
                int day = Integer.parseInt(parts[2]);
                String[] months = {
                    "มกราคม",
                    "กุมภาพันธ์",
                    "มีนาคม",
                    "เมษายน",
                    "พฤษภาคม",
                    "มิถุนายน",
                    "กรกฎาคม",
                    "สิงหาคม",
                    "กันยายน",
                    "ตุลาคม",
                    "พฤศจิกายน",
                    "ธันวาคม"
                };
                row.date = switch (hand.random().nextInt(7)) {
                    case 0 -> row.truth.date();
                    case 1 -> day + " " + months[Integer.parseInt(parts[1]) - 1] + " " + year;
                    case 2 -> parts[2] + "-" + parts[1] + "-" + year;
                    case 3 -> parts[2] + "." + parts[1] + "." + year;
                    case 4 -> day + "/" + Integer.parseInt(parts[1]) + "/" + year;
                    case 5 -> row.truth.date() + " 00:00:00.000";
                    default -> parts[2] + "/" + parts[1] + "/" + parts[0];
                };
            }),
    YEAR_OF_TWO_DIGITS("ปีสองหลัก", "the year has two digits", Outcome.WARNED, (sheet, hand) -> {
        hand.row().date = hand.row().date.replaceAll("/25(\\d\\d)$", "/$1");
    }),
    DATE_DAMAGED("วันที่เสียหาย", "the date is no day of the calendar", Outcome.REFUSED, (sheet, hand) -> {
        String[] damaged = {
            "31/06/2564", "32/01/2564", "10/22/2563", "0/1/2564", "1/2564", "22/10/256", "22/10/25634", "22//2563"
        };
        hand.row().date = damaged[hand.random().nextInt(damaged.length)];
    }),
    COLON_LOST(
            "ทวิภาคหาย",
            "one of the two colons before the date or the percent line is lost",
            Outcome.ANY,
            (sheet, hand) -> {
                if (hand.random().nextBoolean()) {
                    hand.row().open = ": ";
                } else {
                    hand.row().percentOpen = hand.row().percentOpen.replace("::", ":");
                }
            }),
    COLONS_APART("ทวิภาคห่าง", "the two colons stand apart", Outcome.TRUE, (sheet, hand) -> {
        hand.row().open = ": : ";
        hand.row().percentOpen = hand.row().percentOpen.replace("::", ": :");
    }),
    COLON_BEHIND_DATE_LOST("ทวิภาคหลังวันที่หาย", "the colon behind the date is lost", Outcome.TRUE, (sheet, hand) -> {
        hand.row().close = " ";
    }),
    PERCENT_WORDS_MISREAD(
            "คำในบรรทัดร้อยละอ่านผิด", "letters in the percent line are lost or wrong", Outcome.TRUE, (sheet, hand) -> {
                String[] misread = {
                    "ความก้าวหน้าของงาน",
                    "ความกาวหนาของงานฯ",
                    "ความก้าวหน้าชองงานฯ",
                    "ความก้าวหน้าของงานา",
                    "ความก้าหน้าของงานฯ"
                };
                hand.row().percentOpen = hand.row()
                        .percentOpen
                        .replace("ความก้าวหน้าของงานฯ", misread[hand.random().nextInt(misread.length)]);
            }),
    SARA_AM_APART("สระอำแยก", "SARA AM is typed as two characters", Outcome.TRUE, (sheet, hand) -> {
        hand.everywhere(part -> part.replace("\u0E33", "\u0E4D\u0E32"));
    }),
    SARA_AE_IN_TWO("สระแอเป็นสระเอสองตัว", "SARA AE is typed as SARA E twice", Outcome.TRUE, (sheet, hand) -> {
        hand.everywhere(part -> part.replace("แ", "เเ"));
    }),
    FONT_GLYPHS(
            "สระและวรรณยุกต์ของฟอนต์",
            "marks are a font's own glyphs of the private area",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.everywhere(part -> part.replace('\u0E48', '\uF70A')
                        .replace('\u0E49', '\uF70B')
                        .replace('\u0E31', '\uF710')
                        .replace('\u0E34', '\uF701')
                        .replace('\u0E38', '\uF718'));
            }),
    MARKS_WITHOUT_WIDTH(
            "อักขระไม่มีความกว้าง",
            "marks without width stand anywhere, numbers included",
            Outcome.TRUE,
            (sheet, hand) -> {
                String[] marks = {
                    "\u200B", "\u200C", "\u200D", "\uFEFF", "\u2060", "\u00AD", "\u202A", "\u202C", "\u2066", "\u2069",
                    "\u200E", "\u200F", "\u061C", "\u0000"
                };
                hand.sprinkle(marks);
            }),
    SPACES_OF_OTHER_KINDS("ช่องว่างแบบอื่น", "spaces are no-break, wide or thin ones", Outcome.TRUE, (sheet, hand) -> {
        String[] spaces = {"\u00A0", "\u2003", "\u2009", "\u3000", "\u202F"};
        hand.everywhere(part -> part.replace(" ", spaces[hand.random().nextInt(spaces.length)]));
    }),
    LINE_ENDS_OF_OTHER_KINDS(
            "ขึ้นบรรทัดแบบอื่น", "lines end with CR, CR LF, NEL, LS, PS, VT or FF", Outcome.TRUE, (sheet, hand) -> {
                String[] ends = {"\r\n", "\r", "\u0085\n", "\u2028\n", "\f\n", "\u000B\n"};
                String end = ends[hand.random().nextInt(ends.length)];
                sheet.head = sheet.head.replace("\n", end);
                sheet.tail = sheet.tail.replace("\n", end);
                for (int i = 0; i < sheet.rows.size(); i++) {
                    new Hand(sheet, i, hand.random()).everywhere(part -> part.replace("\n", end));
                }
            }),
    HTML_AROUND("HTML ครอบ", "tags stand around the row and its cells", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        row.label = row.label.replaceAll("(รายงานครั้งที่ ?\\d+)", "<tr><td>$1</td><td>");
        row.words = hand.insertBetweenWords(row.words, hand.random().nextBoolean() ? "<br>" : "</p> <p class=\"x\">");
        row.status = row.status + "</td></tr>";
    }),
    HTML_IN_NUMBERS("HTML กลางตัวเลข", "tags stand inside numbers and dates", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        switch (hand.random().nextInt(4)) {
            case 0 -> row.date = hand.insertInside(row.date, "<b>") + "</b>";
            case 1 -> row.percent = "<span style=\"color:red\">" + row.percent + "</span>";
            case 2 -> row.number = "<b>" + row.number + "</b>";
            default -> row.amount = "<i>" + hand.insertInside(row.amount, "</i>");
        }
    }),
    HTML_ENTITIES("เอนทิตี HTML", "signs and letters are written as entities", Outcome.TRUE, (sheet, hand) -> {
        Row row = hand.row();
        switch (hand.random().nextInt(4)) {
            case 0 -> row.open = "&#58;&#58;&nbsp;";
            case 1 -> row.percent = Hand.entities(row.percent);
            case 2 -> row.percentOpen = Hand.entities(row.percentOpen);
            default -> hand.everywhere(part -> part.replace(" ", "&nbsp;"));
        }
    }),
    HTML_UNCLOSED("HTML ไม่ปิด", "a tag is never closed, or its bracket is lost", Outcome.WARNED, (sheet, hand) -> {
        String[] broken = {"<p", "<ol style=\"list-style-type: none\"", "<span", "</p", "<td class=x"};
        hand.row().words =
                hand.insertBetweenWords(hand.row().words, broken[hand.random().nextInt(broken.length)] + " ");
    }),
    WORDS_LIKE_LABEL(
            "ข้อความคล้ายหัวแถว", "a line of the words looks like a row's label", Outcome.WARNED, (sheet, hand) -> {
                int number =
                        hand.random().nextInt(4) + Math.max(1, hand.row().truth.number() - 1);
                hand.addWords("\nรายงานครั้งที่ " + number + " ได้จัดส่งให้ผู้บริหารแล้ว\n");
            }),
    WORDS_LIKE_LABEL_IN_LINE(
            "ข้อความคล้ายหัวแถวกลางบรรทัด",
            "the words speak of report n within a line",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.addWords(" ตามรายงานครั้งที่ 3 ที่ส่งแล้ว ");
            }),
    WORDS_LIKE_DATE_LINE(
            "ข้อความคล้ายบรรทัดวันที่",
            "a line of the words has the shape of a date line",
            Outcome.WARNED,
            (sheet, hand) -> {
                hand.addWords("\n:: 12/05/2564 : ประชุมย่อย\n");
            }),
    WORDS_LIKE_PERCENT_LINE(
            "ข้อความคล้ายบรรทัดร้อยละ", "the words quote a whole percent line", Outcome.WARNED, (sheet, hand) -> {
                int number = hand.random().nextBoolean()
                        ? hand.row().truth.number()
                        : Math.max(1, hand.row().truth.number() - 2);
                hand.addWords("\n:: ความก้าวหน้าของงานฯ = 7.00 % งบประมาณที่เบิกใช้ (ครั้งที่ " + number
                        + ") = 9 บาท : เป็นไปตามแผน : เป็นไปตามเป้าหมาย\nตามที่รายงานไว้\n");
            }),
    WORDS_LIKE_ROW("ข้อความคล้ายทั้งแถว", "the words quote a whole row", Outcome.WARNED, (sheet, hand) -> {
        hand.addWords("\n:: 12/05/2564 : อ้างถึง\n:: ความก้าวหน้าของงานฯ = 7.00 % งบประมาณที่เบิกใช้ (ครั้งที่ "
                + Math.max(1, hand.row().truth.number() - 1) + ") = 9 บาท\nตามที่รายงานไว้\n");
    }),
    WORDS_OF_PROGRESS(
            "ข้อความกล่าวถึงร้อยละ", "the words speak of a date and a percentage", Outcome.TRUE, (sheet, hand) -> {
                hand.addWords(" ณ 12/05/2564 : ความก้าวหน้าของงาน = 20 % จากเดิม : 15 ");
            }),
    WORDS_LIKE_CERTIFICATION(
            "ข้อความคล้ายคำรับรอง", "a line of the words looks like the certification", Outcome.TRUE, (sheet, hand) -> {
                hand.addWords("\nขอรับรองว่าได้ดำเนินการจริง\nลงชื่อผู้เข้าร่วมครบถ้วน\nตำแหน่งประธานชุมชน\n");
            }),
    WORDS_LIKE_FIELD(
            "ข้อความคล้ายหัวข้อ", "a line of the words looks like a field of the head", Outcome.TRUE, (sheet, hand) -> {
                hand.addWords("\nงบประมาณที่ใช้ไป : 500 บาท\nตัวชี้วัด : จำนวนผู้เข้าร่วม\n1.3 หลักการทำงาน\n");
            }),
    WORDS_END_WITH_COLON(
            "ข้อความลงท้ายด้วยทวิภาค",
            "the words end with a colon, right before the percent line",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.row().words = hand.row().words.stripTrailing() + " ดังนี้ :\n";
                hand.row().truth = hand.row().truth.withWords(hand.row().truth.words() + "ดังนี้");
            }),
    WORDS_GONE("ไม่มีข้อความ", "the row has no words", Outcome.TRUE, (sheet, hand) -> {
        hand.row().words = "\n";
        hand.row().truth = hand.row().truth.withWords("");
    }),
    CERTIFICATION_GONE("ไม่มีคำรับรอง", "the certification at the end is missing", Outcome.TRUE, (sheet, hand) -> {
        sheet.tail = "\n";
        hand.addWords("\nขอรับรองว่าเป็นความจริง\n");
    }),
    ANOTHER_FORM_BEHIND(
            "มีแบบอื่นต่อท้าย", "another project's form stands in the same file", Outcome.REFUSED, (sheet, hand) -> {
                boolean district = sheet.head.contains(PrintedForms.DISTRICT);
                sheet.tail += new String(
                        PrintedForms.sample(district ? PrintedForms.COUNCIL : PrintedForms.DISTRICT),
                        java.nio.charset.StandardCharsets.UTF_8);
            }),
    SECTION_BEHIND(
            "หัวข้อที่ไม่รู้จัก",
            "a section that the form does not know follows the reports",
            Outcome.WARNED,
            (sheet, hand) -> {
                sheet.tail = "\n3. ปัญหาและอุปสรรค\nไม่มีงบประมาณเพียงพอ\n" + sheet.tail;
            }),
    WINDOWS_874("รหัส windows-874", "the file is in windows-874", Outcome.TRUE, (sheet, hand) -> {
        sheet.charset = "x-windows-874";
    }),
    HEAD_LABEL_MISREAD("หัวข้ออ่านผิด", "a letter of a label in the head is lost", Outcome.TRUE, (sheet, hand) -> {
        hand.headLine(line -> hand.withoutLetter(line, line.indexOf(" :")));
    }),
    HEAD_LABEL_GONE("หัวข้อหาย", "a label in the head is gone", Outcome.ANY, (sheet, hand) -> {
        hand.headLine(line -> line.substring(line.indexOf(" :") + 2));
    }),
    HEAD_COLON_GONE("ทวิภาคในหัวแบบหาย", "the colon behind a label in the head is lost", Outcome.ANY, (sheet, hand) -> {
        hand.headLine(line -> line.replaceFirst(" :", " "));
    }),
    HEAD_VALUE_GONE("ค่าในหัวแบบหาย", "a value in the head is empty", Outcome.ANY, (sheet, hand) -> {
        hand.headLine(line -> line.substring(0, line.indexOf(" :") + 2));
    }),
    HEAD_VALUE_BELOW(
            "ค่าในหัวแบบอยู่บรรทัดล่าง",
            "a value in the head stands on the line below its label",
            Outcome.TRUE,
            (sheet, hand) -> {
                hand.headLine(line -> line.replaceFirst(" : ", hand.random().nextBoolean() ? " :\n" : "\n: "));
            }),
    HEAD_VALUE_TWICE(
            "ค่าในหัวแบบมีสองค่า",
            "a field of the head stands twice, with another value",
            Outcome.ANY,
            (sheet, hand) -> {
                hand.headLine(line -> line.startsWith("ตัวชี้วัด")
                        ? line
                        : line + "\n"
                                + line.replace("2564", "2563")
                                        .replace("2020-", "2019-")
                                        .replace(" บาท", "0 บาท")
                                        .replaceFirst(" : (?=[ก-๙*])", " : อีก"));
            }),
    HEAD_ORDER(
            "ลำดับหัวข้อสลับ", "a line of the head stands elsewhere among the labels", Outcome.TRUE, (sheet, hand) -> {
                String[] moved = new String[1];
                hand.headLine(line -> {
                    moved[0] = line;
                    return "";
                });
                String place = "รหัสโครงการ... :";
                String before = sheet.head.contains(place) ? place : "ปีงบประมาณ พ.ศ. :";
                sheet.head = sheet.head.replaceFirst(
                        java.util.regex.Pattern.quote(before),
                        java.util.regex.Matcher.quoteReplacement(moved[0] + "\n\n" + before));
            }),
    HEAD_PAGE_BREAK("ขึ้นหน้าใหม่ในหัวแบบ", "a page ends within the head", Outcome.TRUE, (sheet, hand) -> {
        hand.headLine(line -> hand.pageBreak() + line);
    }),
    HEAD_IN_LAYOUT(
            "หัวแบบคงรูปหน้า", "the head is indented and its colons stand in a column", Outcome.TRUE, (sheet, hand) -> {
                sheet.head =
                        sheet.head.replaceAll("(?m)^(?=[ก-๙0-9])", "      ").replace(" : ", "           : ");
            }),
    HEAD_IN_THAI_DIGITS(
            "หัวแบบเลขไทย", "numbers and dates of the head are in Thai digits", Outcome.TRUE, (sheet, hand) -> {
                hand.headLine(Hand::thai);
            }),
    HEAD_SECTION_UNKNOWN(
            "หัวข้อย่อยที่ไม่รู้จัก",
            "a section that the form does not know stands in the head",
            Outcome.WARNED,
            (sheet, hand) -> {
                String before = hand.random().nextBoolean() ? "\n2. รายงาน" : "\n1.6 สนับสนุน";
                sheet.head = sheet.head.replace(before, "\n1.7 ผลที่คาดว่าจะได้รับ\nประชาชนมีความปลอดภัย\n" + before);
            }),
    BYTE_ORDER_MARK("เครื่องหมาย BOM", "the file begins with a byte order mark", Outcome.TRUE, (sheet, hand) -> {
        sheet.head = "\uFEFF" + sheet.head;
    });

    /** What may come of it; a difference that no warning names is never allowed. */
    enum Outcome {
        /** The true values, with warnings or without. */
        TRUE,
        /** The true values, or others with a warning at the place. */
        WARNED,
        /** A refusal that names the line. */
        REFUSED,
        /** Any of these. */
        ANY
    }

    interface Deed {
        void to(Sheet sheet, Hand hand);
    }

    final String thai;
    final String english;
    final Outcome outcome;
    private final Deed deed;

    Damage(String thai, String english, Outcome outcome, Deed deed) {
        this.thai = thai;
        this.english = english;
        this.outcome = outcome;
        this.deed = deed;
    }

    void to(Sheet sheet, int row, Random random) {
        deed.to(sheet, new Hand(sheet, Math.min(row, sheet.rows.size() - 1), random));
    }
}
