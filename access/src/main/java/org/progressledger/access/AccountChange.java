package org.progressledger.access;

/** What happened to an account. */
enum AccountChange {
    CREATED(SecurityEvent.ACCOUNT_CREATED),
    ENABLED(SecurityEvent.ACCOUNT_ENABLED),
    DISABLED(SecurityEvent.ACCOUNT_DISABLED),
    PASSWORD_SET(SecurityEvent.PASSWORD_SET);

    private final SecurityEvent event;

    AccountChange(SecurityEvent event) {
        this.event = event;
    }

    SecurityEvent event() {
        return event;
    }
}
