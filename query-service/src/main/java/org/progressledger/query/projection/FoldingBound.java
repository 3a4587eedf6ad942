package org.progressledger.query.projection;

import java.util.Map;
import org.progressledger.problems.ProblemException;
import org.springframework.stereotype.Component;

/** How many projects one question may have folded, where nothing is kept for the point of time that it asks about. */
@Component
public class FoldingBound {
    private final QuerySettings settings;

    FoldingBound(QuerySettings settings) {
        this.settings = settings;
    }

    /** The most projects of one question. */
    public int most() {
        return settings.foldedProjects();
    }

    /** @throws ProblemException if there are more */
    public void check(long projects) {
        if (projects > most()) {
            throw new ProblemException(
                    QueryReason.TOO_MANY_PROJECTS_TO_FOLD, Map.of("projects", projects, "limit", most()));
        }
    }
}
