package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

class StartFailuresTest {
    private static final String URI = "mongodb://clerk:hidden@db.example:27017/";

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private boolean reports(Throwable failure) {
        return new StartFailures(URI, new PrintStream(said, true, StandardCharsets.UTF_8))
                .reportException(new IllegalArgumentException("a bean was not made", failure));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_store_that_does_not_answer_is_named_in_one_sentence_without_its_password() {
        assertThat(reports(new MongoTimeoutException("Timed out after 5000 ms\n at nowhere")))
                .isTrue();
        assertThat(said())
                .isEqualTo(
                        "Cannot start: MongoDB at db.example:27017 does not answer; start it, or set MONGODB_URI to the right address."
                                + System.lineSeparator());
    }

    @Test
    void what_the_store_refuses_is_quoted_on_one_line() {
        BsonDocument refusal = BsonDocument.parse("{ok: 0, code: 13, errmsg: 'not\\nauthorised'}");
        assertThat(reports(new MongoCommandException(refusal, new ServerAddress("db.example"))))
                .isTrue();
        assertThat(said()).startsWith("Cannot start: MongoDB at db.example:27017 cannot be used: ");
        assertThat(said().strip()).doesNotContain("\n").contains("not authorised");
    }

    @Test
    void a_missing_or_wrong_master_key_says_which_file(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("master.key");
        assertThat(reports(catchThrowable(() -> MasterKey.load(file)))).isTrue();
        Files.writeString(file, "c2hvcnQ=");
        assertThat(reports(catchThrowable(() -> MasterKey.load(file)))).isTrue();
        assertThat(said().lines())
                .containsExactly(
                        "Cannot start: The master key file " + file + " cannot be read.",
                        "Cannot start: The master key file " + file + " does not hold 32 bytes in base64.");
    }

    @Test
    void spring_asks_it_before_its_own_reporters() {
        ArgumentResolver context =
                ArgumentResolver.of(ConfigurableApplicationContext.class, new GenericApplicationContext());
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(SpringBootExceptionReporter.class, context))
                .first()
                .isInstanceOf(StartFailures.class);
    }

    @Test
    void any_other_failure_keeps_its_stack_trace() {
        assertThat(reports(new IllegalStateException("a mistake of ours"))).isFalse();
        assertThat(said()).isEmpty();
    }
}
