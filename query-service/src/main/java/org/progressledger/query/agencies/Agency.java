package org.progressledger.query.agencies;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One agency of the register.
 *
 * @param code its main code, eight digits
 * @param name how it is called; fit to be shown
 * @param nameSet who called it so, and when; null unless an administrator did
 * @param codes every code that belongs to it, the main code among them, in order
 * @param spellings how its name was registered, the most frequent first
 * @param projects how many it has
 */
public record Agency(
        String code,
        String name,
        NameFrom nameFrom,
        @Nullable NameSet nameSet,
        List<String> codes,
        List<Spelling> spellings,
        long projects) {

    public Agency {
        codes = List.copyOf(codes);
        spellings = List.copyOf(spellings);
    }

    /** What is shown of a code that the register does not know (yet). */
    public static Agency unknown(String code) {
        return new Agency(code, code, NameFrom.CODE, null, List.of(code), List.of(), 0);
    }

    /** Where a name comes from. */
    public enum NameFrom {
        /** Most projects of the agency were registered with it. */
        REGISTERED,
        /** An administrator set it. */
        SET,
        /** No project names the agency and nobody has named it: the code stands for the name. */
        CODE
    }

    /** Who set a name, when. */
    public record NameSet(String by, Instant at) {}

    /** A name exactly as it was registered, under which codes, by how many projects. */
    public record Spelling(String name, List<String> codes, long projects) {}
}
