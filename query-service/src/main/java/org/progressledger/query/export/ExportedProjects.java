package org.progressledger.query.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.KeptProjects.KeptProject;

/**
 * What a JSON file holds, for the description; it is never in memory as a whole.
 *
 * @param complete true, and last: a file without it was broken off
 */
record ExportedProjects(
        Instant exportedAt,
        String exportedBy,
        @Nullable Long ledgerPosition,
        Map<String, String> filter,
        List<KeptProject> projects,
        long count,
        boolean complete) {}
