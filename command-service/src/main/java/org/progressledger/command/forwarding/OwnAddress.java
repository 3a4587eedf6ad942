package org.progressledger.command.forwarding;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/** Where this service is, as far as it can tell by itself: known once it listens. */
final class OwnAddress implements Supplier<Optional<URI>> {

    private final Environment environment;

    OwnAddress(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Optional<URI> get() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .flatMap(port -> host().map(host -> URI.create("http://" + host + ":" + port)));
    }

    private Optional<String> host() {
        try {
            InetAddress bound = InetAddress.getByName(environment.getProperty("server.address", "0.0.0.0"));
            InetAddress own = bound.isAnyLocalAddress() ? InetAddress.getLocalHost() : bound;
            String address = own.getHostAddress();
            return Optional.of(own instanceof Inet6Address ? "[" + address.replaceFirst("%.*", "") + "]" : address);
        } catch (UnknownHostException e) {
            return Optional.empty(); // then others append for it
        }
    }
}
