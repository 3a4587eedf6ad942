package org.progressledger.query.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address of ours with what was chosen behind it; what was left open is left out. */
public record Link(String address) {

    /** A path without anything behind it. */
    public static Link to(String path) {
        return new Link(path);
    }

    public Link with(String name, @Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return text.isEmpty()
                ? this
                : new Link(address
                        + (address.contains("?") ? '&' : '?')
                        + name
                        + '='
                        + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return address;
    }
}
