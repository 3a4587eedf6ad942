package org.progressledger.testservers;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A replica set of real mongod processes on loopback whose members a test kills, hangs and starts again. Members are numbered
 * from 0. For one thread.
 */
public final class ReplicaSet implements AutoCloseable {
    private static final String NAME = "rs0";
    private static final String UNLIMITED = "unlimited";
    private static final int BLOCK = 512;
    private static final long JOURNAL_BLOCKS = 4_096;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ELECTION = Duration.ofSeconds(1);
    private static final int HEARTBEATS_IN_AN_ELECTION = 5;

    private final Path mongod;
    private final boolean canFreeze;
    private final Path folder;
    private final int[] ports;
    private final Process[] processes;
    private final Map<Integer, MongoClient> direct = new HashMap<>();

    private ReplicaSet(Path mongod, int members, boolean canFreeze) throws IOException {
        this.mongod = mongod;
        this.canFreeze = canFreeze;
        this.folder = Files.createTempDirectory("replica-set-");
        this.ports = new int[members];
        this.processes = new Process[members];
        for (int member = 0; member < members; member++) {
            ports[member] = Ports.free();
        }
    }

    /** Started, with a primary and healthy secondaries; nothing if this machine has no mongod. */
    public static Optional<ReplicaSet> of(int members) throws IOException, InterruptedException {
        return of(members, false);
    }

    /** The same of members that can be {@linkplain #freeze frozen}. */
    public static Optional<ReplicaSet> thatCanFreeze(int members) throws IOException, InterruptedException {
        return of(members, true);
    }

    private static Optional<ReplicaSet> of(int members, boolean canFreeze) throws IOException, InterruptedException {
        Path mongod;
        try {
            mongod = MongodProcess.binary().path();
        } catch (NoRealMongo e) {
            System.out.println(TestMongo.leftOut("a replica set", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        ReplicaSet set = new ReplicaSet(mongod, members, canFreeze);
        Runtime.getRuntime().addShutdownHook(new Thread(set::killAll, "replica-set-stop"));
        for (int member = 0; member < members; member++) {
            set.launch(member, UNLIMITED);
        }
        for (int member = 0; member < members; member++) {
            set.awaitListening(member);
        }
        set.initiate();
        set.awaitHealthy();
        return Optional.of(set);
    }

    /** For a client that outlives a change of the primary, and does not wait for one that hangs. */
    public String connectionString() {
        return "mongodb://"
                + IntStream.range(0, ports.length).mapToObj(this::host).collect(Collectors.joining(","))
                + "/?replicaSet=" + NAME
                + "&heartbeatFrequencyMS=500&connectTimeoutMS=2000&socketTimeoutMS=3000&serverSelectionTimeoutMS=5000";
    }

    /** The member that is primary now; waits for an election to end. */
    public int primary() {
        int[] found = {-1};
        await("a primary", () -> {
            found[0] = states().indexOf("PRIMARY");
            return found[0] >= 0;
        });
        return found[0];
    }

    /** As kill -9 does. */
    public void kill(int member) {
        processes[member].destroyForcibly();
        processes[member].onExit().join();
    }

    /** Waits until a member has ended by itself. */
    public void awaitEnd(int member) {
        await("end of member " + member, () -> !processes[member].isAlive());
    }

    /** Its connections stay open and nobody answers, as with a disk that hangs. */
    public void hang(int member) throws IOException {
        signal("-STOP", member);
    }

    public void goOn(int member) throws IOException {
        signal("-CONT", member);
    }

    /** From now on clients read from the primary and this secondary only; others still acknowledge what is written. */
    public void hideAllBut(int secondary) {
        int primary = primary();
        Document config = admin(primary, new Document("replSetGetConfig", 1)).get("config", Document.class);
        for (Document member : config.getList("members", Document.class)) {
            int number = member.getInteger("_id");
            if (number != primary) {
                member.append("priority", 0).append("hidden", number != secondary);
            }
        }
        config.append("version", config.getInteger("version") + 1);
        admin(primary, new Document("replSetReconfig", config));
        awaitHealthy();
    }

    /** A secondary goes on answering, and learns nothing more, as one that is far away or has too much to do. */
    public void freeze(int secondary) {
        applying(secondary, "alwaysOn");
    }

    /** It learns what it missed. */
    public void thaw(int secondary) {
        applying(secondary, "off");
    }

    private void applying(int secondary, String stop) {
        admin(secondary, new Document("configureFailPoint", "rsSyncApplyStop").append("mode", stop));
    }

    /** Starts a member on its port and files, and waits until it is primary or a healthy secondary. */
    public void restart(int member) throws IOException {
        restart(member, UNLIMITED);
    }

    /** The same with room on its disk for that many bytes more in a file; a file that would grow further ends it. */
    public void restartWithRoomFor(int member, int bytes) throws IOException {
        long room = Math.max(largestFile(member) / BLOCK, JOURNAL_BLOCKS) + bytes / BLOCK;
        restart(member, String.valueOf(room));
    }

    private void restart(int member, String blocks) throws IOException {
        launch(member, blocks);
        awaitListening(member);
        awaitHealthy();
    }

    private long largestFile(int member) throws IOException {
        try (Stream<Path> files = Files.list(data(member))) {
            return files.filter(file -> file.toString().endsWith(".wt"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        }
    }

    private Path data(int member) {
        return folder.resolve("member-" + member);
    }

    private String host(int member) {
        return "127.0.0.1:" + ports[member];
    }

    private void launch(int member, String blocks) throws IOException {
        Path data = Files.createDirectories(data(member));
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", "ulimit -c 0; ulimit -f " + blocks + "; exec \"$@\"", "mongod", mongod.toString()));
        command.addAll(List.of("--replSet", NAME, "--port", String.valueOf(ports[member]), "--bind_ip", "127.0.0.1"));
        command.addAll(List.of("--dbpath", data.toString(), "--nounixsocket"));
        // what is usual takes a part of the machine for each member
        command.addAll(List.of("--wiredTigerCacheSizeGB", "0.25", "--oplogSize", "64"));
        command.addAll(List.of("--setParameter", "diagnosticDataCollectionEnabled=false"));
        // seconds until a secondary gives a silent primary up
        command.addAll(List.of("--setParameter", "oplogNetworkTimeoutBufferSeconds=1"));
        if (canFreeze) {
            command.addAll(List.of("--setParameter", "enableTestCommands=1"));
        }
        if (!blocks.equals(UNLIMITED)) {
            // its journal is 100 MB at once otherwise
            command.addAll(List.of("--wiredTigerEngineConfigString", "log=(file_max=1MB,prealloc=false)"));
        }
        processes[member] = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(member + ".log").toFile()))
                .start();
    }

    private void initiate() {
        List<Document> members = new ArrayList<>();
        for (int member = 0; member < ports.length; member++) {
            members.add(new Document("_id", member).append("host", host(member)));
        }
        Document settings = new Document("electionTimeoutMillis", ELECTION.toMillis())
                .append("heartbeatIntervalMillis", ELECTION.toMillis() / HEARTBEATS_IN_AN_ELECTION)
                .append("catchUpTimeoutMillis", 2_000)
                // a member of a new set may otherwise refuse for a minute to follow the one that becomes primary
                .append("chainingAllowed", false);
        admin(
                0,
                new Document(
                        "replSetInitiate",
                        new Document("_id", NAME).append("members", members).append("settings", settings)));
    }

    private void awaitListening(int member) {
        await("mongod of member " + member, () -> {
            if (!processes[member].isAlive()) {
                throw new IllegalStateException("mongod of member " + member + " ended with "
                        + processes[member].exitValue() + ", see " + folder.resolve(member + ".log"));
            }
            try {
                admin(member, new Document("ping", 1));
                return true;
            } catch (MongoException notYet) {
                return false;
            }
        });
    }

    /** Until there is a primary, and whoever lives follows it. */
    public void awaitHealthy() {
        await("a primary and healthy secondaries", () -> {
            List<String> states = states();
            long alive = Arrays.stream(processes).filter(Process::isAlive).count();
            return states.contains("PRIMARY")
                    && states.stream()
                                    .filter(List.of("PRIMARY", "SECONDARY")::contains)
                                    .count()
                            == alive;
        });
    }

    private List<String> states() {
        return IntStream.range(0, ports.length).mapToObj(this::state).toList();
    }

    private String state(int member) {
        if (!processes[member].isAlive()) {
            return "DOWN";
        }
        try {
            Document hello = admin(member, new Document("hello", 1));
            return hello.getBoolean("isWritablePrimary", false)
                    ? "PRIMARY"
                    : hello.getBoolean("secondary", false) ? "SECONDARY" : "OTHER";
        } catch (MongoException silent) {
            return "DOWN";
        }
    }

    private Document admin(int member, Document command) {
        return direct.computeIfAbsent(
                        member,
                        first -> MongoClients.create("mongodb://" + host(member)
                                + "/?directConnection=true&serverSelectionTimeoutMS=500&connectTimeoutMS=500"
                                + "&socketTimeoutMS=3000&heartbeatFrequencyMS=500"))
                .getDatabase("admin")
                .runCommand(command);
    }

    private void signal(String signal, int member) throws IOException {
        Process kill = new ProcessBuilder("kill", signal, String.valueOf(processes[member].pid())).start();
        if (kill.onExit().join().exitValue() != 0) {
            throw new IOException("kill " + signal + " of member " + member + " failed");
        }
    }

    private static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("No " + what + " within " + PATIENCE);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private void killAll() {
        for (Process process : processes) {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    /** Kills all members and removes their files. */
    @Override
    public void close() throws IOException {
        direct.values().forEach(MongoClient::close);
        killAll();
        for (Process process : processes) {
            process.onExit().join();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
