package org.progressledger.access.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A setting as a service goes by it.
 *
 * @param name of the property
 * @param value what holds; null where nothing is set, and there is no default. What is secret in it is masked
 * @param source where the value comes from
 * @param from which variable of the environment, or which file; null where there is nothing more to say
 * @param meaning what it does, from its documentation; empty where a framework does not say
 */
public record ServiceSetting(
        String name,
        @Nullable String value,
        Source source,
        @Nullable String from,
        String meaning) {

    /** Where a value comes from. */
    public enum Source {
        /** Nobody set it. */
        DEFAULT,
        ENVIRONMENT,
        /** An argument of the program, or a system property. */
        ARGUMENT,
        /** A file beside the program, or one that it was pointed to. */
        FILE
    }
}
