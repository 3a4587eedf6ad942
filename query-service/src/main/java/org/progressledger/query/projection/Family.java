package org.progressledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.TreeSet;
import org.progressledger.events.Sha256;

/**
 * All that one release keeps for answering, by name. A release that keeps something else, or keeps it otherwise, is another
 * family: it builds its own beside the old one, which answers meanwhile and of which nothing is touched.
 */
record Family(String name) {
    // raised when what is kept of a project is made otherwise
    private static final int REVISION = 5;
    private static final int DIGITS = 8;

    /** @param across what is kept for answers across projects, each with its revision */
    static Family keeping(Collection<String> across) {
        String all = String.join(",", new TreeSet<>(across));
        String digest = Sha256.ofBytes(all.getBytes(StandardCharsets.UTF_8)).hex();
        return new Family("v" + REVISION + "_" + digest.substring(0, DIGITS));
    }

    /** A collection of which there is one. */
    String collection(String stem) {
        return "query_" + stem + "_" + name;
    }

    /** A collection that a replay builds again beside itself. */
    String collection(String stem, int generation) {
        return collection(stem) + "_g" + generation;
    }
}
