package org.progressledger.query.export.oc4ids;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How projects are named to the world.
 *
 * @param prefix of project identifiers, as the Open Contracting Partnership registers it for a publisher; letters, digits
 *     and hyphens, default {@code oc4ids-unregistered}
 * @param publisher who publishes
 * @param publicUrl where readers reach this service, without a slash at the end; default {@code http://localhost:8080}
 * @param license URL of the licence of what is published; none by default
 */
@ConfigurationProperties("progress-ledger.oc4ids")
public record Oc4idsSettings(
        @DefaultValue("oc4ids-unregistered") String prefix,
        @DefaultValue("กรุงเทพมหานคร") String publisher,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @Nullable URI license) {
    private static final Pattern PREFIX = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]{0,63}");

    public Oc4idsSettings {
        if (!PREFIX.matcher(prefix).matches() || publisher.isBlank()) {
            throw new IllegalArgumentException("Not a prefix and a publisher: " + prefix + ", " + publisher);
        }
        if (!publicUrl.isAbsolute() || publicUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("Not an absolute URL without a slash at its end: " + publicUrl);
        }
        if (license != null && !license.isAbsolute()) {
            throw new IllegalArgumentException("Not an absolute URL: " + license);
        }
    }
}
