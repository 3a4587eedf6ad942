package org.progressledger.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Decides each request by the endpoint table; what the table does not name is denied. */
final class EndpointAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final EndpointRules rules;

    EndpointAccess(EndpointRules rules) {
        this.rules = rules;
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        String path = path(request);
        boolean granted = method.equals(HttpMethod.OPTIONS)
                // what methods a path has is no secret from those who may use one of them
                ? rules.methodsOf(path).stream().anyMatch(each -> allowed(authentication, each, path))
                : allowed(authentication, method, path);
        return new AuthorizationDecision(granted);
    }

    private boolean allowed(Supplier<? extends Authentication> authentication, HttpMethod method, String path) {
        Optional<Allow> row = rules.decidingRow(method, path);
        return row.isPresent() && (row.get().anonymous() || allowed(row.get(), authentication.get()));
    }

    private static boolean allowed(Allow row, @Nullable Authentication caller) {
        return switch (caller) {
            case SignedIn signedIn -> row.roles().contains(signedIn.asker().role());
            case OneOfUs ours -> row.reach() == Reach.OURSELVES;
            case null, default -> false;
        };
    }
}
