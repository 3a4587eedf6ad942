package org.progressledger.query.appeals;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what is told of appeals.
 *
 * @param comparedWords the most words that criteria may have to be compared word by word; longer ones are compared phrase
 *     by phrase, and those with more phrases than that not at all; 100 to 10,000, default 2,000
 */
@ConfigurationProperties("progress-ledger.appeals")
record AppealSettings(@DefaultValue("2000") int comparedWords) {
    AppealSettings {
        if (comparedWords < 100 || comparedWords > 10_000) {
            throw new IllegalArgumentException("Not a number of words to compare: " + comparedWords);
        }
    }
}
