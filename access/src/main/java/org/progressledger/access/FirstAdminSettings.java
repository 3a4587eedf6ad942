package org.progressledger.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who administers a new installation, under {@code progress-ledger.first-admin}.
 *
 * @param username the ADMIN to make when there is no account at all; none is made unless set
 * @param passwordFile a file that holds the password on its first line, such as a mounted secret
 */
@ConfigurationProperties("progress-ledger.first-admin")
public record FirstAdminSettings(
        @Nullable String username, @Nullable Path passwordFile) {}
