package org.progressledger.projectledger;

import org.jspecify.annotations.Nullable;

/**
 * A person in clear: only in memory, never in an event, a log or an error.
 *
 * @param phone an extension or telephone number, where stated
 * @param asPrinted the words of the form, where it came from one
 */
public record Person(
        String name, @Nullable String phone, @Nullable String asPrinted) {
    public Person {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A person has a name");
        }
    }

    @Override
    public String toString() {
        return "Person[...]";
    }
}
