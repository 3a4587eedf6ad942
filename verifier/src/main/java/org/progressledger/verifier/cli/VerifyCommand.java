package org.progressledger.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.progressledger.ledger.note.CosignatureKey;
import org.progressledger.ledger.note.VerifierKey;
import org.progressledger.verifier.CopyUnreadable;
import org.progressledger.verifier.Expected;
import org.progressledger.verifier.LedgerCheck;
import org.progressledger.verifier.Outsiders;
import org.progressledger.verifier.Verdict;
import org.progressledger.verifier.Wording;
import org.progressledger.verifier.file.FileCopy;
import org.progressledger.verifier.http.ServedCopy;
import org.progressledger.verifier.http.Service;
import org.progressledger.verifier.pack.PackCheck;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a ledger and says what came of it. */
@Command(
        name = "ledger-verify",
        mixinStandardHelpOptions = true,
        version = "ledger-verify 0.1.0",
        description = "Check a whole ledger, and name the first thing that is wrong.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified, up to a signed checkpoint",
            "1:does not verify",
            "2:the command line is wrong",
            "3:could not be read",
            "4:consistent in itself, but nothing is signed"
        })
final class VerifyCommand implements Callable<Integer> {
    private static final String PASSWORD = "LEDGER_VERIFY_PASSWORD";
    private static final byte[] ZIP = {'P', 'K'};
    private final Console console;

    @ArgGroup // one, unless a subcommand is given
    private Where where = new Where();

    /** Exactly one of these. */
    static final class Where {
        @Option(names = "--mongodb", paramLabel = "URI", description = "A database server.")
        private @Nullable String mongodb;

        @Option(names = "--url", paramLabel = "URL", description = "A service that publishes its log.")
        private @Nullable URI url;

        @Option(names = "--file", paramLabel = "FILE", description = "An exported ledger, or an evidence pack (ZIP).")
        private @Nullable Path file;
    }

    @Option(names = "--database", paramLabel = "NAME", description = "The database, unless the URI names it.")
    private String database = "";

    @Option(
            names = "--collection",
            paramLabel = "NAME",
            defaultValue = "commits",
            description = "The collection of commits (${DEFAULT-VALUE}).")
    private String collection = "commits";

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description =
                    "With --url: an account that may read raw events, so that payloads are checked too; its password is in "
                            + PASSWORD + ".")
    private String user = "";

    @Option(
            names = "--vkey",
            paramLabel = "KEY",
            description =
                    "The log's verifier key, or a file that holds it; again for each key. Without it the ledger's own are believed.")
    private List<String> keys = List.of();

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "A checkpoint that was kept elsewhere; again for each. The ledger has to begin with it.")
    private List<Path> kept = List.of();

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description =
                    "The key of a witness whose signature below checkpoints counts, or a file that holds such keys; again for each.")
    private List<String> witnesses = List.of();

    @Option(
            names = "--witness-quorum",
            paramLabel = "N",
            description = "How many of the witnesses have to have signed one checkpoint; all of them.")
    private @Nullable Integer quorum;

    @Option(
            names = "--tsa-cert",
            paramLabel = "FILE",
            description = "Certificates (PEM) that time stamps on checkpoints have to lead to; again for each file.")
    private List<Path> authorities = List.of();

    @Option(
            names = "--lang",
            paramLabel = "th|en",
            description = "The language of the answer; otherwise that of the system.")
    private String language = "";

    @Option(names = "--json", description = "Answer as one JSON object.")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many hash at a time; as many as there are processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Wording wording = new Wording(locale());
        if (threads < 1) {
            throw new Usage("--threads is at least 1");
        }
        if (where.mongodb == null && where.url == null && where.file == null) {
            throw new Usage("one of --mongodb, --url, --file is missing");
        }
        long begun = System.nanoTime();
        Verdict verdict = verdict(expected(), new ProgressLine(console, wording));
        Report report = new Report(verdict, System.nanoTime() - begun, wording);
        console.out().println(json ? report.json() : report.text());
        return verdict.outcome().code();
    }

    private Verdict verdict(Expected expected, ProgressLine progress) {
        LedgerCheck check = new LedgerCheck(expected, threads);
        try (progress) {
            if (where.mongodb != null) {
                try (Database open = Database.open(where.mongodb, database, collection)) {
                    return check.check(open.ledger(), progress);
                }
            }
            if (where.url != null) {
                return check.check(new ServedCopy(service(where.url)), progress);
            }
            Path file = where.file == null ? Path.of("") : where.file;
            return isPack(file) ? PackCheck.check(file, expected) : check.check(new FileCopy(file), progress);
        }
    }

    private Service service(URI url) {
        if (!List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
            throw new Usage("--url begins with http:// or https://");
        }
        if (user.isEmpty()) {
            return Service.open(url);
        }
        String password = console.environment().get(PASSWORD);
        if (password == null) {
            throw new Usage("--user needs its password in " + PASSWORD);
        }
        return Service.as(url, user, password);
    }

    private static boolean isPack(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException e) {
            throw new CopyUnreadable("%s cannot be read: %s".formatted(file, Known.why(e)), e);
        }
    }

    private Expected expected() {
        return new Expected(
                Known.keys("--vkey", keys, VerifierKey::parse),
                kept.stream()
                        .map(file -> new Expected.Kept(file.toString(), Known.text(file)))
                        .toList(),
                outsiders());
    }

    private Outsiders outsiders() {
        List<CosignatureKey> known = Known.keys("--witness", witnesses, CosignatureKey::parse);
        int wanted = quorum == null ? known.size() : quorum;
        if (quorum != null && (wanted < 1 || wanted > known.size())) {
            throw new Usage("--witness-quorum is 1 to the number of witnesses (--witness), " + known.size());
        }
        return new Outsiders(
                known,
                wanted,
                authorities.stream()
                        .flatMap(file -> Known.certificates(file).stream())
                        .toList());
    }

    private Locale locale() {
        return switch (language) {
            case "" -> Locale.getDefault().getLanguage().equals("th") ? Locale.forLanguageTag("th") : Locale.ENGLISH;
            case "th", "en" -> Locale.forLanguageTag(language);
            default -> throw new Usage("--lang is th or en");
        };
    }
}
