package org.progressledger.query.appeals;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.progressledger.query.projection.KeptAcross;
import org.progressledger.query.projection.RegisterRows.Grams;

/**
 * A project of which somebody ever spoke of an appeal, as it is held in memory.
 *
 * @param agency the first eight digits of its code
 * @param searched in what words are looked for
 * @param grams of it
 * @param appeals of today, by place
 */
record QueuedProject(
        String code, String agency, int fiscalYear, String searched, Grams grams, List<QueuedAppeal> appeals) {
    static final List<String> FIELDS = List.of("agency", "fiscalYear", AppealsKept.SEARCHED, AppealsKept.QUEUED);

    static QueuedProject of(Document kept) {
        String code = kept.getString("_id");
        String searched = kept.getString(AppealsKept.SEARCHED);
        List<QueuedAppeal> appeals = new ArrayList<>();
        for (Document appeal : kept.getList(AppealsKept.QUEUED, Document.class)) {
            appeals.add(QueuedAppeal.of(appeal, code, kept.getLong(KeptAcross.KEPT_AT), appeals.size()));
        }
        return new QueuedProject(
                code,
                kept.getString("agency"),
                kept.getInteger("fiscalYear"),
                searched,
                Grams.of(searched),
                List.copyOf(appeals));
    }

    /** Whether words are found in it. */
    boolean holds(String words, Grams gramsOfWords) {
        return grams.mayHold(gramsOfWords) && searched.contains(words);
    }
}
