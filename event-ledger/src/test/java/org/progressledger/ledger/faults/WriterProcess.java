package org.progressledger.ledger.faults;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.progressledger.ledger.Append;
import org.progressledger.ledger.ClockBehindLedger;
import org.progressledger.ledger.CommandAlreadyRecorded;
import org.progressledger.ledger.CommandIdentity;
import org.progressledger.ledger.CommitLog;
import org.progressledger.ledger.Forwarding;
import org.progressledger.ledger.ForwardingRefused;
import org.progressledger.ledger.ForwardingSettings;
import org.progressledger.ledger.ForwardingState;
import org.progressledger.ledger.LedgerSettings;
import org.progressledger.ledger.LedgerUnavailable;
import org.progressledger.ledger.NewEvent;
import org.progressledger.ledger.SequenceConflict;
import org.progressledger.ledger.faults.Operation.Outcome;

/**
 * A process that writes to a ledger until it is ended, and keeps a diary: a line before each question and one after each
 * answer, each with one write, so that what was answered stands there although the process is killed.
 *
 * <p>Arguments: connection string, database, diary, threads, streams, seed, milliseconds by which its clock jumps at most, port at
 * which others forward their appends to it, 0 if each appends for itself. On its output it tells how many were forwarded.
 */
final class WriterProcess {
    private static final Duration ONE_EXCHANGE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int READS_PER_CENT = 20;
    private static final int MOST_EVENTS = 3;
    private static final int MOST_REPEATS = 5;

    private final CommitLog log;
    private final FileOutputStream diary;
    private final List<String> streams;
    private final Map<String, Long> lastSeen = new ConcurrentHashMap<>();

    private WriterProcess(CommitLog log, FileOutputStream diary, int streams) {
        this.log = log;
        this.diary = diary;
        this.streams =
                IntStream.range(0, streams).mapToObj(each -> "stream-" + each).toList();
    }

    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[5]);
        int jump = Integer.parseInt(arguments[6]);
        Random jumps = new Random(seed);
        InstantSource clock =
                () -> InstantSource.system().instant().plusMillis(jump == 0 ? 0 : jumps.nextInt(2 * jump) - jump);
        try (MongoClient client = MongoClients.create(arguments[0]);
                FileOutputStream diary = new FileOutputStream(arguments[2], true)) {
            LedgerSettings settings = LedgerSettings.defaults().withPatience(ONE_EXCHANGE, PATIENCE);
            MongoDatabase database = client.getDatabase(arguments[1]);
            int port = Integer.parseInt(arguments[7]);
            Forwarding forwarding = port == 0 ? null : forwarding(database, settings, port);
            CommitLog log = CommitLog.open(database, settings, clock, forwarding);
            if (forwarding != null) {
                takeWhatOthersForward(log, port);
                tellAgainAndAgain(forwarding);
            }
            WriterProcess writer = new WriterProcess(log, diary, Integer.parseInt(arguments[4]));
            for (int thread = 0; thread < Integer.parseInt(arguments[3]); thread++) {
                Random random = new Random(seed + thread);
                Thread.ofPlatform()
                        .daemon()
                        // no line of a diary: whoever reads it is alarmed
                        .uncaughtExceptionHandler((failed, e) -> writer.note("X " + e))
                        .start(() -> writer.write(random));
            }
            // whoever started it ends it: by killing it, or kindly
            while (System.in.read() != -1) {
                continue;
            }
        }
    }

    private static Forwarding forwarding(MongoDatabase database, LedgerSettings settings, int port) {
        URI address = URI.create("http://127.0.0.1:" + port);
        return Forwarding.start(
                database,
                settings,
                new ForwardingSettings(() -> Optional.of(address), () -> "writer", ForwardingSettings.LEASE));
    }

    private static void takeWhatOthersForward(CommitLog log, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(
                work -> Thread.ofPlatform().daemon().unstarted(work)));
        server.createContext(Forwarding.PATH, exchange -> {
            try (exchange) {
                byte[] answer = log.appendForwarded(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            } catch (ForwardingRefused e) {
                exchange.getResponseHeaders().add("Retry-After", "1");
                exchange.sendResponseHeaders(e.reason() == ForwardingRefused.Reason.UNAVAILABLE ? 503 : 404, -1);
            }
        });
        server.start();
    }

    private static void tellAgainAndAgain(Forwarding forwarding) {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                ForwardingState state = forwarding.state();
                System.out.printf("F %d %d%n", state.forwarded(), state.fellBack());
                LockSupport.parkNanos(200_000_000);
            }
        });
    }

    private void write(Random random) {
        while (true) {
            String stream = streams.get(random.nextInt(streams.size()));
            if (random.nextInt(100) < READS_PER_CENT || !lastSeen.containsKey(stream)) {
                look(stream);
            } else {
                append(stream, 1 + random.nextInt(MOST_EVENTS));
            }
        }
    }

    private void look(String stream) {
        long began = System.nanoTime();
        try {
            long last = log.lastSequence(stream).orElse(-1);
            note("R %d %d %s %d".formatted(began, System.nanoTime(), stream, last));
            lastSeen.merge(stream, last, Math::max);
        } catch (LedgerUnavailable notNow) {
            // was not answered, so nothing was seen
        }
    }

    private void append(String stream, int size) {
        long first = lastSeen.getOrDefault(stream, -1L) + 1;
        List<NewEvent> events = IntStream.range(0, size)
                .mapToObj(each -> event(stream, first + each))
                .toList();
        Append append = new Append(
                new CommandIdentity("writer", events.getFirst().eventId(), "0123456789abcdef".repeat(4)), events);
        String asked = "%s %d %s"
                .formatted(
                        stream,
                        first,
                        String.join(",", events.stream().map(NewEvent::eventId).toList()));
        for (int attempt = 0; attempt < MOST_REPEATS; attempt++) {
            long began = System.nanoTime();
            note("S %d %s".formatted(began, asked));
            try {
                long position = log.append(append).firstPosition();
                answered(began, Outcome.RECORDED, position, asked);
                lastSeen.merge(stream, first + size - 1, Math::max);
                return;
            } catch (CommandAlreadyRecorded before) {
                answered(began, Outcome.RECORDED, before.commit().firstPosition(), asked);
                lastSeen.merge(stream, first + size - 1, Math::max);
                return;
            } catch (SequenceConflict taken) {
                answered(began, Outcome.TAKEN, -1, asked);
                look(stream);
                return;
            } catch (ClockBehindLedger slow) {
                answered(began, Outcome.REFUSED, -1, asked);
                return;
            } catch (LedgerUnavailable trouble) {
                if (!trouble.outcomeUnknown()) {
                    answered(began, Outcome.REFUSED, -1, asked);
                    return;
                }
                // the same command again finds out
                answered(began, Outcome.UNKNOWN, -1, asked);
            }
        }
    }

    private static NewEvent event(String stream, long sequence) {
        return new NewEvent(
                UUID.randomUUID().toString(),
                "project",
                stream,
                sequence,
                "progress-reported",
                "1",
                InstantSource.system().instant(),
                "{\"percent\":\"12.50\"}",
                Map.of("actor", "officer"));
    }

    private void answered(long began, Outcome outcome, long position, String asked) {
        note("E %d %d %s %d %s".formatted(began, System.nanoTime(), outcome, position, asked));
    }

    private void note(String line) {
        try {
            diary.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("No diary", e);
        }
    }
}
