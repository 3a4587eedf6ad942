package org.progressledger.query.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a replay builds.
 *
 * @param threads that read and fold projects beside each other; 1 to 64, default 2
 * @param batch projects that a thread holds and writes together; with their histories they are what a replay needs of memory,
 *     beside some hundred bytes for each project; 1 to 1,000, default 32
 */
@ConfigurationProperties("progress-ledger.replay")
record ReplaySettings(
        @DefaultValue("2") int threads, @DefaultValue("32") int batch) {
    ReplaySettings {
        if (threads < 1 || threads > 64 || batch < 1 || batch > 1_000) {
            throw new IllegalArgumentException("Not threads or projects of a replay: " + threads + ", " + batch);
        }
    }
}
