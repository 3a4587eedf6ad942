package org.progressledger.query.asof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.progressledger.query.projection.Views.TimelineEntry;
import tools.jackson.databind.JsonNode;

/**
 * One value that differs between two states of a project.
 *
 * @param path such as {@code status}, {@code budget.spent} or {@code reports[9].percent}; in brackets stands the number of a
 *     report, the id of an indicator, the version of criteria, else the sequence of the event that brought the entry
 * @param before null where the entry or the value was not there
 * @param after null where it is not there any more
 * @param events that made it, in the order in which they were folded in
 */
public record Difference(
        String path, @Nullable JsonNode before, @Nullable JsonNode after, List<TimelineEntry> events) {}
