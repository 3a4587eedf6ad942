package org.progressledger.ledger.anchoring;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Somebody who stamps checkpoints with the time, as RFC 3161 says.
 *
 * @param url where to ask
 * @param trusted certificates that end the chain of the one it signs with, or that one itself
 * @param every of how many checkpoints that are looked at one is stamped; 1 for all
 */
public record TimestampAuthority(URI url, List<X509Certificate> trusted, int every) {

    public TimestampAuthority {
        Witness.requireHttp(url);
        trusted = List.copyOf(trusted);
        if (trusted.isEmpty() || every < 1) {
            throw new IllegalArgumentException(
                    "An authority needs a trusted certificate, and stamps at least every 1st");
        }
    }
}
