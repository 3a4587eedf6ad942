package org.progressledger.query.projectlist;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the list leads programs to.
 *
 * @param commandServiceUrl the command service as a browser reaches it; default {@code http://localhost:8081}
 */
@ConfigurationProperties("progress-ledger")
record ForPrograms(@DefaultValue("http://localhost:8081") URI commandServiceUrl) {
    /** Its API documentation. */
    String commandDocs() {
        String base = commandServiceUrl.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/swagger-ui.html";
    }
}
