package org.progressledger.command.bulk;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.events.Baht;
import org.progressledger.events.Percent;
import org.progressledger.events.ProjectCode;

/** Codes, numbers and amounts as people write them into cells, in Thai or Arabic digits. */
final class Written {
    private static final Pattern CODE = Pattern.compile("([0-9]{8}) ?-? ?([0-9]{4})");
    private static final Pattern REPORT_NO = Pattern.compile("(?:\\(? ?(?:รายงาน)? ?ครั้งที่ ?)?([0-9]{1,5}) ?\\)?");
    private static final Pattern PERCENT =
            Pattern.compile("(?:ร้อยละ )?([0-9]{1,3}(?:\\.[0-9]{1,6})?) ?(?:%|เปอร์เซ็นต์)?");
    private static final Pattern AMOUNT = Pattern.compile(
            "฿? ?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,20})(\\.[0-9]{1,6})? ?\\.?(?: ?-+)?(?: ?(?:บาท|บ\\.|baht|THB))?");

    private Written() {}

    /** On one line, digits Arabic, dashes and percent signs plain. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append(Character.digit(point, 10));
            } else if (Character.getType(point) == Character.DASH_PUNCTUATION || point == '\u2212') {
                plain.append('-');
            } else if (point == '\uFF05') {
                plain.append('%');
            } else if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
                plain.append(' ');
            } else if (Character.getType(point) != Character.FORMAT) {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString().replaceAll(" +", " ").strip();
    }

    static Optional<ProjectCode> code(String text) {
        Matcher found = CODE.matcher(plain(text));
        return found.matches() ? Optional.of(ProjectCode.of(found.group(1) + "-" + found.group(2))) : Optional.empty();
    }

    static Optional<Integer> reportNo(String text) {
        Matcher found = REPORT_NO.matcher(plain(text));
        return found.matches()
                ? Optional.of(Integer.valueOf(found.group(1))).filter(number -> number > 0)
                : Optional.empty();
    }

    static Optional<Percent> percent(String text) {
        Matcher found = PERCENT.matcher(plain(text));
        return found.matches() ? percent(new BigDecimal(found.group(1))) : Optional.empty();
    }

    static Optional<Percent> percent(BigDecimal number) {
        try {
            return Optional.of(Percent.of(number));
        } catch (IllegalArgumentException beyond) {
            return Optional.empty();
        }
    }

    static Optional<Baht> amount(String text) {
        Matcher found = AMOUNT.matcher(plain(text));
        if (!found.matches()) {
            return Optional.empty();
        }
        String fraction = found.group(2) == null ? "" : found.group(2);
        return amount(new BigDecimal(found.group(1).replace(",", "") + fraction));
    }

    static Optional<Baht> amount(BigDecimal number) {
        try {
            return Optional.of(Baht.of(number));
        } catch (IllegalArgumentException beyond) {
            return Optional.empty();
        }
    }
}
