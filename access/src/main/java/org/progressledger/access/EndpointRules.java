package org.progressledger.access;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The endpoint table of a service: what it does not name is denied. A service provides one as a Spring bean.
 *
 * <p>Of several patterns that match a path the most specific one decides alone, as in Spring MVC.
 */
public final class EndpointRules {

    /** What pages may load and do unless the table says otherwise: only what comes from here. */
    public static final String STRICT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** For the API documentation page, whose scripts set styles and whose pictures are data URLs. */
    public static final String API_DOCUMENTATION_POLICY = "default-src 'none'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";

    private record Row(Allow allow, PathPattern pattern) {}

    private record PolicyRow(PathPattern pattern, String policy) {}

    private final List<Row> rows;
    private final List<PolicyRow> policies;

    private EndpointRules(List<Allow> allows, Map<String, String> policies) {
        Set<String> seen = new HashSet<>();
        List<Row> sorted = new ArrayList<>();
        for (Allow allow : allows) {
            if (!seen.add(allow.method() + " " + allow.pathPattern())) {
                throw new IllegalArgumentException("Two rows for " + allow.method() + " " + allow.pathPattern());
            }
            sorted.add(new Row(allow, PathPatternParser.defaultInstance.parse(allow.pathPattern())));
        }
        sorted.sort((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern, b.pattern));
        this.rows = List.copyOf(sorted);
        this.policies = policies.entrySet().stream()
                .map(entry -> new PolicyRow(PathPatternParser.defaultInstance.parse(entry.getKey()), entry.getValue()))
                .sorted((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern, b.pattern))
                .toList();
    }

    /**
     * A table of these rows.
     *
     * @throws IllegalArgumentException when two rows name the same method and pattern
     */
    public static EndpointRules of(List<Allow> rows) {
        return new EndpointRules(rows, Map.of());
    }

    public static EndpointRules of(Allow... rows) {
        return of(List.of(rows));
    }

    /** This table with further rows, such as those that a module exports for its controller. */
    public EndpointRules and(List<Allow> more) {
        List<Allow> all = new ArrayList<>(allows());
        all.addAll(more);
        return new EndpointRules(all, policiesByPattern());
    }

    /** This table with a Content-Security-Policy of their own for the paths of a pattern. */
    public EndpointRules withPolicy(String pathPattern, String contentSecurityPolicy) {
        Map<String, String> all = policiesByPattern();
        all.put(pathPattern, contentSecurityPolicy);
        return new EndpointRules(allows(), all);
    }

    /** The rows, the most specific pattern first. */
    public List<Allow> allows() {
        return rows.stream().map(Row::allow).toList();
    }

    /** The row that decides about a request; empty when the table does not name it. HEAD goes by the row of GET. */
    public Optional<Allow> decidingRow(HttpMethod method, String path) {
        HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return matching(path).stream()
                .filter(allow -> allow.method().equals(asked))
                .findFirst();
    }

    /** The methods that the table names for a path; empty for a path it does not know. */
    public Set<HttpMethod> methodsOf(String path) {
        Set<HttpMethod> methods = new LinkedHashSet<>();
        for (Allow allow : matching(path)) {
            methods.add(allow.method());
            if (allow.method().equals(HttpMethod.GET)) {
                methods.add(HttpMethod.HEAD);
            }
        }
        return Collections.unmodifiableSet(methods);
    }

    /** The Content-Security-Policy of a path; the strict one of what cannot be read as a path, which is refused later. */
    public String policyOf(String path) {
        PathContainer asked;
        try {
            asked = PathContainer.parsePath(path);
        } catch (IllegalArgumentException unreadable) {
            return STRICT_POLICY;
        }
        return policies.stream()
                .filter(row -> row.pattern.matches(asked))
                .map(PolicyRow::policy)
                .findFirst()
                .orElse(STRICT_POLICY);
    }

    private List<Allow> matching(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return rows.stream()
                .filter(row -> row.pattern.matches(asked))
                .map(Row::allow)
                .toList();
    }

    private Map<String, String> policiesByPattern() {
        Map<String, String> byPattern = new LinkedHashMap<>();
        policies.forEach(row -> byPattern.put(row.pattern.getPatternString(), row.policy));
        return byPattern;
    }
}
