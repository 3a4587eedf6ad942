package org.progressledger.query.projection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectStatus;

/** Every project as the list finds, orders and counts it, held in memory; never older than the project's own document. */
public interface RegisterRows {
    /**
     * A project in the register.
     *
     * @param agency the first eight digits of its code
     * @param percent in hundredths
     * @param reportedOn the latest report's day; empty before the first
     * @param allocated in satang
     * @param spent in satang; null where nothing is stated
     * @param searched in what words are looked for
     * @param nameKey by what names are put in order
     */
    record Row(
            String code,
            String agency,
            ProjectStatus status,
            int fiscalYear,
            int percent,
            String reportedOn,
            long allocated,
            @Nullable Long spent,
            String searched,
            String nameKey) {}

    /** All of them by code; empty while projects that an earlier release folded are missing. */
    Optional<List<Row>> rows();
}
