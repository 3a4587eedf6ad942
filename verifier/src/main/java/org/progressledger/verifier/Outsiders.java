package org.progressledger.verifier;

import java.security.cert.X509Certificate;
import java.util.List;
import org.progressledger.ledger.note.CosignatureKey;

/**
 * Others whose word on a checkpoint counts.
 *
 * @param witnesses keys of those who cosign
 * @param quorum how many of them have to have cosigned one checkpoint; 0 if there are none
 * @param authorities certificates that time stamps have to lead to
 */
public record Outsiders(List<CosignatureKey> witnesses, int quorum, List<X509Certificate> authorities) {
    public Outsiders {
        witnesses = List.copyOf(witnesses);
        authorities = List.copyOf(authorities);
        if (quorum < (witnesses.isEmpty() ? 0 : 1) || quorum > witnesses.size()) {
            throw new IllegalArgumentException("A quorum of %d among %d witnesses".formatted(quorum, witnesses.size()));
        }
    }

    /** Nobody. */
    public static Outsiders none() {
        return new Outsiders(List.of(), 0, List.of());
    }
}
