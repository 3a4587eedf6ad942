package org.progressledger.store;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts a store as a process of its own, says {@code store ready: mongodb://ADDRESS:PORT} when it accepts connections, and closes it
 * cleanly on SIGTERM.
 *
 * <p>Exit codes: 2 wrong use, 3 port in use, 4 folder or file not usable, 5 file owned by another process, 6 the file failed while
 * running; each with one sentence on standard error. 0 when the process named by {@code STORE_PARENT_PID} ended.
 */
public final class StoreMain {
    private static final String USAGE = """
            Each setting is an argument or a variable of the environment; the argument counts.
              --file=FILE           STORE_FILE            where the data is kept (required)
              --address=ADDRESS     STORE_ADDRESS         where to listen: 127.0.0.1
              --port=PORT           STORE_PORT            0: any free port
              --cache-mib=N         STORE_CACHE_MIB       memory for pages: 64
              --fsync=true|false    STORE_FSYNC           on the disk before it is acknowledged: true
              --workers=N           STORE_WORKERS         threads that serve connections: 32
              --compact-every=MS    STORE_COMPACT_EVERY   how often to win space back: 10000, 0 never
              --compact-from-mib=N  STORE_COMPACT_FROM_MIB  a smaller file is left alone: 64
              --retention=MS        STORE_RETENTION       how long unused space stays untouched: 5000
              --parent-pid=PID      STORE_PARENT_PID      end when this process is gone
            """;
    private static final Set<String> NAMES = Set.of(
            "file",
            "address",
            "port",
            "cache-mib",
            "fsync",
            "workers",
            "compact-every",
            "compact-from-mib",
            "retention",
            "parent-pid");
    private static final int USAGE_CODE = 2;
    private static final int FAILED_CODE = 6;
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private StoreMain() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "store-logback.xml");
        }
        EmbeddedStore store;
        Optional<ProcessHandle> parent;
        try {
            Map<String, String> given = given(args, System.getenv());
            parent = parent(given);
            store = EmbeddedStore.open(settings(given));
        } catch (IllegalArgumentException e) {
            System.exit(say(System.err, e.getMessage() + System.lineSeparator() + USAGE, USAGE_CODE));
            return;
        } catch (StoreNotOpened e) {
            System.exit(say(System.err, e.getMessage(), exitCode(e)));
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
        System.out.println("store ready: " + store.connectionString());
        System.out.flush();
        System.exit(watch(store, parent));
    }

    private static int watch(EmbeddedStore store, Optional<ProcessHandle> parent) throws InterruptedException {
        while (parent.isEmpty() || parent.get().isAlive()) {
            Optional<String> failure = store.failure();
            if (failure.isPresent()) return say(System.err, "The store file failed: " + failure.get(), FAILED_CODE);
            Thread.sleep(LOOK_EVERY);
        }
        return 0;
    }

    /** The settings that were given, by the argument's name. */
    static Map<String, String> given(String[] args, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (String name : NAMES) {
            String variable = environment.get("STORE_" + name.replace('-', '_').toUpperCase(Locale.ROOT));
            if (variable != null && !variable.isBlank()) given.put(name, variable.strip());
        }
        for (String arg : args) {
            String[] parts = arg.split("=", 2);
            if (parts.length != 2 || !parts[0].startsWith("--") || !NAMES.contains(parts[0].substring(2))) {
                throw new IllegalArgumentException("Not an argument of the store: " + arg);
            }
            given.put(parts[0].substring(2), parts[1]);
        }
        return given;
    }

    static StoreSettings settings(Map<String, String> given) {
        String file = given.get("file");
        if (file == null) throw new IllegalArgumentException("No file for the store: give --file or STORE_FILE");
        StoreSettings usual;
        try {
            usual = StoreSettings.inFile(Path.of(file));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("Not a file name: " + file, e);
        }
        return new StoreSettings(
                usual.file(),
                given.getOrDefault("address", usual.address()),
                number(given, "port", usual.port()),
                number(given, "cache-mib", usual.cacheMiB()),
                truth(given, "fsync", usual.fsync()),
                number(given, "workers", usual.workers()),
                Duration.ofMillis(number(
                        given, "compact-every", (int) usual.compactEvery().toMillis())),
                number(given, "compact-from-mib", usual.compactFromMiB()),
                Duration.ofMillis(
                        number(given, "retention", (int) usual.retention().toMillis())));
    }

    private static Optional<ProcessHandle> parent(Map<String, String> given) {
        if (!given.containsKey("parent-pid")) return Optional.empty();
        long pid = number(given, "parent-pid", 0);
        return Optional.of(ProcessHandle.of(pid)
                .orElseThrow(() -> new IllegalArgumentException("There is no process " + pid + " to watch")));
    }

    private static int number(Map<String, String> given, String name, int usual) {
        @Nullable String text = given.get(name);
        if (text == null) return usual;
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Not a number for " + name + ": " + text, e);
        }
    }

    private static boolean truth(Map<String, String> given, String name, boolean usual) {
        return switch (given.getOrDefault(name, String.valueOf(usual))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Not true or false for " + name + ": " + given.get(name));
        };
    }

    private static int exitCode(StoreNotOpened refusal) {
        return switch (refusal) {
            case PortInUse port -> 3;
            case StoreUnusable file -> 4;
            case StoreInUse owned -> 5;
        };
    }

    private static int say(PrintStream where, @Nullable String sentence, int exitCode) {
        where.println(sentence);
        where.flush();
        return exitCode;
    }
}
