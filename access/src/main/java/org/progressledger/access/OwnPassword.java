package org.progressledger.access;

import org.progressledger.problems.ProblemException;

/** Changing one's own password, which takes the present one. */
public final class OwnPassword {

    private final SignInCheck check;
    private final Accounts accounts;

    OwnPassword(SignInCheck check, Accounts accounts) {
        this.check = check;
        this.accounts = accounts;
    }

    /**
     * Sets the chosen password.
     *
     * @param address where the caller is; a wrong present password counts there as a failed sign-in
     * @throws ProblemException CURRENT_PASSWORD_WRONG, or what the password's rules refuse
     */
    public void change(String username, String current, String chosen, String address) {
        check.confirm(username, current, address);
        accounts.setPassword(username, chosen);
    }
}
