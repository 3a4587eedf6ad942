package org.progressledger.ledger.timestamp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Looks at tokens, and believes only one that is of what it has to be, by somebody who is trusted to stamp. */
public final class TimestampCheck {

    private TimestampCheck() {}

    /**
     * The time that a token says.
     *
     * @param token in DER
     * @param content what has to have been stamped, by its SHA-256
     * @param trusted certificates that end the chain of the one it is signed with, or that one itself
     * @throws TimestampRefused if it is not to be believed
     */
    public static Instant stampedAt(byte[] token, byte[] content, Collection<X509Certificate> trusted)
            throws TimestampRefused {
        try {
            TimeStampToken read = new TimeStampToken(new CMSSignedData(token));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            if (!read.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !MessageDigest.isEqual(digest, read.getTimeStampInfo().getMessageImprintDigest())) {
                throw new TimestampRefused("It is of something else");
            }
            requireTrusted(read, List.copyOf(trusted));
            return read.getTimeStampInfo().getGenTime().toInstant();
        } catch (IOException
                | CMSException
                | TSPException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) { // the library has many ways to say that bytes are no token
            throw new TimestampRefused(String.valueOf(e.getMessage()), e);
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
