package org.progressledger.access.configuration;

import java.util.regex.Pattern;

/** Hides what nobody should read from a screen: whole values by name, passwords within addresses by their place. */
final class Secrets {
    private static final String HIDDEN = "••••••";
    private static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(?:password|passphrase|secret|token|credentials|private-?key)(?:\\[\\d+])?");
    // up to the last @: rather too much than a password with a sign that it must not have
    private static final Pattern IN_ADDRESS = Pattern.compile("(?<=://)([^/@\\s:]*):\\S*@");
    private static final Pattern IN_OPTIONS =
            Pattern.compile("(?i)((?:password|secret|token|authMechanismProperties)=)[^&\\s]*");

    private Secrets() {}

    static String masked(String name, String value) {
        if (value.isEmpty()) {
            return value;
        }
        if (SECRET_NAME.matcher(name).matches()) {
            return HIDDEN;
        }
        String address = IN_ADDRESS.matcher(value).replaceAll("$1:" + HIDDEN + "@");
        return IN_OPTIONS.matcher(address).replaceAll("$1" + HIDDEN);
    }
}
