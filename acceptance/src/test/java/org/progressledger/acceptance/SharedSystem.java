package org.progressledger.acceptance;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.progressledger.testservers.OnRealMongo;

/**
 * Gives tests a system with both printouts imported: the one on the embedded store, or, in a class with {@code
 * @OnRealMongo}, the one on the real server. Each is started when first asked for and serves all test classes of this JVM, so
 * these leave the two projects alone.
 */
final class SharedSystem implements ParameterResolver {
    // JUnit's own store lasts no longer than a class where several JVMs divide the classes among them
    private static final Map<Boolean, Loaded> ours = new HashMap<>();

    /**
     * A running system.
     *
     * @param confirmations by project code, what the confirmation of its printout was answered
     */
    record Loaded(RunningSystem system, Map<String, Answer> confirmations) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningSystem.class || type == Loaded.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Loaded loaded = loaded(test.getRequiredTestClass().isAnnotationPresent(OnRealMongo.class));
        return parameter.getParameter().getType() == Loaded.class ? loaded : loaded.system();
    }

    private static synchronized Loaded loaded(boolean real) {
        return ours.computeIfAbsent(
                real, which -> load(real ? RunningSystem.onRealMongo() : RunningSystem.onEmbeddedStore()));
    }

    private static Loaded load(RunningSystem system) {
        Runtime.getRuntime().addShutdownHook(new Thread(system::close, "shared-system-stop"));
        Map<String, Answer> confirmations = new LinkedHashMap<>();
        confirmations.put(Samples.DISTRICT.code(), Samples.DISTRICT.importInto(system));
        Answer last = Samples.COUNCIL.importInto(system);
        confirmations.put(Samples.COUNCIL.code(), last);
        // lists too reflect both, whatever is asked first
        system.as("auditor").ask("/projects?atLeast=" + last.position()).ok();
        return new Loaded(system, confirmations);
    }
}
