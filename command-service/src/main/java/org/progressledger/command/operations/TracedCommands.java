package org.progressledger.command.operations;

import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.progressledger.problems.trace.Trace;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;

/**
 * Events name the trace that recorded them. Axon gives each a {@code traceId} of its own making anyway, where the command
 * brings none, so no event's form is another for it.
 */
@Configuration(proxyBeanMethods = false)
class TracedCommands {

    @Autowired
    void trace(CommandBus bus) {
        bus.registerDispatchInterceptor(messages -> {
            Optional<Trace> trace = Trace.current();
            return (index, message) -> trace.isEmpty()
                    ? message
                    : message.andMetaData(Map.of(
                            MessageOriginProvider.getDefaultTraceKey(),
                            trace.get().traceId()));
        });
    }
}
