package org.progressledger.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.progressledger.command.Office.Answer;

/** The sample printouts, under codes of their own, and the ways to hand them in. */
final class Papers {
    static final String A = "50470000-3298";
    static final String B = "01000000-2462";
    static final Charset WINDOWS_874 = Charset.forName("windows-874");

    private Papers() {}

    /** The sample's text as if it were this project's. */
    static String sample(String sample, String code) {
        Path file = Path.of(System.getProperty("project.root", ".."), "samples", sample + ".txt");
        try {
            return Files.readString(file).replace(sample, code);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Answer hand(Office office, String account, String text) {
        return hand(office, account, text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=utf-8");
    }

    static Answer hand(Office office, String account, byte[] bytes, String contentType) {
        return office.send(account, "POST", "/api/v1/imports", contentType, BodyPublishers.ofByteArray(bytes));
    }

    static Answer handFile(Office office, String account, byte[] bytes, String partType) {
        return handPart(office, account, "file", bytes, partType);
    }

    static Answer handPart(Office office, String account, String part, byte[] bytes, String partType) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String type = partType == null ? "" : "Content-Type: " + partType + "\r\n";
        body.writeBytes(("--paper\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"form.txt\"\r\n"
                        + type + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--paper--\r\n".getBytes(StandardCharsets.UTF_8));
        return hand(office, account, body.toByteArray(), "multipart/form-data; boundary=paper");
    }

    /** Several parts of one name, in this order. */
    static Answer handFiles(Office office, String account, Map<String, byte[]> files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        files.forEach((name, bytes) -> {
            body.writeBytes(("--paper\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(bytes);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes("--paper--\r\n".getBytes(StandardCharsets.UTF_8));
        return hand(office, account, body.toByteArray(), "multipart/form-data; boundary=paper");
    }

    /** As a page sends a file that a person chose. */
    static Answer handFileTo(Office office, String account, String path, byte[] bytes) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--paper\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--paper--\r\n".getBytes(StandardCharsets.UTF_8));
        return office.send(
                account,
                "POST",
                path,
                "multipart/form-data; boundary=paper",
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    static String importId(Answer draft) {
        return draft.body().path("importId").asString("");
    }

    static List<String> proposalIds(Answer draft) {
        var proposals = draft.body().get("proposals");
        return IntStream.range(0, proposals.size())
                .mapToObj(i -> proposals.get(i).get("id").asString())
                .toList();
    }

    static Answer confirm(Office office, String account, Answer draft, Collection<String> accepted, String... headers) {
        return office.post(
                account, "/api/v1/imports/" + importId(draft) + "/confirmation", Map.of("accept", accepted), headers);
    }
}
