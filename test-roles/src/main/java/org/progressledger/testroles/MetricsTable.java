package org.progressledger.testroles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.progressledger.access.RoleMatrix.Service;

/** The metrics that docs/operations.md lists, and those that a service exposes. */
public final class MetricsTable {
    // | `name` | command | unit | meaning |, where the third may say that there is none until something is set
    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z_]+)` \\| (command|query|both) \\| ([^|]+) \\| ([^|]+) \\|");

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");

    /** What the frameworks expose; the document names these families and leaves their members to them. */
    private static final List<String> OF_FRAMEWORKS = List.of(
            "application_",
            "disk_",
            "executor_",
            "http_",
            "jvm_",
            "logback_",
            "mongodb_",
            "process_",
            "spring_",
            "system_",
            "tasks_",
            "tomcat_");

    /** A line of the table. */
    public record Row(String name, String where, String unit, String meaning) {
        /** Whether it is there only once something is set. */
        boolean isSometimes() {
            return unit.contains("if ");
        }
    }

    private MetricsTable() {}

    /** The table as the document has it. */
    public static List<Row> rows() {
        Path document = Path.of(System.getProperty("project.root", ".."), "docs", "operations.md");
        try {
            return Files.readAllLines(document).stream()
                    .map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names that a service has to expose. */
    public static Set<String> expectedOf(Service service) {
        return named(service, false);
    }

    /** Names that a service may expose. */
    public static Set<String> allowedOf(Service service) {
        return named(service, true);
    }

    private static Set<String> named(Service service, boolean sometimes) {
        String name = service == Service.COMMAND ? "command" : "query";
        return rows().stream()
                .filter(row -> row.where().equals("both") || row.where().equals(name))
                .filter(row -> sometimes || !row.isSometimes())
                .map(Row::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of our own in what {@code /actuator/prometheus} answered; the greatest of a time is no metric of its own. */
    public static Set<String> exposed(String answer) {
        return TYPE.matcher(answer)
                .results()
                .map(type -> type.group(1))
                .filter(name -> OF_FRAMEWORKS.stream().noneMatch(name::startsWith))
                .filter(name -> !name.endsWith("_max") || !answer.contains("# TYPE " + stem(name) + " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - "_max".length());
    }
}
