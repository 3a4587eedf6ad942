package org.progressledger.command.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.progressledger.access.Asker;
import org.springframework.http.ResponseEntity;

/** Takes what is more than one printout: several files, or archives of them. */
public interface ManyPrintouts {
    /** Whether this is not one printout but an archive of them. */
    boolean isArchive(byte[] bytes);

    /** How many files one batch holds at most. */
    int mostFiles();

    /** Answers at once; the reading goes on behind. */
    ResponseEntity<?> take(List<HandedFile> files, Asker asker, HttpServletRequest request);
}
