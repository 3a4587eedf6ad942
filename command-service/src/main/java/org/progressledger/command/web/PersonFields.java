package org.progressledger.command.web;

import org.jspecify.annotations.Nullable;

/** A person as a request gives it; never printed. */
record PersonFields(@Nullable String name, @Nullable String phone) {
    @Override
    public String toString() {
        return "PersonFields[...]";
    }
}
