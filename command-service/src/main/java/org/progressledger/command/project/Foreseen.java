package org.progressledger.command.project;

import org.jspecify.annotations.Nullable;
import org.progressledger.events.Project;

/**
 * What would become of one of several commands.
 *
 * @param before the project as it would stand right before it, the accepted ones before it included; null while the code is
 *     not registered, and where the asker acts for another agency
 */
public record Foreseen(Decision decision, @Nullable Project before) {}
