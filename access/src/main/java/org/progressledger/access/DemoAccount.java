package org.progressledger.access;

import org.jspecify.annotations.Nullable;

/**
 * A demo account as its file shows it, password in clear.
 *
 * @param agency display text; null for city-wide accounts
 */
public record DemoAccount(
        String username,
        String password,
        Role role,
        @Nullable String agency) {

    /** Never the password. */
    @Override
    public String toString() {
        return "DemoAccount[" + username + ", " + role + "]";
    }
}
