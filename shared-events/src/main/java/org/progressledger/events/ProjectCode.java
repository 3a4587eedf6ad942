package org.progressledger.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * รหัสโครงการ: one code is one project for ever. Eight digits name the agency, four the project: {@code 50470000-3298}.
 */
public record ProjectCode(@JsonValue String text) implements Comparable<ProjectCode> {
    private static final Pattern FORM = Pattern.compile("[0-9]{8}-[0-9]{4}");

    /** @throws IllegalArgumentException unless the text is eight Arabic digits, a hyphen and four digits */
    public ProjectCode {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a project code: " + text);
        }
    }

    /** The code as written in Arabic digits; the inverse of {@link #toString()}. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProjectCode of(String text) {
        return new ProjectCode(text);
    }

    /** Whether {@link #of} would accept the text. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The first eight digits: the agency that runs the project. */
    public String agencyCode() {
        return text.substring(0, 8);
    }

    /** Whether the code begins with these digits: how an officer's scope is told. */
    public boolean startsWith(String prefix) {
        return text.startsWith(prefix);
    }

    @Override
    public int compareTo(ProjectCode other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
