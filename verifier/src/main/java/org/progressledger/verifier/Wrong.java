package org.progressledger.verifier;

import org.progressledger.verifier.Finding.Kind;

/** Ends a check: what is checked is wrong. */
public final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Finding finding;

    public Wrong(Finding finding) {
        super(finding.toString(), null, false, false);
        this.finding = finding;
    }

    public Wrong(Kind kind, long position, String field, String detail) {
        this(new Finding(kind, position, field, detail, ""));
    }

    public Finding finding() {
        return finding;
    }
}
