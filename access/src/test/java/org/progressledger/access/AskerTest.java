package org.progressledger.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.MessagesInStep;
import org.progressledger.problems.ProblemException;

class AskerTest {

    private static final String BANG_NA = "50470000-3298";
    private static final String COUNCIL = "01000000-2462";

    private static Asker of(Role role) {
        return new Asker("somebody", role, null, role == Role.OFFICER ? List.of("5047") : List.of());
    }

    @Test
    void an_officer_acts_for_and_sees_the_own_agency_only() {
        Asker officer = of(Role.OFFICER);
        assertThat(officer.mayActFor(BANG_NA)).isTrue();
        assertThat(officer.sees(BANG_NA)).isTrue();
        assertThat(officer.seesPersonalData(BANG_NA)).isTrue();
        assertThat(officer.mayActFor(COUNCIL)).isFalse();
        assertThat(officer.sees(COUNCIL)).isFalse();
        assertThat(officer.seesPersonalData(COUNCIL)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SUPERVISOR"})
    void coordinators_and_supervisors_see_names_city_wide(Role role) {
        assertThat(of(role).sees(COUNCIL)).isTrue();
        assertThat(of(role).seesPersonalData(COUNCIL)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "REVIEWER", "ADMIN"})
    void auditors_reviewers_and_admins_see_no_names(Role role) {
        assertThat(of(role).seesPersonalData(BANG_NA)).isFalse();
        assertThat(of(role).sees(BANG_NA)).isEqualTo(role != Role.ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Abc", "-abc", "a b", "ab\n", "ผู้ใช้", "abc/def", "$where"})
    void refuses_what_is_no_username(String username) {
        refused(AccessReason.NOT_A_USERNAME, username, Role.AUDITOR, List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"504", "504700001", "50a7", "5047-", "๕๐๔๗", ""})
    void refuses_what_is_no_code_prefix(String prefix) {
        refused(AccessReason.NOT_A_SCOPE_PREFIX, "somebody", Role.OFFICER, List.of(prefix));
    }

    @Test
    void an_officer_needs_a_scope_and_nobody_else_has_one() {
        refused(AccessReason.SCOPE_IS_FOR_OFFICERS, "somebody", Role.OFFICER, List.of());
        refused(AccessReason.SCOPE_IS_FOR_OFFICERS, "somebody", Role.AUDITOR, List.of("5047"));
    }

    private static void refused(AccessReason reason, String username, Role role, List<String> scope) {
        assertThatThrownBy(() -> new Account(username, role, null, scope, "hash", true, Instant.EPOCH, Instant.EPOCH))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void every_reason_and_role_has_its_text_in_both_languages() {
        List<String> roles = Role.all().stream().map(Role::messageKey).toList();
        assertThat(MessagesInStep.differences(
                        new MessageBundle("messages/access"), List.of(AccessReason.values()), roles))
                .isEmpty();
    }
}
