package org.progressledger.command.batches;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.command.archive.ArchiveReason;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.KnownReasons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Why a batch is refused, for the API's description, and in words. */
@Configuration(proxyBeanMethods = false)
class BatchReasons {
    @Bean
    KnownReasons reasonsOfBatches() {
        List<ReasonCode> all = Stream.<ReasonCode>concat(
                        Arrays.stream(BatchReason.values()), Arrays.stream(ArchiveReason.values()))
                .toList();
        return new KnownReasons(all);
    }

    @Bean
    MessageBundle batchTexts() {
        return new MessageBundle("messages/batches");
    }

    @Bean
    MessageBundle archiveTexts() {
        return new MessageBundle("messages/archive");
    }
}
