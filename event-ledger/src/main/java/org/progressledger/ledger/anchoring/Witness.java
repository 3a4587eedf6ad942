package org.progressledger.ledger.anchoring;

import java.net.URI;
import org.progressledger.ledger.note.CosignatureKey;

/**
 * Somebody who cosigns our checkpoints.
 *
 * @param key what they cosign with
 * @param url submission prefix: {@code add-checkpoint} is asked for below it
 */
public record Witness(CosignatureKey key, URI url) {

    public Witness {
        requireHttp(url);
    }

    /** Who they are. */
    public String name() {
        return key.name();
    }

    static void requireHttp(URI url) {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getQuery() != null) {
            throw new IllegalArgumentException("Not an address to ask at: " + url);
        }
    }
}
