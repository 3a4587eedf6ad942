package org.progressledger.ledger;

import java.util.HexFormat;

/** SHA-256 of a salt's bytes and a text's UTF-8 bytes, so that a published hash gives nothing away of a short text. */
final class SaltedHash {

    private SaltedHash() {}

    static String of(String saltHex, String text) {
        return Sha256.hex(HexFormat.of().parseHex(saltHex), StoredText.utf8("text", text));
    }
}
