package org.progressledger.query.export;

import java.util.List;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.ProjectHead;

/**
 * What of a project can be taken as a file.
 *
 * @param inClear whether persons stand in these files in clear
 * @param readsRecord whether whoever reads may read who took which file
 */
record FilesPage(Frame frame, ProjectHead head, List<Kind> kinds, boolean inClear, boolean readsRecord) {

    /** A kind of file, what it is for, and where to get it. */
    record Kind(String name, String purpose, List<File> files) {}

    /** One file: what it is called, and its address. */
    record File(String name, String address) {}
}
