package org.progressledger.events;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * หนังสือราชการ: an official letter.
 *
 * @param number as written, such as {@code กท 0502/0333} or {@code 54/2564}
 * @param datedOn the date on the letter, where known
 * @param subject เรื่อง, where known
 */
public record Letter(
        String number,
        @Nullable LocalDate datedOn,
        @Nullable String subject) {
    public Letter {
        Texts.required("letter number", number);
    }
}
