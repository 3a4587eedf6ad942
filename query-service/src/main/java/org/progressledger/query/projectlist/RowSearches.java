package org.progressledger.query.projectlist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.Role;
import org.progressledger.query.agencies.AgencyRegister;
import org.progressledger.query.projection.RegisterRows.Row;

/**
 * Searches that were made of the rows as they are: page after page of one list is found, counted and put in order once, as long as
 * nothing changes. The last {@value #MOST} are kept, each at most eight bytes a project and list.
 */
final class RowSearches {
    static final int MOST = 16;

    private final Map<Asked, RowSearch> made = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, RowSearch> eldest) {
            return size() > MOST;
        }
    };
    private SearchedRows rows = new SearchedRows(List.of());
    private @Nullable AgencyRegister agencies;

    /** @param scope of an officer; null for whoever sees all */
    private record Asked(Question question, @Nullable List<String> scope) {}

    /** As far as the asker may see it. */
    RowSearch of(List<Row> all, Question question, AgencyRegister known, Asker asker) {
        return search(all, question, known, asker.role() == Role.OFFICER ? asker : null);
    }

    /** Whoever may see it. */
    RowSearch ofAll(List<Row> all, Question question, AgencyRegister known) {
        return search(all, question, known, null);
    }

    private synchronized RowSearch search(
            List<Row> all, Question question, AgencyRegister known, @Nullable Asker officer) {
        // both are one and the same object as long as nothing changed
        if (rows.rows() != all) {
            made.clear();
            rows = new SearchedRows(all);
        }
        if (agencies != known) {
            made.clear();
            agencies = known;
        }
        return made.computeIfAbsent(
                new Asked(question.ofAnyPage(), officer == null ? null : officer.scope()),
                first -> officer == null
                        ? RowSearch.ofAll(rows, question, known)
                        : new RowSearch(rows, question, known, officer));
    }
}
