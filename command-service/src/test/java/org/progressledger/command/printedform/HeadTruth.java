package org.progressledger.command.printedform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of a form's head, in the letters that count. What the undamaged samples say is checked word by word elsewhere. */
final class HeadTruth {
    private static final Map<String, Map<String, String>> KNOWN = Map.of(
            PrintedForms.DISTRICT, values(undamaged(PrintedForms.DISTRICT)),
            PrintedForms.COUNCIL, values(undamaged(PrintedForms.COUNCIL)));

    private HeadTruth() {}

    private static PrintedForm undamaged(String code) {
        return PrintedForms.form(new String(PrintedForms.sample(code), StandardCharsets.UTF_8))
                .form();
    }

    static List<String> differences(Sheet sheet, ReadResult.Read read) {
        Map<String, String> truth = KNOWN.get(sheet.code);
        Map<String, String> told = values(read.form());
        List<String> differences = new ArrayList<>();
        truth.forEach((field, value) -> {
            if (!Objects.equals(value, told.get(field))) {
                differences.add(field + " was " + value + " read " + told.get(field));
            }
        });
        return differences;
    }

    private static Map<String, String> values(PrintedForm form) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("projectCode", form.projectCode().value().text());
        values.put("name", letters(form.name()));
        values.put("fiscalYear", form.fiscalYear().value().toString());
        values.put("startsOn", form.startsOn().value().toString());
        values.put("endsOn", form.endsOn().value().toString());
        values.put("budgetAllocated", form.budgetAllocated().value().toString());
        values.put(
                "budgetSpent",
                form.budgetSpent() == null ? "" : form.budgetSpent().value().toString());
        values.put("agency", letters(form.agency()));
        values.put(
                "officer",
                form.responsibleOfficer() == null
                        ? ""
                        : even(form.responsibleOfficer().value().asPrinted()));
        values.put(
                "coordinator",
                form.coordinator() == null
                        ? ""
                        : even(form.coordinator().value().asPrinted()));
        values.put("rationale", letters(form.rationale()));
        values.put(
                "objectives",
                even(form.objectives().stream().map(Stated::value).toList().toString()));
        values.put("target", letters(form.target()));
        values.put("strategy", letters(form.strategy()));
        values.put(
                "indicators",
                even(form.indicators().stream().map(Stated::value).toList().toString()));
        return values;
    }

    private static String letters(@Nullable Stated<?> stated) {
        return stated == null ? "" : even(stated.value().toString());
    }

    private static String even(String words) {
        return Folding.of(words).text().replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
    }
}
