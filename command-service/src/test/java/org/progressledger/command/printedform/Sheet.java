package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printout taken apart into what a damage can touch, with the truth kept beside it. It knows the undamaged samples by
 * their own plain shape, and nothing of the reader.
 */
final class Sheet {
    private static final Pattern DATE = Pattern.compile(":: (\\d{2}/\\d{2}/\\d{4}) :");
    private static final Pattern PERCENT = Pattern.compile(
            "(:: ความก้าวหน้าของงานฯ = )([0-9.]+)( %\\s?งบประมาณที่เบิกใช้ \\(ครั้งที่ )(\\d+)(\\) = )([0-9,.-]+)( บาท)(\\s*: เป็นไปตามแผน\\s*: เป็นไปตามเป้าหมาย)");

    String code;
    String head;
    final List<Row> rows = new ArrayList<>();
    String tail;
    /** As the bytes will be made of it. */
    String charset = "UTF-8";

    /** One row, part by part as printed; the truth does not change with them. */
    static final class Row {
        String label;
        String open = ":: ";
        String date;
        String close = " :";
        String words;
        String percentOpen;
        String percent;
        String percentClose;
        String number;
        String numberClose;
        String amount;
        String unit;
        String status;
        Truth truth;

        String dateMark() {
            return open + date + close;
        }

        String percentMark() {
            return percentOpen + percent + percentClose + number + numberClose + amount + unit + status;
        }

        String printed() {
            return label + dateMark() + words + percentMark();
        }

        Row copy() {
            Row copy = new Row();
            copy.label = label;
            copy.open = open;
            copy.date = date;
            copy.close = close;
            copy.words = words;
            copy.percentOpen = percentOpen;
            copy.percent = percent;
            copy.percentClose = percentClose;
            copy.number = number;
            copy.numberClose = numberClose;
            copy.amount = amount;
            copy.unit = unit;
            copy.status = status;
            copy.truth = truth;
            return copy;
        }
    }

    /** What the undamaged paper says of one report. */
    record Truth(int number, String date, String percent, String amount, String words) {
        Truth withWords(String others) {
            return new Truth(number, date, percent, amount, others);
        }

        Truth withAmount(String other) {
            return new Truth(number, date, percent, other, words);
        }

        Truth withPercent(String other) {
            return new Truth(number, date, other, amount, words);
        }
    }

    private Sheet() {}

    static Sheet of(String printout) {
        Sheet sheet = new Sheet();
        sheet.code = printout.contains(PrintedForms.DISTRICT) ? PrintedForms.DISTRICT : PrintedForms.COUNCIL;
        Matcher date = DATE.matcher(printout);
        Matcher percent = PERCENT.matcher(printout);
        int from = printout.lastIndexOf("\n\n", printout.indexOf("รายงานครั้งที่")) + 2;
        sheet.head = printout.substring(0, from);
        while (date.find(from)) {
            percent.find(date.end());
            Row row = new Row();
            row.label = printout.substring(from, date.start());
            row.date = date.group(1);
            row.words = printout.substring(date.end(), percent.start());
            row.percentOpen = percent.group(1);
            row.percent = percent.group(2);
            row.percentClose = percent.group(3);
            row.number = percent.group(4);
            row.numberClose = percent.group(5);
            row.amount = percent.group(6);
            row.unit = percent.group(7);
            row.status = percent.group(8);
            String[] parts = row.date.split("/");
            row.truth = new Truth(
                    Integer.parseInt(row.number),
                    (Integer.parseInt(parts[2]) - 543) + "-" + parts[1] + "-" + parts[0],
                    row.percent,
                    "0.00",
                    letters(row.words));
            sheet.rows.add(row);
            from = percent.end();
        }
        sheet.tail = printout.substring(from);
        return sheet;
    }

    /** The same form with money spent and uneven percentages, as other agencies print them. */
    Sheet withFigures() {
        String[][] figures = {
            {"33,750", "33750.00"},
            {"122,800.50", "122800.50"},
            {"4,500.-", "4500.00"},
            {"1,250,000", "1250000.00"},
            {"86.4", "86.40"}
        };
        String[][] percents = {{"5", "5.00"}, {"15.5", "15.50"}, {"25.00", "25.00"}, {"63", "63.00"}};
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String[] amount = figures[i % figures.length];
            String[] percent = percents[i * percents.length / rows.size()];
            row.amount = amount[0];
            row.percent = percent[0];
            row.truth = row.truth.withAmount(amount[1]).withPercent(percent[1]);
        }
        return this;
    }

    String printed() {
        StringBuilder text = new StringBuilder(head);
        rows.forEach(row -> text.append(row.printed()));
        return text.append(tail).toString();
    }

    List<Truth> truth() {
        return rows.stream()
                .map(row -> row.truth)
                .distinct()
                .sorted((one, other) -> Integer.compare(one.number(), other.number()))
                .toList();
    }

    /** What counts of a narrative: its letters and digits; neither tags, layout, labels nor page headers. */
    static String letters(String words) {
        return words.replaceAll("<[^<>]*>", "")
                .replaceAll("\\*{4} แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ \\*{4}", "")
                .replaceAll("(?m)^รายงานครั้งที่ ?\\d+", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}
