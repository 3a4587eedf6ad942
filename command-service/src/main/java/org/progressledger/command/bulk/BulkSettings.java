package org.progressledger.command.bulk;

import java.math.BigDecimal;
import java.time.Duration;
import org.progressledger.command.bulk.sheet.SheetLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of sheets of reports.
 *
 * @param bytes largest file; default 2 MiB
 * @param unpackedBytes most that a workbook's parts unpack to; default 32 MiB
 * @param sheets most sheets of a workbook; default 30
 * @param rows most rows of a sheet that are not blank, header included; default 600
 * @param columns most columns; default 60
 * @param cellLength longest cell; default 32,767 characters, which is Excel's own
 * @param keepDrafts how long a draft waits for its confirmation; default 7 days
 * @param draftsPerPerson most waiting drafts of one account; default 100
 * @param jumpPoints a rise over the report before from which a person is told to look; default 25 points
 * @param behindPoints a lag behind the time that is gone, of a report "on plan", from which likewise; default 20 points
 */
@ConfigurationProperties("progress-ledger.bulk-reports")
public record BulkSettings(
        @DefaultValue("2097152") int bytes,
        @DefaultValue("33554432") long unpackedBytes,
        @DefaultValue("30") int sheets,
        @DefaultValue("600") int rows,
        @DefaultValue("60") int columns,
        @DefaultValue("32767") int cellLength,
        @DefaultValue("7d") Duration keepDrafts,
        @DefaultValue("100") int draftsPerPerson,
        @DefaultValue("25") BigDecimal jumpPoints,
        @DefaultValue("20") BigDecimal behindPoints) {

    SheetLimits limits() {
        return new SheetLimits(bytes, unpackedBytes, sheets, rows, columns, cellLength);
    }
}
