package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * One part of a quarter's score.
 *
 * @param number as the office numbers it, such as {@code 2.1}
 * @param score null where it is left blank: blank is not 0
 */
public record ScorePart(String number, @Nullable Score score) {
    public ScorePart {
        Texts.required("number of the part", number);
    }
}
