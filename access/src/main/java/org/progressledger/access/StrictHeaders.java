package org.progressledger.access;

import java.util.List;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;

/** The headers that browsers are to be strict by, on what is answered and on what is refused, by us or by the container. */
final class StrictHeaders extends HeaderWriterFilter {
    private static final String POLICY = "Content-Security-Policy";

    StrictHeaders(EndpointRules rules) {
        super(List.of(
                new XContentTypeOptionsHeaderWriter(),
                new XXssProtectionHeaderWriter(),
                new CacheControlHeadersWriter(),
                new HstsHeaderWriter(),
                new XFrameOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new PermissionsPolicyHeaderWriter("camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
                (request, response) -> {
                    // that of the path that was asked for, not of the one at which an error is told
                    if (!response.containsHeader(POLICY)) {
                        response.setHeader(POLICY, rules.policyOf(EndpointAccess.path(request)));
                    }
                }));
    }

    /** The container asks for an error's page without having asked for anything else, where it cannot read the path. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
