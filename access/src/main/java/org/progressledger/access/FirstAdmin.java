package org.progressledger.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.progressledger.problems.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the account with which a new installation begins. */
public final class FirstAdmin {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;

    public FirstAdmin(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Makes the ADMIN when there is no account yet; does nothing otherwise.
     *
     * @return whether it was made
     * @throws IllegalArgumentException when a name is set without a password file
     * @throws UncheckedIOException when the password file cannot be read
     */
    public boolean createFrom(FirstAdminSettings settings) {
        String username = settings.username();
        Path file = settings.passwordFile();
        if (username == null || !accounts.isEmpty()) {
            return false;
        }
        if (file == null) {
            throw new IllegalArgumentException("progress-ledger.first-admin.password-file is not set");
        }
        try {
            accounts.add(username, Role.ADMIN, null, List.of(), password(file));
            log.info("The first ADMIN account was made");
            return true;
        } catch (ProblemException e) {
            if (e.reason() == AccessReason.ACCOUNT_EXISTS) {
                return false; // another service was faster
            }
            throw e;
        }
    }

    private static String password(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("The first admin's password file cannot be read: " + file, e);
        }
    }
}
