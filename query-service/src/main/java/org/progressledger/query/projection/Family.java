package org.progressledger.query.projection;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.progressledger.events.Sha256;

/**
 * All that one release keeps for answering, by name. A release that keeps something else, or keeps it otherwise, is another
 * family: it builds its own beside the old one, which answers meanwhile and of which nothing is touched.
 */
record Family(String name) {
    // raised when what is kept of a project is made otherwise
    private static final int REVISION = 5;
    private static final int DIGITS = 8;
    private static final String NAMES = "v[0-9]{1,9}_[0-9a-f]{" + DIGITS + "}";
    private static final Pattern NAME = Pattern.compile(NAMES);
    private static final Pattern COLLECTION = Pattern.compile("query_.+_(" + NAMES + ")(?:_g[0-9]+)?");

    /** @param across what is kept for answers across projects, each with its revision */
    static Family keeping(Collection<String> across) {
        String all = String.join(",", new TreeSet<>(across));
        String digest = Sha256.ofBytes(all.getBytes(StandardCharsets.UTF_8)).hex();
        return new Family("v" + REVISION + "_" + digest.substring(0, DIGITS));
    }

    /** The family whose collection bears this name; empty for what no release keeps for answering. */
    static Optional<Family> of(String collection) {
        Matcher matcher = COLLECTION.matcher(collection);
        return matcher.matches() ? Optional.of(new Family(matcher.group(1))) : Optional.empty();
    }

    /** Whether this is how a release calls what it keeps, whether or not there is such a one. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Raised by each release that keeps of a project something else. */
    int revision() {
        return Integer.parseInt(name.substring(1, name.indexOf('_')));
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
