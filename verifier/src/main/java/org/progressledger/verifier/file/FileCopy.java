package org.progressledger.verifier.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.LedgerCopy;
import org.progressledger.verifier.Listener;
import org.progressledger.verifier.mongo.Reading;

/** An exported ledger, read line by line; a line that is not written exactly as the export writes it is refused. */
public final class FileCopy implements LedgerCopy {
    private final Opener opener;

    /** Opens the bytes. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    public FileCopy(Path file) {
        this(() -> Files.newInputStream(file));
    }

    public FileCopy(Opener opener) {
        this.opener = opener;
    }

    @Override
    public void tell(Listener listener) {
        try (InputStream in = new BufferedInputStream(opener.open(), 1 << 16)) {
            new ExportReader(in, new Reading(listener)).all();
        } catch (IOException e) {
            throw new CopyUnreadable("The file cannot be read: " + e.getMessage(), e);
        }
    }
}
