package org.progressledger.query.sending;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pages send what people do, under {@code progress-ledger.sending}.
 *
 * @param url the command service as this service reaches it; {@code http://localhost:8081} unless set
 * @param connectWithin how long to wait for a connection, 10 ms to 1 minute; 2 s unless set
 * @param answerWithin how long to wait for an answer, 100 ms to 10 minutes; 60 s unless set, for a large printout is read
 *     while the page waits
 */
@ConfigurationProperties("progress-ledger.sending")
public record SendingSettings(
        @DefaultValue("http://localhost:8081") URI url,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("60s") Duration answerWithin) {

    public SendingSettings {
        within(connectWithin, Duration.ofMillis(10), Duration.ofMinutes(1), "connect-within");
        within(answerWithin, Duration.ofMillis(100), Duration.ofMinutes(10), "answer-within");
    }

    private static void within(Duration given, Duration least, Duration most, String name) {
        if (given.compareTo(least) < 0 || given.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most + ": " + given);
        }
    }

    /** Where that path of the API is. */
    URI of(String path) {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/api/v1" + path);
    }
}
