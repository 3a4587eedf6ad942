package org.progressledger.testroles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.progressledger.access.EndpointTable.Endpoint;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix.Service;

/** Who may, as the office has it: {@code who-may.txt}, read without any of the code that decides. */
public final class OfficeTable {

    private static final String FILE = "who-may.txt";

    /** What the table says of a role at an endpoint. */
    public enum Word {
        YES,
        /** For projects of the own agency. */
        OWN,
        NO
    }

    /**
     * A line of the table.
     *
     * @param service {@code command}, {@code query} or {@code both}
     * @param method as HTTP has it
     * @param path as controllers write it
     * @param roles what it says of each role
     * @param anyone whether callers may come without signing in
     */
    public record Line(String service, String method, String path, Map<Role, Word> roles, boolean anyone) {

        /** Whether the path names the project that it is about. */
        public boolean namesAProject() {
            return path.contains("/projects/{code}");
        }

        Word of(Role role) {
            return roles.getOrDefault(role, Word.NO);
        }

        private boolean covers(Endpoint endpoint) {
            boolean below = path.endsWith("/**")
                    && endpoint.pathPattern().startsWith(path.substring(0, path.length() - "**".length()));
            return method.equals(endpoint.method().name()) && (below || path.equals(endpoint.pathPattern()));
        }
    }

    private final List<Line> endpoints = new ArrayList<>();
    private final Map<String, Line> others = new HashMap<>();

    private OfficeTable(List<List<String>> rows) {
        List<Role> columns = rows.getFirst().stream()
                .skip(3)
                .limit(Role.values().length)
                .map(Role::valueOf)
                .toList();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() != rows.getFirst().size()) {
                throw new IllegalStateException("Not a line of " + FILE + ": " + row);
            }
            Map<Role, Word> roles = new EnumMap<>(Role.class);
            for (int i = 0; i < columns.size(); i++) {
                roles.put(columns.get(i), word(row.get(3 + i)));
            }
            Line line = new Line(row.get(0), row.get(1), row.get(2), roles, word(row.getLast()) == Word.YES);
            if (line.path().startsWith("/")) {
                endpoints.add(line);
            } else {
                others.put(line.service(), line);
            }
        }
    }

    /** Reads the table. */
    public static OfficeTable read() {
        try (InputStream in = OfficeTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not there");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new OfficeTable(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split("\\s+")))
                    .collect(Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Word word(String cell) {
        return switch (cell) {
            case "yes" -> Word.YES;
            case "own" -> Word.OWN;
            case "-" -> Word.NO;
            default -> throw new IllegalStateException("Neither yes, own nor -: " + cell);
        };
    }

    /** Every line about an endpoint. */
    public List<Line> endpoints() {
        return List.copyOf(endpoints);
    }

    /** The lines about endpoints of one service. */
    public List<Line> endpointsOf(Service service) {
        return endpoints.stream()
                .filter(line -> line.service().equals("both")
                        || line.service().equals(service.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The line about a mapped endpoint; the longest path decides. */
    Line lineOf(Service service, Endpoint endpoint) {
        return endpointsOf(service).stream()
                .filter(line -> line.covers(endpoint))
                .reduce((a, b) -> a.path().length() >= b.path().length() ? a : b)
                .orElseThrow(() -> new AssertionError(FILE + " has no line for " + endpoint));
    }

    /** What the office says of something that is no endpoint: {@code persons} or {@code project}. */
    public Line of(String what) {
        Line line = others.get(what);
        if (line == null) {
            throw new IllegalStateException(FILE + " has no line " + what);
        }
        return line;
    }
}
