package org.progressledger.verifier.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.progressledger.ledger.note.NoteRefused;

/** What an auditor brings along in files, or on the command line. */
final class Known {

    private Known() {}

    /**
     * Keys, each written out or in a file of lines.
     *
     * @throws Usage naming the option if one is none, or a file cannot be read
     */
    static <K> List<K> keys(String option, Collection<String> given, Function<String, K> parse) {
        try {
            return given.stream()
                    .flatMap(key -> lines(key).stream())
                    .filter(line -> !line.isBlank())
                    .map(parse)
                    .toList();
        } catch (NoteRefused e) {
            throw new Usage(option + ": " + e.getMessage());
        }
    }

    private static List<String> lines(String key) {
        return key.contains("+") && !Files.exists(Path.of(key))
                ? List.of(key)
                : text(Path.of(key)).lines().toList();
    }

    /** @throws Usage if it cannot be read */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Usage("%s cannot be read: %s".formatted(file, why(e)));
        }
    }

    /** @throws Usage if there are none in it */
    static List<X509Certificate> certificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            throw new Usage("--tsa-cert: %s: %s".formatted(file, e.getMessage()));
        } catch (IOException e) {
            throw new Usage("%s cannot be read: %s".formatted(file, why(e)));
        }
        throw new Usage("--tsa-cert: %s holds no certificate".formatted(file));
    }

    /** The message of a missing file is only its name. */
    static String why(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no such file";
            case AccessDeniedException denied -> "this account may not read it";
            default -> String.valueOf(e.getMessage());
        };
    }
}
