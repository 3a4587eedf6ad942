package org.progressledger.verifier.backup;

/** A backup could not be made or put back, for the reason that the message gives. Nothing was overwritten. */
public final class BackupRefused extends RuntimeException {
    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
