package org.progressledger.query.projectlist;

import java.util.Iterator;
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
 * nothing changes. The last {@value #MOST} are kept, and fewer where they found much: together they name each project {@value
 * #TIMES} times at most, in eight bytes or less.
 */
final class RowSearches {
    static final int MOST = 256;
    static final int TIMES = 16;

    // the one asked for longest ago first
    private final Map<Asked, RowSearch> made = new LinkedHashMap<>(16, 0.75f, true);
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
        Asked asked = new Asked(question.ofAnyPage(), officer == null ? null : officer.scope());
        RowSearch before = made.get(asked);
        if (before != null) {
            return before;
        }
        makeRoom();
        RowSearch search = officer == null
                ? RowSearch.ofAll(rows, question, known)
                : new RowSearch(rows, question, known, officer);
        made.put(asked, search);
        return search;
    }

    /** What a search finds is known only after it was given out, so it counts when the next one comes. */
    private void makeRoom() {
        long held = made.values().stream().mapToLong(RowSearch::held).sum();
        long most = (long) TIMES * rows.rows().size();
        Iterator<RowSearch> eldest = made.values().iterator();
        while (eldest.hasNext() && (made.size() >= MOST || held > most)) {
            held -= eldest.next().held();
            eldest.remove();
        }
    }

    synchronized int kept() {
        return made.size();
    }
}
