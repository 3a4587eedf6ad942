package org.progressledger.query.accounts;

import static org.progressledger.query.forms.Field.line;
import static org.progressledger.query.forms.Field.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.progressledger.access.Role;
import org.progressledger.query.agencies.Agency;
import org.progressledger.query.forms.Field;
import org.progressledger.query.forms.Field.Choice;
import org.progressledger.query.forms.Form;
import org.progressledger.query.frame.Frame;

/**
 * A new account as it is typed.
 *
 * @param known every agency of the register
 * @param chosen main codes of those that were ticked
 */
record AccountForm(Form form, List<Agency> known, Set<String> chosen) {
    /** The field of a refusal that names none. */
    static final Map<String, String> PLACES = Map.of(
            "ACCOUNT_EXISTS",
            "username",
            "NOT_A_USERNAME",
            "username",
            "NOT_A_SCOPE_PREFIX",
            "scope",
            "SCOPE_IS_FOR_OFFICERS",
            "scope");

    private static final String AGENCY = "agency";
    private static final String SCOPE = "scope";

    static List<Field> fields(Frame frame) {
        List<Choice> roles = Arrays.stream(Role.values())
                .map(role -> new Choice(role.name(), roleName(role, frame)))
                .toList();
        return List.of(
                line("username", frame.say("signin.username")).hinted(frame.say("accounts.nameHint")),
                select("role", frame.say("account.role"), roles),
                line(AGENCY, frame.say("account.agency"))
                        .hinted(frame.say("accounts.agencyHint"))
                        .mayBeEmpty(),
                line(SCOPE, frame.say("account.prefixes"))
                        .hinted(frame.say("accounts.prefixHint"))
                        .mayBeEmpty());
    }

    static String roleName(Role role, Frame frame) {
        return frame.texts()
                .find(frame.language(), "role." + role.name(), Map.of())
                .orElse(role.name());
    }

    /** The command's body: all codes of the agencies that were ticked, then the prefixes that were typed. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>(form.body());
        body.remove(SCOPE);
        Set<String> scope = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        for (Agency agency : known) {
            if (chosen.contains(agency.code())) {
                scope.addAll(agency.codes());
                names.add(agency.name());
            }
        }
        Arrays.stream(form.value(SCOPE).split("[\\s,]+"))
                .filter(prefix -> !prefix.isEmpty())
                .forEach(scope::add);
        if (!scope.isEmpty()) {
            body.put(SCOPE, List.copyOf(scope));
        }
        if (!form.has(AGENCY) && names.size() == 1) {
            body.put(AGENCY, names.getFirst());
        }
        return body;
    }

    /** The same with what was said of it. */
    AccountForm with(Form told) {
        return new AccountForm(told, known, chosen);
    }

    // the template calls it

    /** Whether that agency is ticked. */
    public boolean isChosen(String code) {
        return chosen.contains(code);
    }
}
