package org.progressledger.testroles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.progressledger.access.Allow;
import org.progressledger.access.Asker;
import org.progressledger.access.Reach;
import org.progressledger.access.Role;
import org.progressledger.access.RoleMatrix;
import org.progressledger.testroles.OfficeTable.Line;
import org.progressledger.testroles.OfficeTable.Word;

/** The table in the code says what the office's own says. */
class RoleMatrixTest {

    private final OfficeTable office = OfficeTable.read();

    @Test
    void every_line_of_the_code_is_the_offices_and_none_is_missing() {
        Map<String, String> ours = new TreeMap<>();
        for (RoleMatrix.Row row : RoleMatrix.rows()) {
            Allow allow = row.allow();
            String key =
                    row.service().name().toLowerCase(Locale.ROOT) + " " + allow.method() + " " + allow.pathPattern();
            assertThat(ours.put(key, words(allow))).as("twice: " + key).isNull();
        }
        Map<String, String> theirs = new TreeMap<>();
        for (Line line : office.endpoints()) {
            String key = line.service() + " " + line.method() + " " + line.path();
            assertThat(theirs.put(key, words(line))).as("twice: " + key).isNull();
        }
        assertThat(ours).isEqualTo(theirs);
    }

    private static String words(Allow allow) {
        return List.of(Role.values()).stream()
                        .map(role -> role + " " + word(allow, role))
                        .collect(Collectors.joining(", "))
                + ", anyone " + allow.anonymous();
    }

    private static Word word(Allow allow, Role role) {
        if (!allow.roles().contains(role)) {
            return Word.NO;
        }
        return role == Role.OFFICER && allow.reach() == Reach.ABOUT_A_PROJECT ? Word.OWN : Word.YES;
    }

    private static String words(Line line) {
        return List.of(Role.values()).stream()
                        .map(role -> role + " " + line.of(role))
                        .collect(Collectors.joining(", "))
                + ", anyone " + line.anyone();
    }

    @Test
    void whatever_names_a_project_in_its_path_goes_by_the_agency() {
        assertThat(RoleMatrix.rows().stream()
                        .map(RoleMatrix.Row::allow)
                        .filter(allow -> allow.pathPattern().startsWith("/api/v1/projects/{code}")))
                .hasSizeGreaterThan(30)
                .allMatch(allow -> allow.reach() == Reach.ABOUT_A_PROJECT);
    }

    @Test
    void projects_and_persons_are_shown_to_those_to_whom_the_office_shows_them() {
        for (Role role : Role.values()) {
            Asker asker = new Asker("x", role, null, role == Role.OFFICER ? List.of("5047") : List.of());
            assertThat(seen(asker::sees))
                    .as("projects: " + role)
                    .isEqualTo(office.of("project").of(role));
            assertThat(seen(asker::seesPersonalData))
                    .as("persons: " + role)
                    .isEqualTo(office.of("persons").of(role));
        }
    }

    private static Word seen(java.util.function.Predicate<String> shown) {
        boolean own = shown.test("50470000-3298");
        boolean others = shown.test("01000000-2462");
        assertThat(others && !own).isFalse();
        return others ? Word.YES : own ? Word.OWN : Word.NO;
    }
}
