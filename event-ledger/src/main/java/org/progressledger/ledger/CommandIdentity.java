package org.progressledger.ledger;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for an append and under which number, so that asking again is noticed and answered as the first time.
 *
 * @param actor who asked, at most {@value #MAX_LENGTH} characters; empty when nobody is named
 * @param commandId the asker's own number of the request, 1 to {@value #MAX_LENGTH} characters; unique per actor
 * @param requestDigest SHA-256 of the request as 64 lower-case hexadecimal digits, to notice another request under the
 *     same number
 */
public record CommandIdentity(
        String actor, String commandId, @Nullable String requestDigest) {

    public static final int MAX_LENGTH = 1024;

    private static final String FIRST_EVENT = "event:";
    private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

    public CommandIdentity {
        StoredText.check("actor", actor, 0, MAX_LENGTH);
        StoredText.check("commandId", commandId, 1, MAX_LENGTH);
        if (requestDigest != null && !SHA256_HEX.matcher(requestDigest).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hex: requestDigest " + requestDigest);
        }
    }

    /** The identity of an append that nobody numbered: its first event's id stands for it. */
    public static CommandIdentity ofFirstEvent(String actor, String firstEventId) {
        return new CommandIdentity(actor, FIRST_EVENT + firstEventId, null);
    }

    /** Whether nobody numbered the request: the same again is then known by its event's id. */
    boolean isOfFirstEvent(String firstEventId) {
        return commandId.equals(FIRST_EVENT + firstEventId);
    }

    /** One string per (actor, command id), whatever characters they hold: a JSON array of the two. */
    String key() {
        return key(actor, commandId);
    }

    static String key(String actor, String commandId) {
        return CanonicalJson.write(List.of(actor, commandId));
    }
}
