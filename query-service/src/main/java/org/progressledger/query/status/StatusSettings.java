package org.progressledger.query.status;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the status page leads to.
 *
 * @param commandServiceUrl the command service as a browser reaches it; default {@code http://localhost:8081}
 */
@ConfigurationProperties("progress-ledger")
record StatusSettings(@DefaultValue("http://localhost:8081") URI commandServiceUrl) {
    /** Its API documentation. */
    String commandDocs() {
        String base = commandServiceUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/swagger-ui.html";
    }
}
