package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * ตัวชี้วัด as the form prints it. The coordinators' own indicator, with results and criteria, is another fact.
 *
 * @param dimension มิติที่: 1 to 9, where printed
 * @param code such as {@code อ.2/2}, where printed
 */
public record PrintedIndicator(
        @Nullable Integer dimension, @Nullable String code, String text) {
    public PrintedIndicator {
        Texts.required("indicator", text);
        if (dimension != null) {
            dimensionOf(dimension);
        }
    }

    /** The same number. @throws IllegalArgumentException outside 1..9 */
    public static int dimensionOf(int number) {
        if (number < 1 || number > 9) {
            throw new IllegalArgumentException("Not a dimension: " + number);
        }
        return number;
    }
}
