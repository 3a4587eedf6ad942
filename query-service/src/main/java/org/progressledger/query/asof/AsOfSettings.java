package org.progressledger.query.asof;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How two states of a project are shown beside each other.
 *
 * @param comparedWords the most words that a text may have to be compared word by word; longer ones are compared phrase by
 *     phrase, and those with more phrases than that not at all; 100 to 10,000, default 2,000
 */
@ConfigurationProperties("progress-ledger.as-of")
record AsOfSettings(@DefaultValue("2000") int comparedWords) {
    AsOfSettings {
        if (comparedWords < 100 || comparedWords > 10_000) {
            throw new IllegalArgumentException("Not a number of words to compare: " + comparedWords);
        }
    }
}
