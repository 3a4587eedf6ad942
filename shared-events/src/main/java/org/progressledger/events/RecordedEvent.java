package org.progressledger.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * An event as the ledger holds it.
 *
 * @param position its place in the ledger, dense from 0
 * @param sequence its place among the events of its project, dense from 0
 * @param id unique for ever
 * @param recordedAt when it was recorded, the ledger's instant
 * @param hash the hash of its log entry, hexadecimal: what a proof leads to
 */
public record RecordedEvent(
        long position,
        long sequence,
        String id,
        Instant recordedAt,
        String hash,
        ProjectEvent event,
        Provenance provenance) {

    /** Where the office keeps its days. */
    public static final ZoneId OFFICE = ZoneId.of("Asia/Bangkok");

    public RecordedEvent {
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(provenance, "provenance");
    }

    /** The day in Bangkok on which it was recorded. */
    public LocalDate recordedOn() {
        return LocalDate.ofInstant(recordedAt, OFFICE);
    }
}
