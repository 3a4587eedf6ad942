package org.progressledger.command.imports;

import java.time.Duration;
import org.progressledger.command.printedform.ReadLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of imports.
 *
 * @param bytes largest printout; default 2 MiB
 * @param lines most lines; default 50,000
 * @param lineLength longest line; default 100,000 characters
 * @param reports most reports on one form; default 6,000
 * @param narrativeLength longest narrative as printed; default 50,000 characters
 * @param keepDrafts how long a draft waits for its confirmation; default 7 days
 * @param draftsPerPerson most waiting drafts of one account; default 1,000
 * @param listed most of them that an account is shown in one list, the latest; default 100
 */
@ConfigurationProperties("progress-ledger.imports")
public record ImportSettings(
        @DefaultValue("2097152") int bytes,
        @DefaultValue("50000") int lines,
        @DefaultValue("100000") int lineLength,
        @DefaultValue("6000") int reports,
        @DefaultValue("50000") int narrativeLength,
        @DefaultValue("7d") Duration keepDrafts,
        @DefaultValue("1000") int draftsPerPerson,
        @DefaultValue("100") int listed) {

    ReadLimits readLimits() {
        return new ReadLimits(bytes, lines, lineLength, reports, narrativeLength);
    }
}
