package org.progressledger.command.printedform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ขอรับรองว่า…: where the reports end, and whether somebody signed. */
final class Certifications {
    private static final String CERTIFIES = Likeness.letters("ขอรับรองว่า");
    private static final String SIGNED_BY = "ลงชื่อ";
    private static final double TOLERANCE = 0.2;
    private static final Pattern SIGNATURE =
            Pattern.compile("ลง\\s?ชื่อ((?:(?!ตำแหน่ง|วันที่|ผู้รับผิดชอบโครงการ|ผู้รายงาน)[^(\\n\\x0B|]){0,200})");
    private static final Pattern POSITION =
            Pattern.compile("ตำแหน่ง((?:(?!วันที่|ลงชื่อ|ผู้รับผิดชอบโครงการ)[^\\n\\x0B|]){0,200})");
    private static final Pattern FILLING = Pattern.compile("[.…_:\\s\u00A0–—·•|-]+");

    private Certifications() {}

    /** The offset of the block's first line, or the end of the text where there is none. */
    static int beginning(Paper paper, int from) {
        for (int line = paper.lineCount(); line >= 1 && paper.startOfLine(line) >= from; line--) {
            String letters = Likeness.letters(paper.lineText(line));
            int length = Math.min(letters.length(), CERTIFIES.length());
            if (Likeness.difference(letters.substring(0, length), CERTIFIES) <= TOLERANCE) {
                return paper.startOfLine(line);
            }
        }
        return beginningOfSignature(paper, from);
    }

    private static int beginningOfSignature(Paper paper, int from) {
        for (int line = paper.lineCount(); line >= 1 && paper.startOfLine(line) >= from; line--) {
            if (paper.lineText(line).stripLeading().startsWith(SIGNED_BY)) {
                return paper.startOfLine(line);
            }
        }
        return paper.text().length();
    }

    static @Nullable Stated<PrintedCertification> read(Paper paper, int from) {
        int end = paper.text().length();
        if (from >= end) {
            return null;
        }
        PrintedCertification read =
                new PrintedCertification(filled(paper, SIGNATURE, from), filled(paper, POSITION, from));
        return new Stated<>(read, paper.linesOf(from, end), CleanText.lines(TagFreeText.of(paper, from, end)));
    }

    private static @Nullable String filled(Paper paper, Pattern place, int from) {
        Matcher found = place.matcher(paper.text()).region(from, paper.text().length());
        if (!found.find()) {
            return null;
        }
        String printed = TagFreeText.of(paper, found.start(1), found.end(1));
        return FILLING.matcher(printed).replaceAll("").isEmpty() ? null : CleanText.line(unfilled(printed));
    }

    /** Dots and lines at the ends are the form's; a dot within is the writer's. */
    private static String unfilled(String printed) {
        return printed.replaceAll("^[.…_:\\s]+", "").replaceAll("(?:\\.{2,}+|[…_\\s])++$", "");
    }
}
