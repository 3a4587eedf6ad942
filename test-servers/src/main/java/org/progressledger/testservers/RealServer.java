package org.progressledger.testservers;

/**
 * A real MongoDB that tests may use.
 *
 * @param name what it is, for a person
 * @param connectionString without a database
 */
record RealServer(String name, String connectionString) {

    /**
     * Takes the first that can be had: the one named by {@code MONGODB_TEST_URI} (environment or system property), a container,
     * a mongod binary.
     */
    static RealServer find() throws NoRealMongo {
        String uri = setting("MONGODB_TEST_URI");
        if (!uri.isEmpty()) return new RealServer("MongoDB of MONGODB_TEST_URI", uri);
        try {
            var container = MongoContainer.start();
            return container.isPresent() ? container.get() : MongodProcess.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRealMongo("interrupted while one was started");
        }
    }

    static String setting(String name) {
        String property = System.getProperty(name, "");
        if (!property.isBlank()) return property.strip();
        String variable = System.getenv(name);
        return variable == null ? "" : variable.strip();
    }
}
