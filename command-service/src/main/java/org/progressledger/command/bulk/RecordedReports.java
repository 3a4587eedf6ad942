package org.progressledger.command.bulk;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.EventJson;
import org.progressledger.events.ProgressReported;
import org.progressledger.events.Provenance;
import org.progressledger.events.Source;
import org.progressledger.ledger.Commit;
import org.progressledger.ledger.LedgerEvent;

/**
 * What a confirmed sheet recorded, in one commit. The same confirmation again gets the same answer.
 *
 * @param ledgerPosition of the last event: ask queries with {@code ?atLeast=} it
 */
record RecordedReports(
        String bulkId,
        @Nullable String sha256,
        String commandId,
        Instant recordedAt,
        long ledgerPosition,
        List<RecordedRow> reports) {

    /**
     * One row's event.
     *
     * @param row of the sheet, as the spreadsheet counts it
     * @param version how many events the project has after it
     */
    record RecordedRow(
            int row, String projectCode, int reportNo, long version, long position, String eventId, String hash) {}

    static RecordedReports of(String bulkId, Commit commit) {
        return new RecordedReports(
                bulkId,
                commit.events().stream()
                        .flatMap(event -> Stream.ofNullable(source(event)))
                        .map(source -> source.sha256().hex())
                        .findFirst()
                        .orElse(null),
                commit.commandId(),
                commit.recordedAt(),
                commit.lastPosition(),
                commit.events().stream().map(RecordedReports::row).toList());
    }

    private static RecordedRow row(LedgerEvent event) {
        Source source = source(event);
        int reportNo =
                EventJson.read(event.type(), event.revision(), event.payload()) instanceof ProgressReported report
                        ? report.reportNo()
                        : 0;
        return new RecordedRow(
                source == null ? 0 : source.lines().getFirst().first(),
                event.stream(),
                reportNo,
                event.sequence() + 1,
                event.position(),
                event.eventId(),
                event.leafHash());
    }

    private static @Nullable Source source(LedgerEvent event) {
        return Provenance.fromMetadata(event.metadata()).source();
    }
}
