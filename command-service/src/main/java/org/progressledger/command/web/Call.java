package org.progressledger.command.web;

import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;

/**
 * What every command says beside its body.
 *
 * @param asker who is signed in
 * @param operation the method and path, so that a key is not reused across endpoints
 * @param key the caller's {@code Idempotency-Key}; null makes the command one of its own
 * @param expectedVersion the project's version that the caller saw, from {@code If-Match}; null where none was given
 */
record Call(
        Asker asker,
        String operation,
        @Nullable String key,
        @Nullable Long expectedVersion) {}
