package org.progressledger.command.bulk.sheet;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a file.
 *
 * @param name as its tab says; null for a file that has no tabs
 * @param rows reads it, each time anew
 */
public record Tab(@Nullable String name, boolean hidden, Supplier<Grid> rows) {}
