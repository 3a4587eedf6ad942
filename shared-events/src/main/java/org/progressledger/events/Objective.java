package org.progressledger.events;

import org.jspecify.annotations.Nullable;

/**
 * วัตถุประสงค์ของโครงการ: one objective.
 *
 * @param number the numbering of the source, kept as it stands ({@code 2.1}, {@code 1}); null where there is none
 */
public record Objective(@Nullable String number, String text) {
    public Objective {
        Texts.required("objective", text);
    }
}
