package org.progressledger.command.project;

import org.jspecify.annotations.Nullable;
import org.progressledger.events.Source;

/**
 * One of several commands that are recorded together.
 *
 * @param source the file and the line that it was read from; null where it was typed
 */
public record Asked(ProjectCommand command, @Nullable Source source) {}
