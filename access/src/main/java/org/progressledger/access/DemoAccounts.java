package org.progressledger.access;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for trying the product out: one per role, and an officer per agency. The file with their passwords decides:
 * an account is made, or its password set, so that what the file says signs in.
 */
public final class DemoAccounts {

    private record Wanted(
            String username,
            Role role,
            List<String> scope,
            @Nullable String agency) {}

    private DemoAccounts() {}

    /**
     * Makes what is missing. With the file present and all accounts as it says, nothing changes; a lost file is written
     * anew, with new passwords; a new store gets the passwords of the file.
     *
     * @param file JSON, {@code [{username, password, role, agency}]}, readable by its owner only
     * @param officers one per agency; the first one's agency is also that of the account for the role
     * @return the accounts, in the order of the file
     * @throws IllegalArgumentException when there is no officer, or the file is not such a file
     * @throws java.io.UncheckedIOException when the file can be neither read nor written
     */
    public static List<DemoAccount> createIn(Accounts accounts, Path file, List<DemoOfficer> officers) {
        DemoAccountsFile stored = new DemoAccountsFile(file);
        List<DemoAccount> before = stored.read();
        Map<String, DemoAccount> known = new HashMap<>();
        before.forEach(account -> known.put(account.username(), account));

        List<DemoAccount> after = new ArrayList<>();
        List<Wanted> wanted = wanted(officers);
        for (Wanted one : wanted) {
            DemoAccount inFile = known.get(one.username());
            String password = inFile == null ? accounts.passwords().generate() : inFile.password();
            after.add(new DemoAccount(one.username(), password, one.role(), one.agency()));
        }
        // first the file, then the accounts: a crash in between is mended by the next start
        if (!after.equals(before)) {
            stored.write(after);
        }
        for (int i = 0; i < wanted.size(); i++) {
            ensure(accounts, wanted.get(i), after.get(i).password());
        }
        return List.copyOf(after);
    }

    private static void ensure(Accounts accounts, Wanted wanted, String password) {
        Optional<Account> present = accounts.find(wanted.username());
        if (present.isEmpty()) {
            accounts.add(wanted.username(), wanted.role(), wanted.agency(), wanted.scope(), password);
        } else if (!accounts.passwords().matches(password, present)) {
            accounts.setPassword(wanted.username(), password);
        }
    }

    private static List<Wanted> wanted(List<DemoOfficer> officers) {
        if (officers.isEmpty()) {
            throw new IllegalArgumentException("Demo accounts need at least one officer's agency");
        }
        DemoOfficer first = officers.getFirst();
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted("officer", Role.OFFICER, first.scope(), first.agency()));
        for (Role role : List.of(Role.COORDINATOR, Role.SUPERVISOR, Role.AUDITOR, Role.REVIEWER, Role.ADMIN)) {
            wanted.add(new Wanted(role.name().toLowerCase(Locale.ROOT), role, List.of(), null));
        }
        for (DemoOfficer officer : officers) {
            wanted.add(new Wanted(officer.username(), Role.OFFICER, officer.scope(), officer.agency()));
        }
        return wanted;
    }
}
