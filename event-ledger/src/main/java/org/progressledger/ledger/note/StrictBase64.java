package org.progressledger.ledger.note;

import java.util.Base64;

/** RFC 4648 base64 with one spelling for each value: Java's decoder also takes input without padding or with spare bits. */
public final class StrictBase64 {

    private StrictBase64() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The bytes of a text.
     *
     * @throws IllegalArgumentException if the text is not what {@link #encode} gives for them
     */
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("Not the usual base64 of its bytes: " + text);
        }
        return bytes;
    }
}
