package org.progressledger.access;

import java.util.List;

/**
 * An officer to make for demonstrations.
 *
 * @param username such as {@code officer-5047}
 * @param scope prefixes of the project codes of the agency
 * @param agency display text
 */
public record DemoOfficer(String username, List<String> scope, String agency) {

    public DemoOfficer {
        scope = List.copyOf(scope);
    }
}
