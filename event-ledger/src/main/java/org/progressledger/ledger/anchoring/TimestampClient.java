package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.progressledger.ledger.timestamp.TimestampCheck;
import org.progressledger.ledger.timestamp.TimestampRefused;

/** Asks for an RFC 3161 token, and takes only one that is of what was asked, by somebody who is trusted to stamp. */
final class TimestampClient {

    private static final int NONCE_BITS = 64;

    private final Post post;
    private final SecureRandom random = new SecureRandom();

    TimestampClient(Post post) {
        this.post = post;
    }

    /** @throws IOException if no token came in time, or none that can be taken */
    Timestamp stamp(TimestampAuthority authority, byte[] content) throws IOException {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request = generator.generate(
                    NISTObjectIdentifiers.id_sha256,
                    MessageDigest.getInstance("SHA-256").digest(content),
                    new BigInteger(NONCE_BITS, random));
            Post.Reply reply = post.send(authority.url(), "application/timestamp-query", request.getEncoded());
            if (reply.status() != 200) {
                throw new IOException("the authority answered with status " + reply.status());
            }
            TimeStampResponse response = new TimeStampResponse(reply.body());
            response.validate(request); // status, digest, nonce, and that there is a token
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the authority refused: " + response.getStatusString());
            }
            byte[] encoded = token.getEncoded();
            return new Timestamp(encoded, TimestampCheck.stampedAt(encoded, content, authority.trusted()));
        } catch (TSPException | TimestampRefused | GeneralSecurityException e) {
            throw new IOException("the authority's token cannot be taken: " + e.getMessage(), e);
        }
    }
}
