package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/** What every text of a fact must be: there, and not blank. */
final class Texts {
    private Texts() {}

    static String required(String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        return text;
    }
}
