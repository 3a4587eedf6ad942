package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.Baht;
import org.progressledger.events.FiscalYear;
import org.progressledger.events.ProjectCode;
import org.progressledger.events.ResponsibleAgency;

/** The values of the form's head that stand behind one label each. */
final class HeadValues {
    private static final Pattern CODE = Pattern.compile("\\s*([0-9]{8})\\s?-\\s?([0-9]{4})(?![0-9])\\s*");
    private static final Pattern YEAR = Pattern.compile("\\s*+(?:พ\\.?\\s?ศ\\.?\\s*+)?([0-9]{4})(?![0-9])\\s*");
    private static final Pattern TIME =
            Pattern.compile("[ T]?\\s*+(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?\\s*+)?");
    private static final Pattern AMOUNT = Pattern.compile("\\s*" + Amounts.BAHT + "\\s*");
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");
    private static final Pattern PARTED = Pattern.compile("\\s+/\\s+");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern THAI_SLASH = Pattern.compile("^[^/]{3,}[ก-๎]/[ก-๎]");
    private static final Pattern PHONE =
            Pattern.compile("\\s*\\(?\\s*(?:(?:โทรศัพท์|โทร|เบอร์|มือถือ|ต่อ)\\s?[.:]?\\s*)*"
                    + "((?<![0-9-])[0-9][0-9 ,-]{2,30}+(?:ต่อ\\s?[0-9-]{1,8})?)\\s*\\)?\\s*$");

    private final Paper paper;
    private final HeadFields head;
    private final Readings readings;
    private final int lastLine;

    /** @param end where the reports begin: what has not been stated by then is missing */
    HeadValues(Paper paper, HeadFields head, int end, Readings readings) {
        this.paper = paper;
        this.head = head;
        this.readings = readings;
        this.lastLine = paper.lineAt(end);
    }

    Stated<ProjectCode> projectCode() {
        refuseTwoCodes();
        if (firstWritten(FieldLabel.PROJECT_CODE) == null) {
            throw new UnreadablePaper(UnreadableCode.PROJECT_CODE_MISSING, lastLine, Map.of());
        }
        return required(FieldLabel.PROJECT_CODE, written -> {
            Matcher code = CODE.matcher(written);
            return code.matches() ? ProjectCode.of(code.group(1) + "-" + code.group(2)) : null;
        });
    }

    /** Of two codes nobody but the office can tell whose form it is. */
    private void refuseTwoCodes() {
        String first = null;
        for (HeadLines.Written written : head.all(FieldLabel.PROJECT_CODE)) {
            String code = text(written).replaceAll("\\s", "");
            if (first != null && !code.isEmpty() && !code.equals(first)) {
                throw SeveralForms.twoProjects(CleanText.excerpt(first), CleanText.excerpt(code), line(written));
            }
            first = first == null && !code.isEmpty() ? code : first;
        }
    }

    Stated<FiscalYear> fiscalYear() {
        return required(FieldLabel.FISCAL_YEAR, written -> {
            Matcher year = YEAR.matcher(written);
            return year.matches() ? FiscalYear.of(Integer.parseInt(year.group(1))) : null;
        });
    }

    Stated<LocalDate> date(FieldLabel label) {
        return required(label, written -> {
            int start = written.length() - written.stripLeading().length();
            ThaiDates.Mention date = ThaiDates.at(written, start, written.length());
            if (date == null || date.days().size() != 1 || !date.asSpelt()) {
                return null;
            }
            Matcher time = TIME.matcher(written).region(date.end(), written.length());
            return time.matches() ? century(date, written) : null;
        });
    }

    private LocalDate century(ThaiDates.Mention date, String written) {
        LocalDate day = date.days().getFirst();
        String printed = written.substring(date.start(), date.end());
        return FOUR_DIGITS.matcher(printed).find() ? day : TwoDigitYears.choose(day, printed, lastLine, readings);
    }

    Stated<Baht> budgetAllocated() {
        return required(FieldLabel.BUDGET_ALLOCATED, HeadValues::baht);
    }

    /** Blank is not 0: null where nothing but the unit is printed. */
    @Nullable
    Stated<Baht> budgetSpent() {
        HeadLines.Written spent = firstWritten(FieldLabel.BUDGET_SPENT);
        if (spent == null || text(spent).replace("บาท", "").replace("-", "").isBlank()) {
            return null;
        }
        return required(FieldLabel.BUDGET_SPENT, HeadValues::baht);
    }

    private static @Nullable Baht baht(String written) {
        Matcher amount = AMOUNT.matcher(written);
        return amount.matches() ? Amounts.baht(amount.group("baht")) : null;
    }

    Stated<String> name() {
        HeadLines.Written written = requiredWritten(FieldLabel.NAME);
        return stated(CleanText.line(printed(written)), written);
    }

    /** Three levels, parted by slashes. Where slashes stand apart from the words, one inside a word parts nothing. */
    Stated<ResponsibleAgency> agency() {
        HeadLines.Written written = requiredWritten(FieldLabel.AGENCY);
        String printed = CleanText.line(printed(written));
        String[] parts = PARTED.split(printed, 3);
        if (parts.length == 1) {
            parts = SLASH.split(printed, 3);
        }
        if (parts.length == 2) {
            parts = THAI_SLASH.matcher(printed).find() ? SLASH.split(printed, 3) : parts;
        }
        if (parts[0].isBlank()) {
            throw UnreadablePaper.notReadable(FieldLabel.AGENCY.field(), printed, line(written));
        }
        return stated(new ResponsibleAgency(parts[0].strip(), part(parts, 1), part(parts, 2)), written);
    }

    /** A lone hyphen means that there is none. */
    private static @Nullable String part(String[] parts, int index) {
        String part = index < parts.length ? parts[index].strip() : "";
        return part.isEmpty() || part.equals("-") ? null : part;
    }

    /** As long as it was: digits and hyphens as telephones have them. */
    private static String plain(String printed) {
        StringBuilder plain = new StringBuilder(printed);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            boolean thai = c >= '๐' && c <= '๙';
            boolean dash = "–—−".indexOf(c) >= 0;
            plain.setCharAt(i, thai ? (char) ('0' + (c - '๐')) : dash ? '-' : c == '\u00A0' ? ' ' : c);
        }
        return plain.toString();
    }

    @Nullable
    Stated<PrintedPerson> person(FieldLabel label) {
        HeadLines.Written written = firstWritten(label);
        if (written == null) {
            return null;
        }
        String printed = CleanText.line(printed(written));
        Matcher phone = PHONE.matcher(plain(printed));
        boolean hasPhone = phone.find();
        String name = hasPhone ? printed.substring(0, phone.start()).strip() : printed;
        if (name.isEmpty() || name.equals("-")) {
            return null;
        }
        return stated(new PrintedPerson(name, hasPhone ? phone.group(1).strip() : null, printed), written);
    }

    private HeadLines.@Nullable Written firstWritten(FieldLabel label) {
        return head.written(label);
    }

    private HeadLines.Written requiredWritten(FieldLabel label) {
        HeadLines.Written written = firstWritten(label);
        if (written == null) {
            List<HeadLines.Written> blank = head.all(label);
            throw new UnreadablePaper(
                    UnreadableCode.FIELD_MISSING,
                    blank.isEmpty() ? lastLine : line(blank.getFirst()),
                    Map.of("field", label.field()));
        }
        return written;
    }

    private <T> Stated<T> required(FieldLabel label, Reading<T> reading) {
        HeadLines.Written written = requiredWritten(label);
        T value;
        try {
            value = reading.of(text(written));
        } catch (IllegalArgumentException outOfRange) {
            value = null;
        }
        if (value == null) {
            throw UnreadablePaper.notReadable(label.field(), printed(written), line(written));
        }
        return stated(value, written);
    }

    private <T> Stated<T> stated(T value, HeadLines.Written written) {
        return new Stated<>(value, paper.linesOf(written.spans()), CleanText.lines(printed(written)));
    }

    private int line(HeadLines.Written written) {
        return head.line(written);
    }

    private String text(HeadLines.Written written) {
        return head.text(written);
    }

    private String printed(HeadLines.Written written) {
        return head.printed(written);
    }

    /** From folded text to a value; null, or an IllegalArgumentException, if it is none. */
    private interface Reading<T> {
        @Nullable
        T of(String written);
    }
}
