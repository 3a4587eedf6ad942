package org.progressledger.command.printedform;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final Pattern PARTED = Pattern.compile("\\s+/\\s+");
    private static final Pattern SLASH = Pattern.compile("/");
    private static final Pattern PHONE =
            Pattern.compile("\\s*(?:(?:โทรศัพท์|โทร|ต่อ)\\s?[.:]?\\s*)?((?<![0-9])[0-9][0-9 ,-]{2,30})\\s*$");

    private final Paper paper;
    private final HeadLines head;
    private final Warnings warnings;

    HeadValues(Paper paper, HeadLines head, Warnings warnings) {
        this.paper = paper;
        this.head = head;
        this.warnings = warnings;
    }

    Stated<ProjectCode> projectCode() {
        if (firstWritten(FieldLabel.PROJECT_CODE) == null) {
            throw new UnreadablePaper(UnreadableCode.PROJECT_CODE_MISSING, null, Map.of());
        }
        return required(FieldLabel.PROJECT_CODE, written -> {
            Matcher code = CODE.matcher(written);
            return code.matches() ? ProjectCode.of(code.group(1) + "-" + code.group(2)) : null;
        });
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
            if (date == null || date.days().size() != 1) {
                return null;
            }
            Matcher time = TIME.matcher(written).region(date.end(), written.length());
            return time.matches() ? date.days().getFirst() : null;
        });
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
        if (parts[0].isBlank()) {
            throw UnreadablePaper.notReadable(FieldLabel.AGENCY.field(), printed, line(written));
        }
        return stated(new ResponsibleAgency(parts[0].strip(), part(parts, 1), part(parts, 2)), written);
    }

    private static @Nullable String part(String[] parts, int index) {
        return index < parts.length && !parts[index].isBlank() ? parts[index].strip() : null;
    }

    @Nullable
    Stated<PrintedPerson> person(FieldLabel label) {
        HeadLines.Written written = firstWritten(label);
        if (written == null) {
            return null;
        }
        String printed = CleanText.line(printed(written));
        Matcher phone = PHONE.matcher(printed);
        boolean hasPhone = phone.find();
        String name = hasPhone ? printed.substring(0, phone.start()).strip() : printed;
        if (name.isEmpty() || name.equals("-")) {
            return null;
        }
        return stated(new PrintedPerson(name, hasPhone ? phone.group(1).strip() : null, printed), written);
    }

    /** What was written behind the label the first time; null where there is nothing. */
    private HeadLines.@Nullable Written firstWritten(FieldLabel label) {
        List<HeadLines.Written> all = head.fields(label).stream()
                .filter(written -> !text(written).isBlank())
                .toList();
        if (all.isEmpty()) {
            return null;
        }
        HeadLines.Written first = all.getFirst();
        for (HeadLines.Written later : all.subList(1, all.size())) {
            if (!CleanText.line(text(later)).equals(CleanText.line(text(first)))) {
                warnings.add(
                        WarningCode.FIELD_REPEATED,
                        line(later),
                        Map.of("field", label.field(), "value", CleanText.excerpt(printed(later))));
            }
        }
        return first;
    }

    private HeadLines.Written requiredWritten(FieldLabel label) {
        HeadLines.Written written = firstWritten(label);
        if (written == null) {
            List<HeadLines.Written> blank = head.fields(label);
            throw new UnreadablePaper(
                    UnreadableCode.FIELD_MISSING,
                    blank.isEmpty() ? null : line(blank.getFirst()),
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
        return paper.linesOf(written.spans()).getFirst().first();
    }

    private String text(HeadLines.Written written) {
        List<String> parts = new ArrayList<>();
        written.spans().forEach(span -> parts.add(paper.text().substring(span.start(), span.end())));
        return String.join("\n", parts);
    }

    private String printed(HeadLines.Written written) {
        List<String> parts = new ArrayList<>();
        written.spans().forEach(span -> parts.add(TagFreeText.of(paper, span.start(), span.end())));
        return String.join("\n", parts);
    }

    /** From folded text to a value; null, or an IllegalArgumentException, if it is none. */
    private interface Reading<T> {
        @Nullable
        T of(String written);
    }
}
