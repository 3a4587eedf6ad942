package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ยื่นอุทธรณ์: the agency asked that the project be scored by other criteria.
 *
 * @param round รอบที่, from 1, as the filer counts; a skipped round is lawful
 * @param grounds why
 * @param asked what is asked for
 */
public record AppealFiled(
        ProjectCode project,
        int round,
        LocalDate filedOn,
        String grounds,
        String asked,
        @Nullable Letter letter) implements ProjectEvent {

    public AppealFiled {
        Objects.requireNonNull(project, "project");
        if (round < 1) {
            throw new IllegalArgumentException("Rounds count from 1: " + round);
        }
        Objects.requireNonNull(filedOn, "filedOn");
        Texts.required("grounds", grounds);
        Texts.required("request", asked);
    }
}
