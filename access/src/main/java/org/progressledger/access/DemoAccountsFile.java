package org.progressledger.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file with the demo accounts' passwords: replaced as a whole, readable by its owner only. */
final class DemoAccountsFile {

    private static final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    DemoAccountsFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What the file says; nothing when there is none. */
    List<DemoAccount> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            ownerOnly();
            return List.of(json.readValue(Files.readAllBytes(file), DemoAccount[].class));
        } catch (JacksonException e) {
            // the parser's message may quote a password
            throw new IllegalArgumentException("Not a file of demo accounts: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo accounts cannot be read: " + file, e);
        }
    }

    void write(List<DemoAccount> accounts) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
            Files.createDirectories(folder, rights("rwx------"));
            Path draft = Files.createTempFile(folder, ".demo-accounts", ".tmp", rights("rw-------"));
            try {
                try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(accounts));
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                    channel.force(true);
                }
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo accounts cannot be written: " + file, e);
        }
    }

    /** A file that was copied here may have come with wider rights. */
    private void ownerOnly() throws IOException {
        if (posix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private FileAttribute<?>[] rights(String rights) {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
