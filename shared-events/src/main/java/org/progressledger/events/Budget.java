package org.progressledger.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * งบประมาณที่ได้รับ / งบประมาณที่ใช้ไป.
 *
 * @param allocated what the project was given
 * @param spent what the form states as spent for the whole project so far; null where nothing is stated (blank is not 0)
 */
public record Budget(Baht allocated, @Nullable Baht spent) {
    public Budget {
        Objects.requireNonNull(allocated, "allocated");
    }
}
