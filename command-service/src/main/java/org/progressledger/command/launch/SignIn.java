package org.progressledger.command.launch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file with the demo accounts.
 *
 * @param agency display text; null for city-wide accounts
 */
record SignIn(
        String username,
        String password,
        String role,
        @Nullable String agency) {

    /** For the {@code Authorization} header. */
    String basic() {
        byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "SignIn[" + username + ", " + role + "]";
    }
}
