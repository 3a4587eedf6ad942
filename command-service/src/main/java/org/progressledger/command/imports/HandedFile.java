package org.progressledger.command.imports;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A printout as it was handed in. The array is the holder's.
 *
 * @param name as the sender calls it: text to show, never a path
 * @param declared null where the sender named no charset
 * @param pdf whether the sender called it a PDF
 */
public record HandedFile(
        String name, byte[] bytes, @Nullable Charset declared, boolean pdf) {}
