package org.progressledger.projectledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {
    private static final byte[] WORDS = "ผู้ประสานงาน".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void a_missing_key_is_made_for_the_eyes_of_its_owner_only_and_found_again() throws Exception {
        Path file = folder.resolve("secrets/master.key");

        MasterKey made = MasterKey.loadOrMake(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("secrets").toFile().list()).containsExactly("master.key");
        assertThat(MasterKey.loadOrMake(file).open(made.seal(WORDS, "p"), "p")).isEqualTo(WORDS);
        assertThat(MasterKey.load(file).fingerprint("a", "b")).isEqualTo(made.fingerprint("a", "b"));
    }

    @Test
    void of_many_starters_at_once_all_get_the_same_key() throws Exception {
        for (int round = 0; round < 10; round++) {
            Path file = folder.resolve("secrets-" + round + "/master.key");
            Callable<String> start = () -> MasterKey.loadOrMake(file).fingerprint("who", "am I");
            Set<String> keys = new HashSet<>();
            try (var starters = Executors.newFixedThreadPool(8)) {
                for (Future<String> key :
                        starters.invokeAll(List.of(start, start, start, start, start, start, start))) {
                    keys.add(key.get());
                }
            }
            assertThat(keys).hasSize(1);
        }
    }

    @Test
    void a_missing_key_is_refused_where_none_may_be_made() {
        assertThatThrownBy(() -> MasterKey.load(folder.resolve("none.key")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.key");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void a_file_that_holds_no_key_is_refused_and_left_as_it_is(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("master.key"), content);

        assertThatThrownBy(() -> MasterKey.loadOrMake(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(content);
    }

    @Test
    void what_is_sealed_twice_looks_different_and_opens_alike() {
        MasterKey key = MasterKey.random();
        byte[] once = key.seal(WORDS, "p");
        byte[] again = key.seal(WORDS, "p");

        assertThat(once).isNotEqualTo(again);
        assertThat(key.open(once, "p")).isEqualTo(key.open(again, "p")).isEqualTo(WORDS);
        assertThat(key.open(key.seal(new byte[0], "p"), "p")).isEmpty();
    }

    @Test
    void any_changed_byte_is_noticed() {
        MasterKey key = MasterKey.random();
        byte[] sealed = key.seal(WORDS, "p");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open(changed, "p")).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 27})
    void what_is_too_short_to_be_sealed_is_refused(int length) {
        assertThatThrownBy(() -> MasterKey.random().open(new byte[length], "p"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_purpose_or_another_key_opens_nothing() {
        MasterKey key = MasterKey.random();
        byte[] sealed = key.seal(WORDS, "printout");

        assertThatThrownBy(() -> key.open(sealed, "person")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> MasterKey.random().open(sealed, "printout")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_fingerprint_depends_on_key_purpose_and_text() {
        MasterKey key = MasterKey.random();
        assertThat(Set.of(
                        key.fingerprint("a", "b"),
                        key.fingerprint("a", "c"),
                        key.fingerprint("b", "b"),
                        MasterKey.random().fingerprint("a", "b")))
                .hasSize(4)
                .allMatch(print -> print.matches("[0-9a-f]{64}"));
        assertThat(key.toString()).isEqualTo("MasterKey[...]");
    }
}
