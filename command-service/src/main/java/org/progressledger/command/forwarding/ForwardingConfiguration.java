package org.progressledger.command.forwarding;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.access.ServiceTokens;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Forwarding;
import org.progressledger.ledger.LedgerSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Takes part in having one command service append for all, as long as the service runs. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "progress-ledger.forwarding.enabled", matchIfMissing = true)
class ForwardingConfiguration {

    @Bean
    Forwarding forwarding(
            MongoDatabase database,
            LedgerSettings ledger,
            ForwardSettings settings,
            ServiceTokens tokens,
            Environment environment) {
        return Forwarding.start(
                database,
                ledger,
                settings.toLedger(new OwnAddress(environment), () -> "Bearer " + tokens.forAppends()));
    }

    /** Before the service stops to listen, so that no command waits until a silent lease is taken over. */
    @Bean
    SmartLifecycle stepsDownFirst(Forwarding forwarding) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                forwarding.stepDown();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }

    @Bean
    AppendsController appendsController(CommitLog log) {
        return new AppendsController(log);
    }

    @Bean
    MeterBinder forwardingMeters(Forwarding forwarding) {
        return meters -> {
            Gauge.builder(
                            "ledger_appends_for_all",
                            forwarding,
                            one -> one.state().appendsForAll() ? 1 : 0)
                    .description("1 on the instance that appends for all; on none while nothing is recorded")
                    .register(meters);
            FunctionCounter.builder(
                            "ledger_appends_forwarded",
                            forwarding,
                            one -> one.state().forwarded())
                    .description("Appends of this instance that another one recorded or refused")
                    .register(meters);
            FunctionCounter.builder(
                            "ledger_appends_taken",
                            forwarding,
                            one -> one.state().taken())
                    .description("Appends of other instances that this one recorded or refused")
                    .register(meters);
            FunctionCounter.builder(
                            "ledger_appends_fallen_back",
                            forwarding,
                            one -> one.state().fellBack())
                    .description("Appends that could not be forwarded, and that this instance appended by itself")
                    .register(meters);
        };
    }
}
