package org.progressledger.command.archive;

import org.progressledger.problems.ReasonCode;

/** Why an archive, or one file in it, is not read. The texts are in {@code messages/archive_*.properties}. */
public enum ArchiveReason implements ReasonCode {
    /** No ZIP, cut off, or one whose parts contradict each other. */
    ARCHIVE_DAMAGED(422),
    /** It holds no file. */
    ARCHIVE_EMPTY(422),
    /** {@code limit}. */
    ARCHIVE_TOO_MANY_FILES(413),
    /** {@code limit}, in bytes. */
    ARCHIVE_UNPACKS_TOO_LARGE(413),
    /** {@code file}; {@code limit}, bytes from one. */
    ARCHIVE_PACKED_TOO_TIGHTLY(413),
    /** A directory, or what an operating system puts beside files. */
    ENTRY_LEFT_OUT(422),
    ENTRY_ENCRYPTED(422),
    /** It points elsewhere, is too long, or holds characters that one does not see. */
    ENTRY_NAME_UNSAFE(422),
    ENTRY_NAME_TWICE(422),
    /** A link instead of a file. */
    ENTRY_IS_LINK(422),
    /** An archive in an archive. */
    ENTRY_IS_ARCHIVE(422),
    /** {@code limit}, in bytes. */
    ENTRY_TOO_LARGE(413),
    /** {@code method}. */
    ENTRY_PACKED_UNUSUALLY(422),
    /** What comes out is not what the archive says of it. */
    ENTRY_DAMAGED(422);

    private final int status;

    ArchiveReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
