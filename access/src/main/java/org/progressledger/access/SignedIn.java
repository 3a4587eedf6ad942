package org.progressledger.access;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Spring Security's view of an {@link Asker}; it keeps no password. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Asker asker;

    private SignedIn(Asker asker) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + asker.role().name())));
        this.asker = asker;
        super.setAuthenticated(true);
    }

    /** An authentication as this asker; also what tests give to MockMvc. */
    public static SignedIn as(Asker asker) {
        return new SignedIn(asker);
    }

    public Asker asker() {
        return asker;
    }

    @Override
    public Asker getPrincipal() {
        return asker;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return asker.id();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && asker.equals(signedIn.asker);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asker);
    }
}
