package org.progressledger.command.project;

import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.events.Provenance;

/**
 * A command on its way to the aggregate: who asks, on which day, and what the metadata will say of it.
 *
 * @param expectedVersion how many events the project had when the asker looked; null where the asker does not say
 */
record Ask(
        @TargetAggregateIdentifier String projectCode,
        ProjectCommand command,
        Asker asker,
        LocalDate today,
        Deadline deadline,
        @Nullable Long expectedVersion,
        Provenance provenance) {}
