package org.progressledger.verifier.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where the program speaks to a person.
 *
 * @param out for the answer
 * @param err for progress and complaints
 * @param isTerminal whether a line on {@code err} can be written over
 * @param environment variables
 */
record Console(PrintWriter out, PrintWriter err, boolean isTerminal, Map<String, String> environment) {

    /** The launcher script knows whether standard error is a terminal; Java does not on all its versions. */
    static Console system() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("ledger.verify.terminal"),
                System.getenv());
    }
}
