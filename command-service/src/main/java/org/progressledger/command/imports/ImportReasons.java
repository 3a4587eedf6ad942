package org.progressledger.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.progressledger.command.pdf.PdfReason;
import org.progressledger.command.printedform.UnreadableCode;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.ReasonCode;
import org.progressledger.problems.description.KnownReasons;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Why an import is refused, for the API's description. */
@Configuration(proxyBeanMethods = false)
class ImportReasons {
    @Bean
    KnownReasons reasonsOfImports() {
        List<ReasonCode> all = Stream.of(
                        Arrays.<ReasonCode>stream(ImportReason.values()),
                        Arrays.<ReasonCode>stream(PdfReason.values()),
                        Arrays.stream(UnreadableCode.values()).<ReasonCode>map(UnreadableReason::new))
                .flatMap(reasons -> reasons)
                .toList();
        return new KnownReasons(all);
    }

    @Bean
    MessageBundle pdfTexts() {
        return new MessageBundle("messages/pdf");
    }
}
