package org.progressledger.command.pdf;

import org.progressledger.problems.ReasonCode;

/** Why a PDF cannot be read. The texts are in {@code messages/pdf_*.properties}. */
public enum PdfReason implements ReasonCode {
    /** {@code bytes}, {@code limit}. */
    PDF_TOO_LARGE(413),
    /** {@code pages}, {@code limit}. */
    PDF_TOO_MANY_PAGES(413),
    /** More glyphs, or more drawing, than {@code limit}. */
    PDF_TOO_MUCH_TEXT(413),
    /** Its streams unpack to more than {@code limit} bytes. */
    PDF_UNPACKS_TOO_LARGE(413),
    /** Not read within {@code seconds}. */
    PDF_TAKES_TOO_LONG(413),
    /** Encrypted, with a password or without. */
    PDF_ENCRYPTED(422),
    /** No PDF, cut off, or broken. */
    PDF_DAMAGED(422),
    /** Packed in a way that cannot be bounded beforehand: {@code filter}. */
    PDF_PACKED_UNUSUALLY(422),
    /** Pictures of paper: {@code pages}. */
    PDF_WITHOUT_TEXT(422),
    /** Its fonts do not say which letters their glyphs are: {@code glyphs} of {@code all}. */
    PDF_LETTERS_UNKNOWN(422);

    private final int status;

    PdfReason(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
