package org.progressledger.query.flags;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Named values in the order in which a sentence needs them: the same in every run, for answers are compared byte by byte. */
record Values(Map<String, Object> byName) {
    static final Values NONE = new Values(Map.of());

    Values {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The same and one more; what is not known is left out. */
    Values and(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(byName);
        more.put(name, value);
        return new Values(more);
    }

    static Values of(String name, @Nullable Object value) {
        return NONE.and(name, value);
    }
}
