package org.progressledger.command.launch;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Asks the MongoDB server that {@code MONGODB_URI} names whether it takes writes, before anything else starts. Exit code
 * 0 and the server's name on standard output, or 6 and why not on standard error. Never prints the password in the URI.
 */
public final class ServerCheck {
    private static final int UNREACHABLE = 6;
    private static final long WAIT_SECONDS = 5;

    private ServerCheck() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) {
        quietDriver();
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        String uri = Optional.ofNullable(System.getenv("MONGODB_URI")).orElse("");
        ConnectionString address;
        try {
            address = new ConnectionString(uri);
        } catch (IllegalArgumentException notAnAddress) {
            // the parser's message may quote the password
            err.println("not an address of MongoDB, it begins with mongodb:// or mongodb+srv://");
            System.exit(UNREACHABLE);
            return;
        } catch (MongoException notFound) {
            err.println(cause(notFound));
            System.exit(UNREACHABLE);
            return;
        }
        String name = String.join(",", address.getHosts());
        String trouble = trouble(address);
        if (trouble != null) {
            err.println(name + ": " + trouble);
            System.exit(UNREACHABLE);
        }
        System.out.println(name);
    }

    /** Null when the server takes writes from us. */
    static @Nullable String trouble(ConnectionString address) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(WAIT_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout((int) WAIT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout((int) WAIT_SECONDS, TimeUnit.SECONDS))
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            return hello.getBoolean("isWritablePrimary", false) ? null : "it takes no writes (not a primary)";
        } catch (MongoSecurityException refused) {
            return "it refuses the name or password in MONGODB_URI";
        } catch (MongoCommandException refused) {
            return "it answers " + refused.getErrorCodeName();
        } catch (MongoException | IllegalArgumentException unreachable) {
            return cause(unreachable);
        }
    }

    private static String cause(RuntimeException trouble) {
        Throwable deepest = trouble;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == trouble && trouble instanceof com.mongodb.MongoTimeoutException
                ? "no answer within " + WAIT_SECONDS + " seconds"
                : deepest.getClass().getSimpleName();
    }

    private static void quietDriver() {
        if (LoggerFactory.getILoggerFactory() instanceof ch.qos.logback.classic.LoggerContext context) {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(ch.qos.logback.classic.Level.OFF);
        }
    }
}
