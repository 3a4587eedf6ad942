package org.progressledger.verifier;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Verdict.Remark;

/** What a check says, in Thai or in English. */
public final class Wording {
    private static final String BUNDLE = "messages/verifier";
    private final ResourceBundle messages;
    private final Locale locale;

    /** @param locale Thai or English */
    public Wording(Locale locale) {
        this.locale = locale;
        this.messages = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String of(Outcome outcome) {
        return say("outcome." + outcome.name());
    }

    public String of(Remark remark, Object... values) {
        return say("remark." + remark.name(), values);
    }

    /** The sentence of a finding. */
    public String of(Finding finding) {
        return say(
                "finding." + finding.kind().name(),
                Long.toString(finding.position()),
                finding.field(),
                finding.detail());
    }

    /** A sentence with values filled in. */
    public String say(String key, Object... values) {
        return new MessageFormat(messages.getString(key), locale).format(values);
    }
}
