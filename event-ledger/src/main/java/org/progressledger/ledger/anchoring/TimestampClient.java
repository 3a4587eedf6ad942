package org.progressledger.ledger.anchoring;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

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
            requireTrusted(token, authority.trusted());
            return new Timestamp(
                    token.getEncoded(), token.getTimeStampInfo().getGenTime().toInstant());
        } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("the authority's token cannot be taken: " + e.getMessage(), e);
        }
    }

    private static void requireTrusted(TimeStampToken token, List<X509Certificate> trusted)
            throws TSPException, OperatorCreationException, GeneralSecurityException {
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        List<X509Certificate> sent = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            sent.add(converter.getCertificate(holder));
        }
        List<X509CertificateHolder> signers =
                List.copyOf(token.getCertificates().getMatches(token.getSID()));
        if (signers.size() != 1) {
            throw new TSPException("it does not hold the certificate of its signer");
        }
        X509Certificate signer = converter.getCertificate(signers.getFirst());
        // also looks whether the certificate is for time-stamping alone, and was valid then
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        if (!trusted.contains(signer)) {
            requirePath(signer, sent, trusted, token.getTimeStampInfo().getGenTime());
        }
    }

    private static void requirePath(
            X509Certificate signer, List<X509Certificate> sent, List<X509Certificate> trusted, Date at)
            throws GeneralSecurityException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                trusted.stream().map(one -> new TrustAnchor(one, null)).collect(Collectors.toSet()), wanted);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
        parameters.setRevocationEnabled(false); // lists of revoked certificates would have to be fetched
        parameters.setDate(at);
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}
