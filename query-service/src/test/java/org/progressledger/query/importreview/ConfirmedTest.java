package org.progressledger.query.importreview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.progressledger.query.projection.Views.ActorView;
import org.progressledger.query.projection.Views.PercentMove;
import org.progressledger.query.projection.Views.SourceView;
import org.progressledger.query.projection.Views.Summary;
import org.progressledger.query.projection.Views.TimelineEntry;

/** What was recorded of a printout. */
class ConfirmedTest {
    private static TimelineEntry entry(long position, String at, @Nullable String sha256) {
        return new TimelineEntry(
                position,
                position,
                "progress-reported",
                LocalDate.parse("2020-10-28"),
                Instant.parse(at),
                new ActorView("officer", "OFFICER", null),
                new Summary("", ""),
                new PercentMove(BigDecimal.ZERO, BigDecimal.ZERO),
                null,
                null,
                null,
                null,
                sha256 == null ? null : new SourceView(sha256, List.of()),
                "e" + position,
                "");
    }

    @Test
    void the_latest_confirmation_of_these_bytes_is_found_with_all_that_it_recorded() {
        List<TimelineEntry> timeline = List.of(
                entry(10, "2026-11-01T03:00:00Z", "this"),
                entry(11, "2026-11-01T03:00:00Z", "this"),
                entry(12, "2026-11-02T03:00:00Z", null),
                entry(20, "2026-11-03T03:00:00Z", "this"),
                entry(21, "2026-11-03T03:00:00Z", null),
                entry(30, "2026-11-04T03:00:00Z", "another"));
        assertThat(Confirmed.of("this", timeline))
                .contains(new Confirmed(Instant.parse("2026-11-03T03:00:00Z"), 20, 21, 2));
        assertThat(Confirmed.of("unknown", timeline)).isEmpty();
    }
}
