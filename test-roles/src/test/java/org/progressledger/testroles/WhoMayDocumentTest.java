package org.progressledger.testroles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Allow;
import org.progressledger.access.Reach;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix;

/** {@code docs/who-may.md} is the table of the code, for people to read. */
class WhoMayDocumentTest {

    private static final Path DOCUMENT = Path.of(System.getProperty("project.root", ".."), "docs", "who-may.md");
    private static final String WRITE = "GOLDEN_WRITE=yes ./mvnw -q -B -pl test-roles -am test"
            + " -Dtest=WhoMayDocumentTest -Dsurefire.failIfNoSpecifiedTests=false";

    @Test
    void the_document_is_in_step_with_the_table() throws IOException {
        if ("yes".equals(System.getenv("GOLDEN_WRITE"))) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .as("write it anew, then read what changed: " + WRITE)
                .isEqualTo(document());
    }

    private static String document() {
        return """
                # Who may
                Written from the table of the code (`RoleMatrix` in `access`) by a test; change it there, and here by

                ```sh
                %s
                ```

                **own**: for projects of the own agency, that is those whose codes begin with one of the account's prefixes. What has no
                line is denied to everybody, and a line without a word to every person: it is for processes of ours among themselves. Commands of an officer on another agency's project are refused before their body is read.

                %s
                ## What is shown
                | | %s |
                |---|%s|
                | names and telephones of persons in clear (others see them masked) | %s |

                Across projects (`GET /api/v1/projects`, `/appeals`, `/flags`, `/reports/...`) an officer finds the own agency's, and
                totals of all.
                """.formatted(
                        WRITE,
                        Stream.of(RoleMatrix.Service.values())
                                .map(WhoMayDocumentTest::section)
                                .collect(Collectors.joining("\n")),
                        perRole(Role::name),
                        Stream.of(Role.values()).map(role -> "---").collect(Collectors.joining("|")),
                        perRole(role -> RoleMatrix.readsPersonalData(role) ? word(role, true) : ""));
    }

    private static String section(RoleMatrix.Service service) {
        String title = switch (service) {
            case COMMAND -> "Command service";
            case QUERY -> "Query service";
            case BOTH -> "Both services";
        };
        return "## " + title + "\n| method | path | " + perRole(Role::name) + " | without signing in |\n|---|---|"
                + "---|".repeat(Role.values().length + 1) + "\n"
                + RoleMatrix.rows().stream()
                        .filter(row -> row.service() == service)
                        .map(row -> line(row.allow()))
                        .collect(Collectors.joining());
    }

    private static String line(Allow allow) {
        return "| %s | `%s` | %s | %s |%n"
                .formatted(
                        allow.method(),
                        allow.pathPattern(),
                        perRole(role ->
                                allow.roles().contains(role) ? word(role, allow.reach() == Reach.ABOUT_A_PROJECT) : ""),
                        allow.anonymous() ? "yes" : "")
                .replace(System.lineSeparator(), "\n");
    }

    private static String word(Role role, boolean ofAProject) {
        return ofAProject && role == Role.OFFICER ? "own" : "yes";
    }

    private static String perRole(Function<Role, String> cell) {
        return Stream.of(Role.values()).map(cell).collect(Collectors.joining(" | "));
    }
}
