package org.progressledger.command.project;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of commands.
 *
 * @param attempts how often a command is decided again when others change the same project, or the register of
 *     agencies, meanwhile; default 20
 * @param retryAfter what a caller is told to wait after that; default 1 second
 * @param nameLength longest name of a project, an agency or a person; default 1,000 characters
 * @param textLength longest narrative, rationale, grounds or other long text; default 20,000 characters
 * @param listSize most entries of a list, such as objectives, indicators or planned months; default 200
 * @param reportDeadlineDays days after a month's end until which it is reported without a late window; not set: no deadline
 */
@ConfigurationProperties("progress-ledger.commands")
public record CommandSettings(
        @DefaultValue("20") int attempts,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("1000") int nameLength,
        @DefaultValue("20000") int textLength,
        @DefaultValue("200") int listSize,
        @Nullable Integer reportDeadlineDays) {

    /** @throws IllegalArgumentException if the deadline lies before the month's end, or a year after it */
    public CommandSettings {
        if (reportDeadlineDays != null && (reportDeadlineDays < 0 || reportDeadlineDays > 366)) {
            throw new IllegalArgumentException("report-deadline-days is 0 to 366, or not set: " + reportDeadlineDays);
        }
    }

    Deadline deadline() {
        return new Deadline(reportDeadlineDays);
    }
}
