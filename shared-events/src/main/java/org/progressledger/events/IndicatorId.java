package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * How an adopted indicator is called within its project: 1 to 40 of {@code A-Z a-z 0-9 . -}, such as the source system's
 * {@code 5047-0895}.
 */
public record IndicatorId(@JsonValue String text) implements Comparable<IndicatorId> {
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");

    /** @throws IllegalArgumentException unless it is written so */
    public IndicatorId {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Not an indicator's id: " + text);
        }
    }

    /** The inverse of {@link #toString()}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IndicatorId of(String text) {
        return new IndicatorId(text);
    }

    @Override
    public int compareTo(IndicatorId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
