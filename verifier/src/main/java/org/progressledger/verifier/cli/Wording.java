package org.progressledger.verifier.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.progressledger.verifier.Finding;
import org.progressledger.verifier.Verdict.Outcome;
import org.progressledger.verifier.Verdict.Remark;

/** What the program says, in Thai or in English. */
final class Wording {
    private static final String BUNDLE = "messages/verifier";
    private final ResourceBundle messages;
    private final Locale locale;

    Wording(Locale locale) {
        this.locale = locale;
        this.messages = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(Outcome outcome) {
        return say("outcome." + outcome.name());
    }

    String of(Remark remark, Object... values) {
        return say("remark." + remark.name(), values);
    }

    /** {0} position, {1} field, {2} detail. */
    String of(Finding finding) {
        return say(
                "finding." + finding.kind().name(),
                Long.toString(finding.position()),
                finding.field(),
                finding.detail());
    }

    String say(String key, Object... values) {
        return new MessageFormat(messages.getString(key), locale).format(values);
    }
}
