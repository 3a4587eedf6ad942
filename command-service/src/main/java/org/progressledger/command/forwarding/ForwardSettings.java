package org.progressledger.command.forwarding;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.ForwardingSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How command services of one ledger forward their appends to one of them.
 *
 * @param enabled whether this one takes part; default true. One that does not appends by itself
 * @param address where the others reach this one, {@code http} or {@code https}; default {@code http://}, this machine's address as
 *     {@code server.address} or its name has it, and the port
 * @param lease after which another one appends for all when nothing is heard of the one that did, 200 ms to 1 minute; default
 *     2 seconds
 */
@ConfigurationProperties("progress-ledger.forwarding")
public record ForwardSettings(
        @DefaultValue("true") boolean enabled,
        @Nullable URI address,
        @DefaultValue("2s") Duration lease) {

    public ForwardSettings {
        if (address != null && (address.getHost() == null || !isHttp(address))) {
            throw new IllegalArgumentException(
                    "progress-ledger.forwarding.address is not an address such as http://command-1:8081: " + address);
        }
        new ForwardingSettings(Optional::empty, () -> "", lease); // refuses what is out of range
    }

    private static boolean isHttp(URI address) {
        return "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    }

    /** As the ledger takes them. */
    ForwardingSettings toLedger(Supplier<Optional<URI>> found, Supplier<String> authorization) {
        return new ForwardingSettings(address == null ? found : () -> Optional.of(address), authorization, lease);
    }
}
