package org.progressledger.ledger;

import java.nio.charset.StandardCharsets;

/** Text that is stored and hashed: it must have exactly one UTF-8 form. */
final class StoredText {

    private StoredText() {}

    static void check(String field, String text, int minLength, int maxLength) {
        if (text.length() < minLength || text.length() > maxLength) {
            throw new IllegalArgumentException("Length of %s must be %d to %d characters, but is %d"
                    .formatted(field, minLength, maxLength, text.length()));
        }
        requireUnicode(field, text);
    }

    /** The UTF-8 bytes; a lone surrogate has none and is refused rather than replaced. */
    static byte[] utf8(String field, String text) {
        requireUnicode(field, text);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Looks for a lone surrogate by itself: an encoder that does takes four times as long as Java's own getBytes. */
    static void requireUnicode(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isHighSurrogate(text.charAt(i))
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("Not Unicode text: " + field + " holds half a surrogate pair");
                }
                i++;
            }
        }
    }
}
