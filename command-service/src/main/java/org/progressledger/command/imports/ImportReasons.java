package org.progressledger.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.command.printedform.UnreadableCode;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.KnownReasons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Why an import is refused, for the API's description. */
@Configuration(proxyBeanMethods = false)
class ImportReasons {
    @Bean
    KnownReasons reasonsOfImports() {
        List<ReasonCode> all = Stream.<ReasonCode>concat(
                        Arrays.stream(ImportReason.values()),
                        Arrays.stream(UnreadableCode.values()).map(UnreadableReason::new))
                .toList();
        return new KnownReasons(all);
    }
}
