package org.progressledger.events;

import java.util.Objects;

/**
 * แนบหลักฐาน: a file that proves something of the project. The ledger keeps its digest, never its bytes.
 *
 * @param mediaType such as {@code application/pdf}
 * @param size in bytes, at least 1
 * @param name the file's name as it was handed in
 */
public record EvidenceAttached(ProjectCode project, Sha256 sha256, String mediaType, long size, String name)
        implements ProjectEvent {

    public EvidenceAttached {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(sha256, "sha256");
        Texts.required("media type", mediaType);
        if (size < 1) {
            throw new IllegalArgumentException("An empty file proves nothing: " + size);
        }
        Texts.required("file name", name);
    }
}
