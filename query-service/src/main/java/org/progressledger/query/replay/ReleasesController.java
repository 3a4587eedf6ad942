package org.progressledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.progressledger.query.replay.Releases.ReleaseView;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What releases keep for answering, by program. */
@RestController
class ReleasesController {
    private static final String PATH = "/api/v1/replays/releases";

    private final Releases releases;

    ReleasesController(Releases releases) {
        this.releases = releases;
    }

    /** That which answers here first. */
    record ReleasesView(List<ReleaseView> items) {}

    @Operation(summary = "What this release and others keep for answering in the database", tags = "Replays")
    @GetMapping(PATH)
    ReleasesView releases() {
        return new ReleasesView(releases.all());
    }

    @Operation(
            summary = "Throw away what another release kept for answering, of which no instance runs",
            tags = "Replays")
    @DeleteMapping(PATH + "/{release}")
    ReleaseView dropRelease(@PathVariable String release) {
        return releases.drop(release);
    }
}
