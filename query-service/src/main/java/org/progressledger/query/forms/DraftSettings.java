package org.progressledger.query.forms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Drafts of forms, under {@code progress-ledger.drafts}. They are no facts: they are kept beside the ledger and thrown away.
 *
 * @param keep how long a draft waits after it was saved last, 1 hour to 366 days; 30 days unless set
 * @param characters the most characters of a draft, 1,000 to 1,000,000; 60,000 unless set
 * @param perPerson how many drafts of one account are kept, 1 to 1,000, the oldest goes first; 50 unless set
 */
@ConfigurationProperties("progress-ledger.drafts")
public record DraftSettings(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("60000") int characters,
        @DefaultValue("50") int perPerson) {

    public DraftSettings {
        if (keep.compareTo(Duration.ofHours(1)) < 0 || keep.compareTo(Duration.ofDays(366)) > 0) {
            throw new IllegalArgumentException("Not a time to keep drafts: " + keep);
        }
        if (characters < 1_000 || characters > 1_000_000 || perPerson < 1 || perPerson > 1_000) {
            throw new IllegalArgumentException("Not a size or a number of drafts: " + characters + ", " + perPerson);
        }
    }
}
