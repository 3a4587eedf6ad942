package org.progressledger.ledger.axon;

import java.util.List;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.CommandIdentity;

/**
 * Who asked, from the first event's metadata {@code actor}, {@code commandId} and {@code requestDigest}; without a
 * command id the first event's id stands for it.
 */
final class MetaDataIdentity implements Function<List<? extends EventMessage<?>>, CommandIdentity> {

    @Override
    public CommandIdentity apply(List<? extends EventMessage<?>> events) {
        EventMessage<?> first = events.getFirst();
        MetaData metaData = first.getMetaData();
        String actor = text(metaData, "actor");
        String commandId = text(metaData, "commandId");
        if (commandId == null) {
            return CommandIdentity.ofFirstEvent(actor == null ? "" : actor, first.getIdentifier());
        }
        return new CommandIdentity(actor == null ? "" : actor, commandId, text(metaData, "requestDigest"));
    }

    private static @Nullable String text(MetaData metaData, String name) {
        return metaData.get(name) instanceof String text && !text.isEmpty() ? text : null;
    }
}
