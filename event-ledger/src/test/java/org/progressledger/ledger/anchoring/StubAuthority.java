package org.progressledger.ledger.anchoring;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An RFC 3161 authority on loopback, with a root certificate and one of its own for stamping. */
final class StubAuthority implements AutoCloseable {

    static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    private final KeyPair rootKeys = keys();
    private final KeyPair keys = keys();
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final StubServer server = new StubServer(this::answer);

    /** What it does to a request before it answers; for an authority that stamps something else. */
    volatile UnaryOperator<byte[]> misreads = UnaryOperator.identity();

    volatile boolean refuses;

    StubAuthority(KeyPurposeId purpose) {
        try {
            root = signed("CN=Root", "CN=Root", rootKeys, null);
            certificate = signed("CN=Stamp", "CN=Root", keys, purpose);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    TimestampAuthority asAuthority(int every) {
        return trusting(root, every);
    }

    TimestampAuthority trusting(X509Certificate trusted, int every) {
        return new TimestampAuthority(server.url("/stamp"), List.of(trusted), every);
    }

    X509Certificate root() {
        return root;
    }

    X509Certificate certificate() {
        return certificate;
    }

    int asked() {
        return server.asked();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate signed(String subject, String issuer, KeyPair of, KeyPurposeId purpose) throws Exception {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(purpose == null ? 1 : 2),
                Date.from(NOW.minus(Duration.ofDays(1))),
                Date.from(NOW.plus(Duration.ofDays(365))),
                new X500Name(subject),
                of.getPublic());
        if (purpose == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKeys.getPrivate())));
    }

    private StubServer.Reply answer(String path, String type, byte[] body) throws Exception {
        if (refuses || !"application/timestamp-query".equals(type)) {
            return new StubServer.Reply(503, "text/plain", new byte[0]);
        }
        TimeStampRequest request = new TimeStampRequest(misreads.apply(body));
        var digests = new JcaDigestCalculatorProviderBuilder().build();
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSignerInfoGeneratorBuilder(digests)
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()), certificate),
                digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate, root)));
        byte[] response = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(request, BigInteger.ONE, Date.from(NOW))
                .getEncoded();
        return new StubServer.Reply(200, "application/timestamp-reply", response);
    }

    @Override
    public void close() {
        server.close();
    }
}
