package org.progressledger.query.asking;

import java.time.Duration;
import java.util.Optional;
import org.progressledger.ledger.LedgerDamaged;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ProblemException;
import org.progressledger.problems.ProblemReading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the ledger's own troubles mean to whoever asks. */
@Configuration(proxyBeanMethods = false)
class QueryProblems {
    @Bean
    MessageBundle queryTexts() {
        return new MessageBundle("messages/queries");
    }

    @Bean
    MessageBundle pageTexts() {
        return new MessageBundle("messages/pages");
    }

    @Bean
    ProblemReading ledgerTroubles() {
        return thrown -> switch (thrown) {
            case LedgerUnavailable unavailable ->
                Optional.of(new ProblemException(CommonReason.STORE_UNAVAILABLE)
                        .withRetryAfter(Duration.ofSeconds(2))
                        .causedBy(unavailable));
            case LedgerDamaged damaged ->
                Optional.of(new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE)
                        .withRetryAfter(Duration.ofMinutes(1))
                        .causedBy(damaged));
            default -> Optional.empty();
        };
    }
}
