package org.progressledger.command.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.progressledger.testservers.TestMongo;

class ServerCheckTest {
    @Test
    void a_server_that_takes_writes_is_no_trouble() {
        assertThat(ServerCheck.trouble(new ConnectionString(TestMongo.embedded().connectionString())))
                .isNull();
    }

    @Test
    void nobody_at_the_address_is_told_within_seconds_and_without_the_password() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        long began = System.nanoTime();

        assertThat(ServerCheck.trouble(new ConnectionString("mongodb://me:geheim@127.0.0.1:" + free)))
                .isNotNull()
                .doesNotContain("geheim");
        assertThat(System.nanoTime() - began).isLessThan(20_000_000_000L);
    }
}
