package org.progressledger.query.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When whoever runs the service is told.
 *
 * @param lagAlarmAfter how long ago an event that answers do not reflect yet may have been recorded before {@code
 *     /actuator/health} is out of service; 1 second to 1 day, default 60 seconds
 */
@ConfigurationProperties("progress-ledger.operations")
public record OperationsSettings(@DefaultValue("60s") Duration lagAlarmAfter) {

    public OperationsSettings {
        if (lagAlarmAfter.compareTo(Duration.ofSeconds(1)) < 0 || lagAlarmAfter.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("lag-alarm-after must be from 1 s to 1 d: " + lagAlarmAfter);
        }
    }
}
