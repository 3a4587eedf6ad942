package org.progressledger.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Another process of ours that speaks for itself and for no person; it has no role, so nothing of what roles may. */
final class OneOfUs extends AbstractAuthenticationToken {

    private static final String NAME = "one-of-us";

    OneOfUs() {
        super(List.of());
        super.setAuthenticated(true);
    }

    @Override
    public String getPrincipal() {
        return NAME;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
