package org.progressledger.verifier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that came twice among any number of them, in memory of a fixed size: of each a {@link Fingerprint} is kept, in
 * parts that go to temporary files when there are many.
 *
 * <p>The same text never goes unnoticed. That two different ones are taken for the same takes a chance of one in 10^16 with
 * a thousand million of them; fingerprints are made anew each time, so nobody can prepare such two.
 */
final class Seen implements AutoCloseable {
    private static final int PARTS = 64;
    private static final int PART_SHIFT = 58; // the six highest bits
    private static final int LONGS = 3;
    private final int mostInMemory;
    private final Part[] parts = new Part[PARTS];
    private long inMemory;
    private @Nullable Path folder;

    Seen(int mostInMemory) {
        this.mostInMemory = mostInMemory;
        Arrays.setAll(parts, Part::new);
    }

    void add(Fingerprint text, long position) {
        parts[(int) (text.one() >>> PART_SHIFT)].add(text.one(), text.two(), position);
        if (++inMemory > mostInMemory) {
            for (Part part : parts) {
                part.spill();
            }
            inMemory = 0;
        }
    }

    /** The smallest position below that whose text came at an earlier position as well; -1 if there is none. */
    long firstRepeated(long below) {
        long first = below;
        for (Part part : parts) {
            first = Math.min(first, part.firstRepeated(first));
        }
        return first == below ? -1 : first;
    }

    @Override
    public void close() {
        try {
            for (Part part : parts) {
                Files.deleteIfExists(part.file());
            }
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new CopyUnreadable("Temporary files in " + folder + " could not be deleted", e);
        }
    }

    private final class Part {
        private final int number;
        private long[] kept = new long[LONGS * 16];
        private int size;

        Part(int number) {
            this.number = number;
        }

        void add(long one, long two, long position) {
            if (size == kept.length) {
                kept = Arrays.copyOf(kept, size * 2);
            }
            kept[size++] = one;
            kept[size++] = two;
            kept[size++] = position;
        }

        Path file() {
            return (folder == null ? Path.of("") : folder).resolve("seen-" + number);
        }

        void spill() {
            try {
                if (folder == null) {
                    folder = Files.createTempDirectory("ledger-verify-");
                }
                try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(file(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
                    for (int i = 0; i < size; i++) {
                        out.writeLong(kept[i]);
                    }
                }
            } catch (IOException e) {
                throw new CopyUnreadable("Temporary files cannot be written: " + e.getMessage(), e);
            }
            size = 0;
        }

        long firstRepeated(long below) {
            long[] all = all();
            int count = all.length / LONGS;
            int slots = Integer.highestOneBit(Math.max(count, 1)) * 4;
            int[] table = new int[slots];
            long first = below;
            for (int i = 0; i < count; i++) { // they were added by position, so a later one is the repetition
                int slot = (int) (all[i * LONGS + 1] & (slots - 1));
                while (table[slot] != 0 && !same(all, table[slot] - 1, i)) {
                    slot = (slot + 1) & (slots - 1);
                }
                if (table[slot] != 0) {
                    first = Math.min(first, all[i * LONGS + 2]);
                } else {
                    table[slot] = i + 1;
                }
            }
            return first;
        }

        private long[] all() {
            if (folder == null || !Files.exists(file())) {
                return Arrays.copyOf(kept, size);
            }
            try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file())))) {
                int spilled = Math.toIntExact(Files.size(file()) / Long.BYTES);
                long[] all = new long[Math.addExact(spilled, size)];
                for (int i = 0; i < spilled; i++) {
                    all[i] = in.readLong();
                }
                System.arraycopy(kept, 0, all, spilled, size);
                return all;
            } catch (EOFException e) {
                throw new CopyUnreadable("A temporary file was cut off", e);
            } catch (IOException e) {
                throw new CopyUnreadable("Temporary files cannot be read: " + e.getMessage(), e);
            }
        }

        private static boolean same(long[] all, int i, int j) {
            return all[i * LONGS] == all[j * LONGS] && all[i * LONGS + 1] == all[j * LONGS + 1];
        }
    }
}
