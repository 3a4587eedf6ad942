package org.progressledger.command.web;

import org.jspecify.annotations.Nullable;

/** What a field of a request gave: a value, or nothing (because none came, or it was wrong and is reported). */
record Given<T>(String field, @Nullable T orNull) {
    /** The value; to be asked only after {@link Fields#refuseIfAnyIsWrong()}. */
    T get() {
        if (orNull == null) {
            throw new IllegalStateException("The field " + field + " was not checked");
        }
        return orNull;
    }
}
