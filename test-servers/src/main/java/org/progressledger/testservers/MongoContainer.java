package org.progressledger.testservers;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.TestcontainersConfiguration;

/** A replica set of one in a container, where Docker answers and has the image. */
final class MongoContainer {
    private static final List<String> IMAGES = List.of("mongo:8", "mongo:8.0", "mongo:8.2", "mongo:7", "mongo:7.0");
    private static final int DOCKER_ANSWERS_WITHIN_SECONDS = 5;

    private MongoContainer() {}

    /** Empty without Docker or image: asked of the {@code docker} client, since Testcontainers itself waits minutes for both. */
    static Optional<RealServer> start() throws InterruptedException {
        Optional<String> image = image();
        if (image.isEmpty()) return Optional.empty();
        @SuppressWarnings("resource") // removed by Ryuk, or by the hook where there is no Ryuk
        var container = new MongoDBContainer(DockerImageName.parse(image.get()).asCompatibleSubstituteFor("mongo"));
        container.withReplicaSet();
        try {
            container.start();
        } catch (RuntimeException e) {
            System.out.println("TEST SERVERS: the container " + image.get() + " did not start: " + e.getMessage());
            return Optional.empty();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(container::stop, "mongo-container-stop"));
        String uri =
                "mongodb://" + container.getHost() + ":" + container.getMappedPort(27017) + "/?directConnection=true";
        return Optional.of(new RealServer("container " + image.get() + " (replica set)", uri));
    }

    private static Optional<String> image() throws InterruptedException {
        if (!answers(List.of("docker", "version", "--format", "{{.Server.Version}}"))) return Optional.empty();
        boolean mayPull = RealServer.setting("MONGODB_TEST_PULL").equals("yes");
        Optional<String> image = Optional.empty();
        for (String candidate : IMAGES) {
            if (image.isEmpty() && isLocal(candidate)) image = Optional.of(candidate);
        }
        if (mayPull) return image.or(() -> Optional.of(IMAGES.getFirst()));
        if (image.isPresent() && !reaperIsAtHand()) {
            System.out.println("TEST SERVERS: Docker has " + image.get() + ", but not Testcontainers' own "
                    + TestcontainersConfiguration.getInstance().getRyukImage() + "; it is passed over unless"
                    + " TESTCONTAINERS_RYUK_DISABLED=true or MONGODB_TEST_PULL=yes");
            return Optional.empty();
        }
        return image;
    }

    private static boolean reaperIsAtHand() throws InterruptedException {
        return "true".equals(System.getenv("TESTCONTAINERS_RYUK_DISABLED"))
                || isLocal(TestcontainersConfiguration.getInstance().getRyukImage());
    }

    private static boolean isLocal(String image) throws InterruptedException {
        return answers(List.of("docker", "image", "inspect", "--format", "{{.Id}}", image));
    }

    private static boolean answers(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(DOCKER_ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS)) return process.exitValue() == 0;
            process.destroyForcibly();
            return false;
        } catch (IOException noClient) {
            return false;
        }
    }
}
