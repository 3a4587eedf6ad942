package org.progressledger.command.archive;

import java.util.List;
import java.util.Map;

/** What came of opening an archive. */
public sealed interface ArchiveResult {

    /** @param entries in the order of the archive's directory */
    record Opened(List<Entry> entries) implements ArchiveResult {
        public Opened {
            entries = List.copyOf(entries);
        }
    }

    /** Nothing of it is read. */
    record Refused(ArchiveReason reason, Map<String, Object> data) implements ArchiveResult {
        public Refused {
            data = Map.copyOf(data);
        }
    }

    /** One entry, by the name that the archive gives it: text to show, never a path. */
    sealed interface Entry {
        String name();
    }

    /** A file, unpacked and checked. The array is the caller's. */
    record File(String name, byte[] bytes) implements Entry {}

    /** Not read, and why. */
    record Unread(String name, ArchiveReason reason, Map<String, Object> data) implements Entry {
        public Unread {
            data = Map.copyOf(data);
        }
    }
}
