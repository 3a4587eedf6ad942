package org.progressledger.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a system with both printouts imported: the one on the embedded store, or, in a class with {@code
 * @OnRealMongo}, the one on the real server. Each is started when first asked for and serves all test classes, so these
 * leave the two projects alone.
 */
final class SharedSystem implements ParameterResolver {
    private static final Namespace OURS = Namespace.create(SharedSystem.class);

    /**
     * A running system.
     *
     * @param confirmations by project code, what the confirmation of its printout was answered
     */
    record Loaded(RunningSystem system, Map<String, Answer> confirmations) implements AutoCloseable {
        @Override
        public void close() {
            system.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningSystem.class || type == Loaded.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        boolean real =
                test.getRequiredTestClass().isAnnotationPresent(org.progressledger.testservers.OnRealMongo.class);
        Loaded loaded = test.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        real ? "real" : "embedded",
                        which -> load(real ? RunningSystem.onRealMongo() : RunningSystem.onEmbeddedStore()),
                        Loaded.class);
        return parameter.getParameter().getType() == Loaded.class ? loaded : loaded.system();
    }

    private static Loaded load(RunningSystem system) {
        try {
            Map<String, Answer> confirmations = new LinkedHashMap<>();
            confirmations.put(Samples.DISTRICT.code(), Samples.DISTRICT.importInto(system));
            Answer last = Samples.COUNCIL.importInto(system);
            confirmations.put(Samples.COUNCIL.code(), last);
            // lists too reflect both, whatever is asked first
            system.as("auditor").ask("/projects?atLeast=" + last.position()).ok();
            return new Loaded(system, confirmations);
        } catch (RuntimeException | Error failed) {
            system.close();
            throw failed;
        }
    }
}
