package org.progressledger.command.sealing;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.progressledger.ledger.anchoring.Anchoring;
import org.progressledger.ledger.anchoring.AnchoringSettings;
import org.progressledger.ledger.anchoring.AnchoringThread;
import org.progressledger.ledger.anchoring.StampingState;
import org.progressledger.ledger.anchoring.WitnessState;
import org.progressledger.ledger.anchoring.WitnessState.Outcome;
import org.progressledger.ledger.sealing.SealerState.Role;
import org.progressledger.ledger.sealing.SealerThread;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has checkpoints anchored by the instance that seals. With no witness and no authority set it asks nobody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "progress-ledger.sealing.enabled", havingValue = "true", matchIfMissing = true)
class AnchoringConfiguration {

    @Bean(destroyMethod = "close")
    AnchoringThread anchoringThread(MongoDatabase database, SealerThread sealer, AnchorSettings settings) {
        AnchoringSettings wanted = settings.toLedger();
        return AnchoringThread.start(
                Anchoring.of(database, wanted),
                wanted.interval(),
                () -> wanted.isWanted() && sealer.state().role() == Role.SEALING);
    }

    @Bean
    MeterBinder anchoringMeters(AnchoringThread thread) {
        Anchoring anchoring = thread.anchoring();
        return meters -> {
            for (int i = 0; i < anchoring.witnesses().size(); i++) {
                int at = i;
                String name = anchoring.witnesses().get(at).name();
                Gauge.builder(
                                "ledger_witness_tree_size",
                                anchoring,
                                one -> state(one, at).size())
                        .description("Events under the newest checkpoint that this witness cosigned for this instance")
                        .tag("witness", name)
                        .register(meters);
                Gauge.builder(
                                "ledger_witness_contradicts",
                                anchoring,
                                one -> state(one, at).outcome() == Outcome.CONTRADICTS ? 1 : 0)
                        .description("1 while this witness holds another history of the log than we do")
                        .tag("witness", name)
                        .register(meters);
                FunctionCounter.builder(
                                "ledger_witness_failures",
                                anchoring,
                                one -> state(one, at).failures())
                        .description("Times that this witness was asked and did not cosign")
                        .tag("witness", name)
                        .register(meters);
            }
            if (anchoring.stamping().isPresent()) {
                FunctionCounter.builder(
                                "ledger_timestamp_failures",
                                anchoring,
                                one -> one.stamping()
                                        .map(StampingState::failures)
                                        .orElse(0L))
                        .description("Times that the time-stamping authority gave nothing that can be kept")
                        .register(meters);
            }
        };
    }

    private static WitnessState state(Anchoring anchoring, int witness) {
        return anchoring.witnesses().get(witness);
    }
}
