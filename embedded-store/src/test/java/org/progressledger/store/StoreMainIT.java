package org.progressledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreMainIT {
    @TempDir
    Path folder;

    @Test
    void closes_cleanly_on_term_and_finds_everything_again() throws Exception {
        var settings = Map.of("STORE_FILE", file().toString());
        try (var store = StoreProcess.start(settings);
                var client = store.client()) {
            client.getDatabase("x").getCollection("notes").insertOne(new Document("_id", 1));
            store.askToEnd();
            assertThat(store.exitCode()).isEqualTo(143);
        }
        try (var store = StoreProcess.start(settings);
                var client = store.client()) {
            assertThat(client.getDatabase("x").getCollection("notes").countDocuments())
                    .isEqualTo(1);
        }
    }

    @Test
    void says_in_one_sentence_that_another_process_owns_the_file() throws Exception {
        try (var first = EmbeddedStore.open(StoreSettings.inFile(file()))) {
            assertThat(first.port()).isPositive();
            assertRefused(5, "The store file is in use by another process: " + file(), "--file=" + file());
        }
    }

    @Test
    void says_in_one_sentence_that_the_port_is_taken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    3,
                    "The store cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (Address already in use)",
                    "--file=" + file(),
                    "--port=" + taken.getLocalPort());
        }
    }

    @Test
    void says_in_one_sentence_that_the_folder_cannot_be_used() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("note"), "a file");
        assertRefused(4, "The folder for the store cannot be made: " + notAFolder, "--file=" + notAFolder + "/store");
    }

    @Test
    void says_how_it_is_used() throws Exception {
        assertRefused(2, "No file for the store: give --file or STORE_FILE");
        assertRefused(2, "Not an argument of the store: --colour=red", "--colour=red");
    }

    @Test
    void ends_with_its_parent() throws Exception {
        Process parent = new ProcessBuilder("sleep", "60").start();
        try (var store = StoreProcess.start(
                Map.of("STORE_FILE", file().toString(), "STORE_PARENT_PID", String.valueOf(parent.pid())))) {
            parent.destroyForcibly();
            assertThat(store.exitCode()).isZero();
        } finally {
            parent.destroyForcibly();
        }
    }

    private Path file() {
        return folder.resolve("data").resolve("store.mv");
    }

    private static void assertRefused(int exitCode, String sentence, String... args) throws Exception {
        try (var refused = StoreProcess.launch(Map.of(), args)) {
            assertThat(refused.output()).startsWith(sentence).doesNotContain("Exception in thread");
            assertThat(refused.exitCode()).isEqualTo(exitCode);
        }
    }
}
