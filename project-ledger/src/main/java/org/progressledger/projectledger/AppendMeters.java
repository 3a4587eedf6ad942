package org.progressledger.projectledger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.ledger.CommitLog;
import org.progressledger.projectledger.MeasuredEngine.AppendOutcome;

/** What a service that records tells of its appends from its start on. */
public final class AppendMeters implements MeterBinder {
    private final CommitLog log;
    private final ProjectLedgerSettings settings;

    public AppendMeters(CommitLog log, ProjectLedgerSettings settings) {
        this.log = log;
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (AppendOutcome outcome : AppendOutcome.values()) {
            outcome.timer(meters);
        }
        Gauge.builder("ledger_append_waiting", log, one -> one.waiting().appends())
                .description("Appends that wait to be recorded in this process, or are recorded just now")
                .register(meters);
        Gauge.builder("ledger_append_waiting_bytes", log, one -> one.waiting().bytes())
                .description("About what these take in memory")
                .register(meters);
        Gauge.builder("ledger_append_waiting_limit", settings, ProjectLedgerSettings::maxWaiting)
                .description("How many may wait")
                .register(meters);
        Gauge.builder("ledger_append_waiting_limit_bytes", settings, ProjectLedgerSettings::maxWaitingBytes)
                .description("How much they may take")
                .register(meters);
    }
}
