package org.progressledger.projectledger;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger is.
 *
 * @param database the database on the MongoDB server; default {@code progress_ledger}
 * @param masterKeyFile the file of the {@link MasterKey}; default {@code data/secrets/master.key}
 * @param makeMasterKey whether a missing key file is made (a single machine) or refused (production); default true
 * @param serverWait how long to wait for a server that does not answer; default 5 seconds
 * @param maxEventsPerCommit events that one command may record; default 10,000
 * @param maxCommitBytes bytes that one command may record; default 12 MiB
 * @param maxClockLag how far the clock may be behind the last commit; default 60 seconds
 * @param maxWaiting commands that may wait to be recorded, or be recorded just now; default 1,024
 * @param maxWaitingBytes about what these may take in memory; default 64 MiB
 */
@ConfigurationProperties("progress-ledger.ledger")
public record ProjectLedgerSettings(
        @DefaultValue("progress_ledger") String database,
        @DefaultValue("data/secrets/master.key") Path masterKeyFile,
        @DefaultValue("true") boolean makeMasterKey,
        @DefaultValue("5s") Duration serverWait,
        @DefaultValue("10000") int maxEventsPerCommit,
        @DefaultValue("12582912") int maxCommitBytes,
        @DefaultValue("60s") Duration maxClockLag,
        @DefaultValue("1024") int maxWaiting,
        @DefaultValue("67108864") long maxWaitingBytes) {}
