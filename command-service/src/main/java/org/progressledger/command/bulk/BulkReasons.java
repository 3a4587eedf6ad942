package org.progressledger.command.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.command.bulk.sheet.SheetReason;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.KnownReasons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Why a sheet or a row is refused, for the API's description, and the words for it. */
@Configuration(proxyBeanMethods = false)
class BulkReasons {
    static final MessageBundle MESSAGES = new MessageBundle("messages/bulk");

    @Bean
    KnownReasons reasonsOfBulkReports() {
        List<ReasonCode> all = Stream.<ReasonCode>concat(
                        Arrays.stream(BulkReason.values()), Arrays.stream(SheetReason.values()))
                .toList();
        return new KnownReasons(all);
    }

    @Bean
    MessageBundle messagesOfBulkReports() {
        return MESSAGES;
    }
}
