package org.progressledger.query.periods;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What counts as on time.
 *
 * @param deadlineDays days after a month's end until which its report is on time; 0 to 366, default 15. An office whose
 *     command service has {@code report-deadline-days} sets the same here
 */
@ConfigurationProperties("progress-ledger.timeliness")
record TimelinessSettings(@DefaultValue("15") int deadlineDays) {
    TimelinessSettings {
        if (deadlineDays < 0 || deadlineDays > 366) {
            throw new IllegalArgumentException("Not days after a month's end: " + deadlineDays);
        }
    }
}
