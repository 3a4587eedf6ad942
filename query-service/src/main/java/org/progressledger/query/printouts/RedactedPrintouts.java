package org.progressledger.query.printouts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.progressledger.events.EventJson;
import org.progressledger.events.PersonalData;
import org.progressledger.ledger.LedgerEvent;
import org.progressledger.projectledger.Person;
import org.progressledger.projectledger.PersonVault;
import org.progressledger.projectledger.PrintoutStore;
import org.progressledger.projectledger.PrintoutText;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Printouts as anyone may see them. */
@Component
public class RedactedPrintouts {
    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    private final PrintoutStore printouts;
    private final PersonVault vault;

    RedactedPrintouts(PrintoutStore printouts, PersonVault vault) {
        this.printouts = printouts;
        this.vault = vault;
    }

    /** How persons of these events are made unreadable; empty where one was erased, for then nobody knows which words to look for. */
    public Optional<Redaction> redaction(List<LedgerEvent> events) {
        Set<PersonalData> sealed = new HashSet<>();
        events.forEach(event -> collect(EventJson.mapper().readTree(event.payload()), sealed));
        Set<Person> persons = new HashSet<>();
        for (PersonalData data : sealed) {
            Optional<Person> person = vault.open(data);
            if (person.isEmpty()) {
                return Optional.empty();
            }
            persons.add(person.get());
        }
        return Optional.of(new Redaction(persons));
    }

    /** Whatever the event and the field: sealed data of a person looks the same everywhere. */
    private static void collect(JsonNode node, Set<PersonalData> found) {
        if (node.isObject()
                && node.path("person").isString()
                && node.path("sealed").isString()) {
            found.add(new PersonalData(
                    node.path("person").asString(), node.path("sealed").asString()));
        }
        node.forEach(child -> collect(child, found));
    }

    /** The printout's text, its lines as they were counted; empty where its bytes are not kept. */
    public Optional<String> text(String sha256, Redaction redaction) {
        return inClear(sha256).map(redaction::of);
    }

    /** The same for those who may see persons. */
    Optional<String> inClear(String sha256) {
        // the bytes of a PDF are no text: the lines that were read of it are
        return placed(sha256)
                .map(PrintoutText::text)
                .or(() -> printouts.find(sha256).map(RedactedPrintouts::decoded));
    }

    /** The lines of a PDF with their places; empty where the printout is text. */
    Optional<PrintoutText> placed(String sha256) {
        return printouts.text(sha256);
    }

    /** Whether it is a sheet that reports on several projects, which no pack of one of them holds. */
    public boolean isSheet(String sha256) {
        return printouts.isSheet(sha256);
    }

    private static String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            text = new String(bytes, WINDOWS_874);
        }
        return text.replace("\r\n", "\n");
    }
}
