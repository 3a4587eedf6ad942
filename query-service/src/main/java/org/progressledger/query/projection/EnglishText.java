package org.progressledger.query.projection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.progressledger.events.Baht;
import org.progressledger.events.Quarter;

/** English words for days, months, quarters and amounts, as pages write them; years are of the common era. */
public final class EnglishText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final int BUDDHIST_ERA = 543;

    private EnglishText() {}

    /** {@code 30 Aug 2021}. */
    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code Aug 2021}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /** {@code quarter 1 of fiscal year 2021}. */
    public static String quarter(Quarter quarter) {
        return "quarter " + quarter.number() + " of fiscal year "
                + (quarter.fiscalYear().buddhistYear() - BUDDHIST_ERA);
    }

    /** {@code 1,234.50}: so in Thai, too. */
    public static String amount(Baht amount) {
        return amount(amount.value());
    }

    /** The same for a sum, which may be larger than any amount. */
    public static String amount(BigDecimal amount) {
        // made for each, for it may not be used by two at a time
        DecimalFormat money = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        money.setRoundingMode(RoundingMode.HALF_UP);
        return money.format(amount);
    }
}
