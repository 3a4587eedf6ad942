package org.progressledger.command.imports;

import org.progressledger.access.Asker;

/** Reads one printout into a draft. */
public interface OnePrintout {
    /**
     * What a draft is about.
     *
     * @param warnings how many things a person should look at
     * @param kept whether facts were recorded from these very bytes before
     */
    record Taken(String importId, String projectCode, int warnings, boolean kept) {}

    /** A name for a draft that is still to be made. */
    String newImportId();

    /**
     * Makes the draft under this name; one of the same name is replaced, so that whoever broke off may begin again.
     *
     * @throws org.progressledger.problems.ProblemException if nothing can be read, or the form is another agency's
     */
    Taken read(String importId, HandedFile file, Asker asker);
}
