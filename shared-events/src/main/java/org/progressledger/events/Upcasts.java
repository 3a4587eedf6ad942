package org.progressledger.events;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the shape that an event had to the one it has, a step for each revision. What was not told stays untold. */
final class Upcasts {
    private Upcasts() {}

    /**
     * {@code appeal-decided}, 1 to 2: the criteria before and after stand together, and may name an indicator, which
     * revision 1 never did.
     */
    static ObjectNode criteriaTogether(ObjectNode first) {
        ObjectNode second = first.deepCopy();
        JsonNode before = second.remove("criteriaBefore");
        JsonNode after = second.remove("criteriaAfter");
        if (before != null || after != null) {
            ObjectNode criteria = second.putObject("criteria");
            if (before != null) {
                criteria.set("before", before);
            }
            if (after != null) {
                criteria.set("after", after);
            }
        }
        return second;
    }
}
