package org.progressledger.testservers;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.progressledger.store.EmbeddedStore;
import org.progressledger.store.StoreSettings;

/** A MongoDB server for tests: started when first asked for, one per JVM, ended with it. */
public final class TestMongo {
    private static @Nullable TestMongo embedded;
    private static @Nullable TestMongo real;
    private static @Nullable NoRealMongo noReal;

    private final String name;
    private final String connectionString;
    private final MongoClient client;

    private TestMongo(String name, String connectionString) {
        this.name = name;
        this.connectionString = connectionString;
        this.client = MongoClients.create(connectionString);
    }

    /** A replica set of real servers that a test has for itself. */
    public static TestMongo of(ReplicaSet set) {
        return new TestMongo("a replica set", set.connectionString());
    }

    /** The embedded store, in memory. */
    public static synchronized TestMongo embedded() {
        if (embedded == null) {
            EmbeddedStore store = EmbeddedStore.open(StoreSettings.inMemory());
            Runtime.getRuntime().addShutdownHook(new Thread(store::close, "embedded-store-stop"));
            embedded = new TestMongo("embedded store", store.connectionString());
            announce(embedded);
        }
        return embedded;
    }

    /**
     * A real server, always a replica set unless {@code MONGODB_TEST_URI} names another.
     *
     * @throws IllegalStateException when none can be had
     */
    public static synchronized TestMongo real() {
        try {
            return findReal();
        } catch (NoRealMongo e) {
            throw new IllegalStateException("No real MongoDB: " + e.getMessage(), e);
        }
    }

    /**
     * For {@code @MethodSource("org.progressledger.testservers.TestMongo#servers")}: the embedded store and the real server.
     * Without a real one: the embedded store alone, said on standard output.
     *
     * @throws IllegalStateException when there is no real one and system property {@code real.mongodb.required} is {@code true}
     */
    public static Stream<TestMongo> servers() {
        List<TestMongo> servers = new ArrayList<>(List.of(embedded()));
        String absence = absenceOfReal();
        if (absence == null) servers.add(real());
        else System.out.println(leftOut("the real server", absence));
        return servers.stream();
    }

    /** What it is, for a person: {@code mongod 6.0.5 (replica set, from /.../target/mongod/mongod)}. */
    public String name() {
        return name;
    }

    /** Without a database. */
    public String connectionString() {
        return connectionString;
    }

    /** With this database, other options kept. */
    public String connectionString(String database) {
        return withDatabase(connectionString, database);
    }

    static String withDatabase(String uri, String database) {
        int question = uri.indexOf('?');
        String head = question < 0 ? uri : uri.substring(0, question);
        String options = question < 0 ? "" : uri.substring(question);
        int slash = head.indexOf('/', head.indexOf("://") + "://".length());
        String hosts = slash < 0 ? head : head.substring(0, slash);
        if (hosts.contains("@") && !options.toLowerCase(Locale.ROOT).contains("authsource=")) {
            // an account is looked up in the URI's database, which is about to change
            String accounts = slash < 0 || slash == head.length() - 1 ? "admin" : head.substring(slash + 1);
            options = (options.isEmpty() ? "?" : options + "&") + "authSource=" + accounts;
        }
        return hosts + "/" + database + options;
    }

    /** Shared by all tests of this JVM; not to be closed. */
    public MongoClient client() {
        return client;
    }

    /** A new empty database of a name nobody else has. */
    public MongoDatabase freshDatabase() {
        return client.getDatabase("test-" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return name;
    }

    /** Why there is no real server; null when there is one, which is then running. */
    static synchronized @Nullable String absenceOfReal() {
        try {
            findReal();
            return null;
        } catch (NoRealMongo e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * What to print when {@code what} does not run.
     *
     * @throws IllegalStateException when the real server is required
     */
    static String leftOut(String what, String absence) {
        if (Boolean.getBoolean("real.mongodb.required")) {
            throw new IllegalStateException("A real MongoDB is required here, and there is none: " + absence);
        }
        return "LEFT OUT: " + what + ", no real MongoDB: " + absence;
    }

    private static TestMongo findReal() throws NoRealMongo {
        if (noReal != null) throw noReal;
        if (real == null) {
            try {
                RealServer server = RealServer.find();
                real = new TestMongo(server.name(), server.connectionString());
                announce(real);
            } catch (NoRealMongo e) {
                noReal = e;
                throw e;
            }
        }
        return real;
    }

    private static void announce(TestMongo server) {
        var hosts = new ConnectionString(server.connectionString).getHosts(); // a password stays out of the log
        System.out.println("TEST SERVERS: " + server.name + ", mongodb://" + String.join(",", hosts));
    }
}
