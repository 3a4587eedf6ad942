package org.progressledger.query.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.projection.KeptReleases;
import org.progressledger.query.projection.KeptReleases.KeptRelease;

/** What releases keep for answering, and what may be done about that of another one; by program and on the page alike. */
final class Releases {
    private final KeptReleases kept;
    private final ReplayStore store;
    private final InstantSource clock;

    Releases(KeptReleases kept, ReplayStore store, InstantSource clock) {
        this.kept = kept;
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a release keeps, as {@link KeptRelease} tells it.
     *
     * @param builtAt when it was built whole from the ledger; null where that was never needed, or is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReleaseView(
            String release,
            boolean answersHere,
            boolean inUse,
            int collections,
            long documents,
            long bytes,
            @Nullable Instant builtAt,
            @Nullable Instant seenAt) {
        private static ReleaseView of(KeptRelease kept, @Nullable Instant builtAt) {
            return new ReleaseView(
                    kept.release(),
                    kept.answersHere(),
                    kept.inUse(),
                    kept.collections(),
                    kept.documents(),
                    kept.bytes(),
                    builtAt,
                    kept.seenAt());
        }
    }

    /** That which answers here first. */
    List<ReleaseView> all() {
        Map<String, Instant> builtAt = store.builtAt();
        return kept.all().stream()
                .map(each -> ReleaseView.of(each, builtAt.get(each.release())))
                .toList();
    }

    /**
     * Throws away what another release keeps.
     *
     * @return what was there
     * @throws ProblemException as {@link KeptReleases#drop} does
     */
    ReleaseView drop(String release) {
        try {
            KeptRelease dropped = kept.drop(release, family -> store.endAllOf(family, clock.instant()));
            return ReleaseView.of(dropped, store.builtAt().get(release));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(CommonReason.TEMPORARILY_UNAVAILABLE);
        }
    }
}
