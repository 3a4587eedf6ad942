package org.progressledger.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Compares what a service has mapped with what its {@link EndpointRules} name; for a test of the service to call, so
 * that an endpoint without a row, or a row without an endpoint, does not pass unseen.
 */
public final class EndpointTable {

    /** A method of a path, as controllers map it. */
    public record Endpoint(HttpMethod method, String pathPattern) implements Comparable<Endpoint> {

        @Override
        public int compareTo(Endpoint other) {
            int byPath = pathPattern.compareTo(other.pathPattern);
            return byPath != 0 ? byPath : method.compareTo(other.method);
        }

        @Override
        public String toString() {
            return method + " " + pathPattern;
        }
    }

    private static final List<HttpMethod> ANY =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final EndpointRules rules;
    private final TreeSet<Endpoint> mapped = new TreeSet<>();

    /**
     * @param mappings the service's handler mappings, usually {@code requestMappingHandlerMapping} and the actuator's
     *     {@code webEndpointServletHandlerMapping}
     */
    public EndpointTable(EndpointRules rules, Collection<? extends RequestMappingInfoHandlerMapping> mappings) {
        this.rules = rules;
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().forEach(this::add);
        }
    }

    private void add(RequestMappingInfo mapping, HandlerMethod handler) {
        if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
            return; // reached by the container only
        }
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<HttpMethod> asked = methods.isEmpty()
                ? ANY
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
        for (String pattern : mapping.getPatternValues()) {
            asked.forEach(method -> mapped.add(new Endpoint(method, pattern)));
        }
    }

    /** Every mapped method and path. */
    public List<Endpoint> endpoints() {
        return List.copyOf(mapped);
    }

    /**
     * Mapped endpoints that no row names. A row names the very pattern of the endpoint, or all below a path ({@code
     * /actuator/**}).
     */
    public List<Endpoint> withoutRow() {
        return mapped.stream().filter(endpoint -> rowsFor(endpoint).isEmpty()).toList();
    }

    /**
     * Rows that name nothing.
     *
     * @param servedOtherwise patterns of rows for what no handler method serves, such as static files
     */
    public List<Allow> withoutEndpoint(Collection<String> servedOtherwise) {
        Set<Allow> used =
                mapped.stream().flatMap(endpoint -> rowsFor(endpoint).stream()).collect(Collectors.toSet());
        return rules.allows().stream()
                .filter(row -> !used.contains(row) && !servedOtherwise.contains(row.pathPattern()))
                .toList();
    }

    /** Whether callers of this role may call the endpoint. */
    public boolean mayCall(Role role, Endpoint endpoint) {
        return rules.decidingRow(endpoint.method(), endpoint.pathPattern())
                .map(row -> row.anonymous() || row.roles().contains(role))
                .orElse(false);
    }

    /** Whether callers who have not signed in may call the endpoint. */
    public boolean mayCallAnonymously(Endpoint endpoint) {
        return rules.decidingRow(endpoint.method(), endpoint.pathPattern())
                .map(Allow::anonymous)
                .orElse(false);
    }

    private List<Allow> rowsFor(Endpoint endpoint) {
        List<Allow> rows = new ArrayList<>();
        for (Allow row : rules.allows()) {
            boolean samePattern = row.pathPattern().equals(endpoint.pathPattern());
            boolean below = row.pathPattern().endsWith("/**")
                    && endpoint.pathPattern()
                            .startsWith(row.pathPattern()
                                    .substring(0, row.pathPattern().length() - 2));
            if (row.method().equals(endpoint.method()) && (samePattern || below)) {
                rows.add(row);
            }
        }
        return rows;
    }
}
