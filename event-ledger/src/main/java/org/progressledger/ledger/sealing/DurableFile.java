package org.progressledger.ledger.sealing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** A small file that is whole or not there, and on the disk when writing it returns. */
record DurableFile(Path path, String rights) {

    /** A file that its owner alone may read. */
    static DurableFile secret(Path path) {
        return new DurableFile(path, "rw-------");
    }

    /** A file that everybody may read. */
    static DurableFile open(Path path) {
        return new DurableFile(path, "rw-r--r--");
    }

    /** What it holds; nothing if it is not there. */
    Optional<String> read() {
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw SealingRefused.unusable(path, e);
        }
    }

    void write(String text) {
        try {
            Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
            Files.createDirectories(folder);
            Path fresh = create(folder);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            moveOnto(fresh, path);
        } catch (IOException e) {
            throw SealingRefused.unusable(path, e);
        }
    }

    /** Puts this file in the place of another one. */
    void replace(DurableFile other) {
        try {
            moveOnto(path, other.path);
        } catch (IOException e) {
            throw SealingRefused.unusable(path, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw SealingRefused.unusable(path, e);
        }
    }

    // made for its owner only: there is no moment in which others could open a secret
    private Path create(Path folder) throws IOException {
        Path fresh = Files.createTempFile(folder, String.valueOf(path.getFileName()), ".tmp");
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(rights));
        }
        return fresh;
    }

    private static void moveOnto(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // the name is on the disk only when its folder is
        try (FileChannel folder = FileChannel.open(to.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }
}
