package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;

/** A request with the same nonce, of something else. */
final class StubAnotherDigest {

    private StubAnotherDigest() {}

    static byte[] in(byte[] request) {
        try {
            TimeStampRequest asked = new TimeStampRequest(request);
            byte[] digest = asked.getMessageImprintDigest();
            digest[0] ^= 1;
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            return generator
                    .generate(asked.getMessageImprintAlgOID(), digest, asked.getNonce())
                    .getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
