package org.progressledger.command.printedform;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.progressledger.command.printedform.Sheet.Row;

/** Does damage at one row of a sheet, as the dice fall. */
record Hand(Sheet sheet, int index, Random random) {
    static final String TITLE = "**** แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ ****";

    Row row() {
        return sheet.rows.get(index);
    }

    String pageBreak() {
        String end = random.nextBoolean() ? "\n\n\n" : "\n\n\f";
        String footer = random.nextInt(3) == 0 ? footer() + "\n" : "";
        return end + footer + "\n\n" + TITLE + "\n\n";
    }

    String footer() {
        String[] footers = {
            "หน้า 2/5",
            "หน้าที่ 3 จาก 9",
            "- 4 -",
            "2/5",
            "หน้า ๒ / ๕",
            "Page 2 of 5",
            "พิมพ์เมื่อ 30/09/2564 14:25:10",
            "วันที่พิมพ์ : 30/09/2564 เวลา 14:25 น.",
            "พิมพ์วันที่ 30 กันยายน 2564",
            "http://10.0.0.1/plan/print.aspx?id=3298&y=2564 2/5",
            "30/9/2564 14:25 แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ"
        };
        return footers[random.nextInt(footers.length)];
    }

    void everywhere(UnaryOperator<String> change) {
        Row row = row();
        row.label = change.apply(row.label);
        row.open = change.apply(row.open);
        row.date = change.apply(row.date);
        row.close = change.apply(row.close);
        row.words = change.apply(row.words);
        row.percentOpen = change.apply(row.percentOpen);
        row.percent = change.apply(row.percent);
        row.percentClose = change.apply(row.percentClose);
        row.number = change.apply(row.number);
        row.numberClose = change.apply(row.numberClose);
        row.amount = change.apply(row.amount);
        row.unit = change.apply(row.unit);
        row.status = change.apply(row.status);
    }

    void sprinkle(String[] marks) {
        everywhere(part -> {
            StringBuilder sprinkled = new StringBuilder();
            for (int i = 0; i < part.length(); i++) {
                sprinkled.append(part.charAt(i));
                if (random.nextInt(6) == 0) {
                    sprinkled.append(marks[random.nextInt(marks.length)]);
                }
            }
            return sprinkled.toString();
        });
    }

    /** Words that are meant: the truth grows with them. */
    void addWords(String more) {
        Row row = row();
        row.words = row.words + more;
        row.truth = row.truth.withWords(row.truth.words() + more.replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", ""));
    }

    void intoDateMark(String inserted) {
        Row row = row();
        String[] parts = insertIntoOne(new String[] {row.open, row.date, row.close}, inserted);
        row.open = parts[0];
        row.date = parts[1];
        row.close = parts[2];
    }

    void intoPercentMark(String inserted) {
        Row row = row();
        String[] parts = insertIntoOne(
                new String[] {
                    row.percentOpen, row.percent, row.percentClose, row.number, row.numberClose, row.amount, row.unit
                },
                inserted);
        row.percentOpen = parts[0];
        row.percent = parts[1];
        row.percentClose = parts[2];
        row.number = parts[3];
        row.numberClose = parts[4];
        row.amount = parts[5];
        row.unit = parts[6];
    }

    private String[] insertIntoOne(String[] parts, String inserted) {
        int at = random.nextInt(parts.length);
        parts[at] = insertAnywhere(parts[at], inserted);
        return parts;
    }

    String insertAnywhere(String text, String inserted) {
        if (text.isEmpty()) {
            return text + inserted;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + inserted + text.substring(at);
    }

    /** Anywhere but in a label or title that the words hold already. */
    String insertIntoWord(String text, String inserted) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        int from = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        String line = text.substring(from, end < 0 ? text.length() : end);
        boolean layout = line.contains("****") || line.startsWith("รายงานครั้งที่");
        return layout ? insertBetweenWords(text, inserted) : text.substring(0, at) + inserted + text.substring(at);
    }

    /** Between its first and its last character; nowhere where there are not two. */
    String insertInside(String text, String inserted) {
        if (text.length() < 2) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 1);
        return text.substring(0, at) + inserted + text.substring(at);
    }

    /** At a space outside of tags, else at the end. */
    String insertBetweenWords(String text, String inserted) {
        int from = text.isEmpty() ? 0 : random.nextInt(text.length());
        for (int at = from; at < text.length(); at++) {
            boolean inTag = text.lastIndexOf('<', at) > text.lastIndexOf('>', at);
            if (text.charAt(at) == ' ' && !inTag) {
                return text.substring(0, at) + inserted + text.substring(at);
            }
        }
        return text + inserted;
    }

    String misread(String number) {
        return number.contains("0") && random.nextBoolean()
                ? number.replaceFirst("0", "O")
                : number.contains("1") ? number.replaceFirst("1", "l") : number.replaceFirst("[0-9]", "?");
    }

    /** One line of the head that has a label, or rather what becomes of it. */
    void headLine(UnaryOperator<String> change) {
        List<String> lines = new ArrayList<>(List.of(sheet.head.split("\n", -1)));
        List<Integer> labelled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(" : ") && lines.get(i).indexOf(" : ") < 30) {
                labelled.add(i);
            }
        }
        int at = labelled.get(random.nextInt(labelled.size()));
        lines.set(at, change.apply(lines.get(at)));
        sheet.head = String.join("\n", lines);
    }

    String withoutLetter(String line, int before) {
        int at = 1 + random.nextInt(Math.max(1, before - 2));
        return line.substring(0, at) + line.substring(at + 1);
    }

    static String thai(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) (c >= '0' && c <= '9' ? c - '0' + '๐' : c)))
                .collect(Collectors.joining());
    }

    static String wide(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) (c >= '0' && c <= '9' || c == '/' || c == '.' ? c + 0xFEE0 : c)))
                .collect(Collectors.joining());
    }

    static String entities(String text) {
        return text.chars().mapToObj(c -> c == ' ' ? " " : "&#" + c + ";").collect(Collectors.joining());
    }

    static String line(String text, String label) {
        return text.lines().filter(line -> line.startsWith(label)).findFirst().orElseThrow();
    }
}
