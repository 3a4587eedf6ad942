package org.progressledger.query.agencies;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.progressledger.events.ProjectCode;
import org.progressledger.projectledger.AgencyEdit;
import org.progressledger.projectledger.AgencyEdits;
import org.progressledger.query.projection.AsKept;
import org.progressledger.query.projection.Following;
import org.progressledger.query.projection.ReadModel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The register of agencies, never older than the answers beside which it is shown. */
@Component
public class Agencies {
    private final ReadModel readModel;
    private final AgencyEdits edits;
    private final Following following;
    private final Duration oldest;
    private volatile @Nullable Kept kept;

    /** @param oldest a day that comes may change documents without an event: as often as that is looked for */
    Agencies(
            ReadModel readModel,
            AgencyEdits edits,
            Following following,
            @Value("${progress-ledger.query.due-check:60s}") Duration oldest) {
        this.readModel = readModel;
        this.edits = edits;
        this.following = following;
        this.oldest = oldest;
    }

    private record Kept(AgencyRegister register, List<AgencyEdit> edits, long position, long readAt) {}

    /** As the projects' documents and the edits stand now. */
    public AgencyRegister register() {
        return knowing(Set.of());
    }

    /** The same, and these codes are in it: they were read from a document that may be newer than what was kept. */
    public AgencyRegister knowing(Collection<String> codes) {
        List<AgencyEdit> made = edits.all();
        // taken before the documents are read, which may only be newer
        long position = following.position();
        Kept before = kept;
        return before != null && isFresh(before, made, position, codes)
                ? before.register()
                : readOnce(made, position, codes);
    }

    /** Whoever comes while somebody reads takes what was read, if it is fresh enough. */
    private synchronized AgencyRegister readOnce(List<AgencyEdit> made, long position, Collection<String> codes) {
        Kept before = kept;
        if (before != null && isFresh(before, made, position, codes)) {
            return before.register();
        }
        long now = System.nanoTime();
        AgencyRegister register = AgencyRegister.of(readModel.registeredNames(), made);
        kept = new Kept(register, made, position, now);
        return register;
    }

    private boolean isFresh(Kept before, List<AgencyEdit> made, long position, Collection<String> codes) {
        return before.position() == position
                && before.edits().size() == made.size()
                && System.nanoTime() - before.readAt() < oldest.toNanos()
                && codes.stream().allMatch(code -> before.register().of(code).isPresent());
    }

    /** Every edit, by number. */
    List<AgencyEdit> edits() {
        return edits.all();
    }

    /** The project with the register's name of its agency beside the one on its form. */
    public <P extends AsKept<P>> P named(P project) {
        return knowing(List.of(ProjectCode.of(project.projectCode()).agencyCode()))
                .named(project);
    }
}
