package org.progressledger.query.projection;

import java.util.List;
import java.util.Map;
import org.progressledger.problems.Language;
import org.progressledger.problems.MessageBundle;
import org.progressledger.problems.Texts;
import org.progressledger.query.projection.Views.Summary;

/** How a flag is called on pages, for sentences that name one; a flag of another release keeps its code. */
final class FlagWords {
    private static final Texts WORDS = new Texts(List.of(new MessageBundle("messages/pages")));

    private FlagWords() {}

    static Summary of(String flag) {
        return new Summary(in(Language.TH, flag), in(Language.EN, flag));
    }

    private static String in(Language language, String flag) {
        return WORDS.find(language, "page.flag." + flag, Map.of()).orElse(flag);
    }
}
