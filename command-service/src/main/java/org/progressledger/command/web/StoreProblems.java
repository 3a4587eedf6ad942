package org.progressledger.command.web;

import java.time.Duration;
import org.progressledger.ledger.ClockBehindLedger;
import org.progressledger.ledger.LedgerDamaged;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import java.util.Optional;

/** What the ledger's own troubles mean to a caller. */
@Configuration(proxyBeanMethods = false)
class StoreProblems {
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    @Bean
    MessageBundle refusalTexts() {
        return new MessageBundle("messages/refusals");
    }

    @Bean
    MessageBundle printedFormTexts() {
        return new MessageBundle("messages/printedform");
    }

    @Bean
    ProblemReading ledgerTroubles() {
        return thrown -> {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof LedgerUnavailable) {
                    return Optional.of(new ProblemException(CommonReason.STORE_UNAVAILABLE)
                            .withRetryAfter(COME_BACK)
                            .causedBy(thrown));
                }
                if (cause instanceof ClockBehindLedger || cause instanceof LedgerDamaged) {
                    return Optional.of(new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE)
                            .withRetryAfter(Duration.ofMinutes(1))
                            .causedBy(thrown));
                }
            }
            return Optional.empty();
        };
    }
}
