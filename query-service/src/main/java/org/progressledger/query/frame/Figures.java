package org.progressledger.query.frame;

import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.LineRange;
import org.progressledger.events.RecordedEvent;
import org.progressledger.problems.Language;
import org.progressledger.query.frame.Frame.Moment;
import org.progressledger.query.projection.EnglishText;
import org.progressledger.query.projection.ThaiText;

/** The office's way to write amounts, days and instants; years are Buddhist in Thai and of the common era in English. */
public final class Figures {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MONTH_OF_YEAR =
            DateTimeFormatter.ofPattern("MMM uu", Locale.ENGLISH);
    private static final int BUDDHIST_ERA = 543;
    private static final char MINUS = '\u2212';

    private Figures() {}

    /** {@code 1,234.50}: the same in both languages. */
    public static String baht(BigDecimal amount) {
        NumberFormat money = NumberFormat.getNumberInstance(ULocale.ENGLISH);
        money.setMinimumFractionDigits(2);
        money.setMaximumFractionDigits(2);
        return money.format(amount);
    }

    /** {@code 1,407.52}, {@code 18.2215}: two decimals at least, and as many as there are. */
    public static String number(BigDecimal value) {
        NumberFormat number = NumberFormat.getNumberInstance(ULocale.ENGLISH);
        number.setMinimumFractionDigits(2);
        number.setMaximumFractionDigits(Math.max(2, value.scale()));
        return number.format(value);
    }

    /** {@code 18,203}. */
    public static String count(long number) {
        return NumberFormat.getIntegerInstance(ULocale.ENGLISH).format(number);
    }

    /** {@code +5.00}, {@code 0.00}, and a true minus sign before what fell. */
    public static String change(BigDecimal points) {
        String digits = points.abs().setScale(2).toPlainString();
        return points.signum() == 0 ? digits : (points.signum() > 0 ? '+' : MINUS) + digits;
    }

    /** A fiscal year as it is written: Buddhist in Thai, of the common era in English. */
    public static int year(int buddhistYear, Language language) {
        return language == Language.TH ? buddhistYear : buddhistYear - BUDDHIST_ERA;
    }

    /** {@code 22 ก.ย. 2564}. */
    public static Moment day(LocalDate date, Language language) {
        return new Moment(date.toString(), written(date, language));
    }

    /** {@code 21 พ.ย. 2569 10:15:04 น.} in Bangkok. */
    public static Moment moment(Instant instant, Language language) {
        ZonedDateTime there = instant.truncatedTo(ChronoUnit.SECONDS).atZone(RecordedEvent.OFFICE);
        String time = TIME.format(there);
        return new Moment(
                there.toOffsetDateTime().toString(),
                written(there.toLocalDate(), language) + " " + (language == Language.TH ? time + " น." : time));
    }

    /** A fiscal year as it is written: Buddhist in Thai, of the common era in English. */
    public static int fiscalYear(int buddhist, Language language) {
        return language == Language.TH ? buddhist : buddhist - BUDDHIST_ERA;
    }

    /** {@code 30/08/2564}: as it is typed. */
    public static String typed(LocalDate date, Language language) {
        int year = language == Language.TH ? date.getYear() + BUDDHIST_ERA : date.getYear();
        return String.format(Locale.ROOT, "%02d/%02d/%04d", date.getDayOfMonth(), date.getMonthValue(), year);
    }

    /** {@code ต.ค. 63}; the year only where it is asked for. */
    public static String month(YearMonth month, Language language, boolean withYear) {
        if (language == Language.EN) {
            return (withYear ? ENGLISH_MONTH_OF_YEAR : ENGLISH_MONTH).format(month);
        }
        String written = ThaiText.month(month);
        int space = written.indexOf(' ');
        return written.substring(0, space) + (withYear ? " " + written.substring(written.length() - 2) : "");
    }

    private static String written(LocalDate date, Language language) {
        return language == Language.TH ? ThaiText.date(date) : EnglishText.date(date);
    }

    /** {@code 71–72, 85}; null where there are none. */
    public static @Nullable String lines(@Nullable Iterable<LineRange> ranges) {
        if (ranges == null) {
            return null;
        }
        StringBuilder all = new StringBuilder();
        for (LineRange range : ranges) {
            all.append(all.isEmpty() ? "" : ", ").append(range.first());
            if (range.last() > range.first()) {
                all.append('\u2013').append(range.last());
            }
        }
        return all.isEmpty() ? null : all.toString();
    }
}
