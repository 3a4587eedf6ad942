package org.progressledger.ledger;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that is stored and hashed: it must have exactly one UTF-8 form. */
final class StoredText {

    private StoredText() {}

    static void check(String field, String text, int minLength, int maxLength) {
        if (text.length() < minLength || text.length() > maxLength) {
            throw new IllegalArgumentException("Length of %s must be %d to %d characters, but is %d"
                    .formatted(field, minLength, maxLength, text.length()));
        }
        utf8(field, text);
    }

    /** The UTF-8 bytes; a lone surrogate has none and is refused rather than replaced. */
    static byte[] utf8(String field, String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("Not Unicode text: " + field + " holds half a surrogate pair", e);
        }
    }
}
