package org.progressledger.access;

/** What a row of the endpoint table is about, and so what an officer's agency means for it. */
public enum Reach {
    /**
     * About one project: an officer only for the own agency. Where the path names the project as {@code {code}} this is
     * seen to before anything of the request is read; elsewhere by whoever learns which project it is.
     */
    ABOUT_A_PROJECT,
    /** Not about one project: the role alone decides. */
    CITY,
    /** For everyone, signed in or not. */
    OPEN,
    /** For processes of ours among themselves: nobody's account passes, whatever its role. */
    OURSELVES
}
