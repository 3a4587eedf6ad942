package org.progressledger.command.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings a printed form in the way a person would: an officer of its agency uploads it, looks at the draft, accepts every
 * proposal, and waits until the query service shows the project. A form whose project is shown already is left alone.
 */
final class SampleLoader {
    private static final Pattern FILE_NAME = Pattern.compile("(\\d{8}-\\d{4})\\.txt");
    private static final Duration REQUEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json = new JsonMapper();
    private final URI command;
    private final URI query;
    private final List<SignIn> accounts;
    private final Duration shownWithin;

    /**
     * @param accounts who may try; the officers among them are asked in their order
     * @param shownWithin how long the query service may take to show what was recorded
     */
    SampleLoader(URI command, URI query, List<SignIn> accounts, Duration shownWithin) {
        this.command = command;
        this.query = query;
        this.accounts = List.copyOf(accounts);
        this.shownWithin = shownWithin;
    }

    /** What became of one form. */
    sealed interface Loaded {
        /** It was recorded, by that officer, and the query service shows it. */
        record Recorded(String projectCode, String officer, int reports, int proposals, int warnings, long position)
                implements Loaded {}

        /** The query service shows the project already. */
        record ThereAlready(String projectCode) implements Loaded {}
    }

    /**
     * @param form a file that is named after its project's code, such as {@code 50470000-3298.txt}
     * @throws NotLoaded when no officer may bring it in, it is refused, or it is not shown in time
     */
    Loaded load(Path form) throws IOException, InterruptedException, NotLoaded {
        List<SignIn> officers = accounts.stream()
                .filter(account -> account.role().equals("OFFICER"))
                .toList();
        List<String> refusals = new ArrayList<>();
        String stated = codeInNameOf(form);
        for (SignIn officer : officers) {
            if (stated != null && isShown(stated, null, officer)) {
                return new Loaded.ThereAlready(stated);
            }
            HttpResponse<String> draft = send(post("/api/v1/imports", officer)
                    .header("Content-Type", "text/plain; charset=utf-8")
                    .POST(BodyPublishers.ofByteArray(Files.readAllBytes(form)))
                    .build());
            if (draft.statusCode() == 201) {
                return confirm(form, json.readTree(draft.body()), officer);
            }
            if (draft.statusCode() != 403) {
                throw new NotLoaded(form.getFileName() + ": " + reason(draft));
            }
            refusals.add(officer.username() + " " + reason(draft));
        }
        throw new NotLoaded(form.getFileName() + ": no officer may import it " + refusals);
    }

    private Loaded confirm(Path form, JsonNode draft, SignIn officer)
            throws IOException, InterruptedException, NotLoaded {
        String code = draft.at("/form/projectCode").asString();
        List<String> proposals = new ArrayList<>();
        draft.at("/proposals")
                .forEach(proposal -> proposals.add(proposal.at("/id").asString()));
        String importId = draft.at("/importId").asString();
        HttpResponse<String> answer = send(post("/api/v1/imports/" + importId + "/confirmation", officer)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("accept", proposals))))
                .build());
        if (answer.statusCode() == 409 && isShown(code, null, officer)) {
            return new Loaded.ThereAlready(code);
        }
        if (answer.statusCode() / 100 != 2) {
            throw new NotLoaded(form.getFileName() + ": " + reason(answer));
        }
        long position = answer.headers()
                .firstValueAsLong("Ledger-Position")
                .orElseThrow(() -> new NotLoaded(form.getFileName() + ": the answer names no Ledger-Position"));
        awaitShown(code, position, officer);
        return new Loaded.Recorded(
                code,
                officer.username(),
                draft.at("/form/reports").size(),
                proposals.size(),
                draft.at("/warnings").size(),
                position);
    }

    private void awaitShown(String code, long position, SignIn officer)
            throws IOException, InterruptedException, NotLoaded {
        long until = System.nanoTime() + shownWithin.toNanos();
        while (!isShown(code, position, officer)) {
            if (System.nanoTime() - until > 0) {
                throw new NotLoaded(code + ": recorded, but the query service does not show position " + position
                        + " after " + shownWithin.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Whether the query service shows the project, as of at least the position where one is given. */
    private boolean isShown(String code, @Nullable Long position, SignIn asker)
            throws IOException, InterruptedException {
        String atLeast = position == null ? "" : "?atLeast=" + position;
        HttpResponse<String> answer = send(request(query, "/api/v1/projects/" + code + atLeast, asker)
                .GET()
                .build());
        return answer.statusCode() == 200
                && json.readTree(answer.body()).at("/projectCode").asString().equals(code);
    }

    private static @Nullable String codeInNameOf(Path form) {
        Matcher name = FILE_NAME.matcher(String.valueOf(form.getFileName()));
        return name.matches() ? name.group(1) : null;
    }

    private HttpRequest.Builder post(String path, SignIn asker) {
        return request(command, path, asker);
    }

    private static HttpRequest.Builder request(URI service, String path, SignIn asker) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(REQUEST)
                .header("Accept-Language", "en")
                .header("Authorization", asker.basic());
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /** The reason code and sentence of a problem document. */
    private String reason(HttpResponse<String> answer) {
        try {
            JsonNode problem = json.readTree(answer.body());
            return answer.statusCode() + " " + problem.at("/code").asString("") + " "
                    + problem.at("/detail").asString("");
        } catch (tools.jackson.core.JacksonException notAProblem) {
            return "answered " + answer.statusCode();
        }
    }
}
