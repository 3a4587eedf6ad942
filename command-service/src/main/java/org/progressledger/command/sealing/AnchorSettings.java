package org.progressledger.command.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.anchoring.AnchoringSettings;
import org.progressledger.ledger.anchoring.TimestampAuthority;
import org.progressledger.ledger.anchoring.Witness;
import org.progressledger.ledger.note.CosignatureKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By whom checkpoints are anchored outside. Nobody by default.
 *
 * @param witnesses who cosign, at most 16; default none
 * @param quorum how many have to have cosigned a checkpoint for it to count as witnessed; default 0: none has to
 * @param interval between looks for a checkpoint to anchor; default 10 seconds
 * @param timeout of one exchange with a witness or the authority; default 5 seconds
 * @param timestamp an RFC 3161 authority; default none
 */
@ConfigurationProperties("progress-ledger.anchoring")
public record AnchorSettings(
        @Nullable List<Cosigner> witnesses,
        @DefaultValue("0") int quorum,
        @DefaultValue("10s") Duration interval,
        @DefaultValue("5s") Duration timeout,
        @Nullable Stamp timestamp) {

    /**
     * A witness.
     *
     * @param key its verifier key of type 0x04, {@code <name>+<id>+<base64>}
     * @param url submission prefix, without {@code /add-checkpoint}
     */
    public record Cosigner(String key, URI url) {}

    /**
     * An authority that stamps the time.
     *
     * @param url where to ask
     * @param certificates PEM file: certificates that are trusted to end the chain of the one it signs with
     * @param every of how many checkpoints that are looked at one is stamped; default 100
     */
    public record Stamp(
            URI url, Path certificates, @DefaultValue("100") int every) {}

    AnchoringSettings toLedger() {
        return new AnchoringSettings(
                Objects.requireNonNullElse(witnesses, List.<Cosigner>of()).stream()
                        .map(one -> new Witness(CosignatureKey.parse(one.key()), one.url()))
                        .toList(),
                quorum,
                Optional.ofNullable(timestamp)
                        .map(one -> new TimestampAuthority(one.url(), read(one.certificates()), one.every())),
                interval,
                timeout);
    }

    private static List<X509Certificate> read(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(file).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException("progress-ledger.anchoring.timestamp.certificates: " + pem, e);
        }
    }
}
