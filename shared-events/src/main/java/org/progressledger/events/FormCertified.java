package org.progressledger.events;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * ขอรับรองว่าข้อมูลถูกต้อง: somebody signed the form as it stood.
 *
 * @param certifier who, sealed
 * @param post ตำแหน่ง, where told
 * @param certifiedOn the day of the signature, where told
 * @param ledgerPosition the last event that the signed form reflects, from 0
 * @param digest of the form as it was signed
 */
public record FormCertified(
        ProjectCode project,
        PersonalData certifier,
        @Nullable String post,
        @Nullable LocalDate certifiedOn,
        long ledgerPosition,
        Sha256 digest)
        implements ProjectEvent {

    public FormCertified {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(certifier, "certifier");
        if (ledgerPosition < 0) {
            throw new IllegalArgumentException("Positions count from 0: " + ledgerPosition);
        }
        Objects.requireNonNull(digest, "digest");
    }
}
