package org.progressledger.events;

import java.util.List;
import java.util.Objects;

/**
 * The printout, or the sheet of reports, that a fact was read from.
 *
 * @param sha256 the digest of the file's bytes as they came
 * @param lines where it stands there, in ascending order, at least one; of a sheet its rows
 */
public record Source(Sha256 sha256, List<LineRange> lines) {
    public Source {
        Objects.requireNonNull(sha256, "sha256");
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A fact read from a printout names its lines");
        }
    }
}
