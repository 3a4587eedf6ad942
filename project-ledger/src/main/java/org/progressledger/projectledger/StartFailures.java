package org.progressledger.projectledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.LedgerUnavailable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;

/**
 * Says in one sentence, on standard error, why a service cannot start, when the reason is one that whoever runs it can
 * mend: the store or the master key. Any other failure keeps its stack trace.
 */
@Order(StartFailures.BEFORE_SPRINGS_OWN)
final class StartFailures implements SpringBootExceptionReporter {
    static final int BEFORE_SPRINGS_OWN = -100;
    private static final Set<String> KEY_KEEPERS = Set.of(MasterKey.class.getName(), PersonVault.class.getName());

    private final @Nullable String uri;
    private final PrintStream out;

    /** Called by Spring, which looks for the one public constructor. */
    public StartFailures(@Nullable ConfigurableApplicationContext context) {
        this(context == null ? null : context.getEnvironment().getProperty("spring.mongodb.uri"), System.err);
    }

    StartFailures(@Nullable String uri, PrintStream out) {
        this.uri = uri;
        this.out = out;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause)
                .map(this::sentenceOf)
                .flatMap(Optional::stream)
                .findFirst();
        sentence.ifPresent(reason -> out.println("Cannot start: " + reason));
        return sentence.isPresent();
    }

    private Optional<String> sentenceOf(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case MongoSecurityException refused ->
                        "MongoDB at %s refuses the name or password in MONGODB_URI.".formatted(hosts());
                    case MongoTimeoutException late -> noAnswer();
                    case MongoSocketException broken -> noAnswer();
                    case MongoException other ->
                        "MongoDB at %s cannot be used: %s".formatted(hosts(), oneLine(other.getMessage()));
                    // wraps what the driver said, where the driver said something
                    case LedgerUnavailable unavailable when unavailable.getCause() instanceof MongoException -> null;
                    case LedgerUnavailable unavailable ->
                        "the ledger in MongoDB at %s cannot be used: %s"
                                .formatted(hosts(), oneLine(unavailable.getMessage()));
                    case IllegalStateException aboutKeys when isAboutKeys(aboutKeys) -> oneLine(aboutKeys.getMessage());
                    case UncheckedIOException aboutKeys when isAboutKeys(aboutKeys) -> oneLine(aboutKeys.getMessage());
                    default -> null;
                });
    }

    private String noAnswer() {
        return "MongoDB at %s does not answer; start it, or set MONGODB_URI to the right address.".formatted(hosts());
    }

    /** Addresses only: a password stays out of sight. */
    private String hosts() {
        try {
            return uri == null ? "(no address)" : String.join(",", new ConnectionString(uri).getHosts());
        } catch (IllegalArgumentException unreadable) {
            return "(unreadable address)";
        }
    }

    private static boolean isAboutKeys(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && KEY_KEEPERS.contains(stack[0].getClassName());
    }

    private static String oneLine(@Nullable String message) {
        return message == null
                ? "no reason given"
                : message.replaceAll("\\s+", " ").strip() + ".";
    }
}
