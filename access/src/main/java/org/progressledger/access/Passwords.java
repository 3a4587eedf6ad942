package org.progressledger.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.progressledger.problems.ProblemException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes, checks and makes up passwords. */
public final class Passwords {

    /** bcrypt looks at no more than this. */
    static final int MOST_BYTES = 72;

    private static final String ALGORITHM = "bcrypt";

    // 32 signs that nobody confuses when typing from a printout: 5 bits each
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 7;
    private static final int SIGNS_PER_GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    private final int minimum;
    private final String nobodysHash;

    public Passwords(AccessSettings settings) {
        this.encoder = new DelegatingPasswordEncoder(
                ALGORITHM, Map.of(ALGORITHM, new BCryptPasswordEncoder(settings.bcryptStrength())));
        this.minimum = settings.passwordMinimum();
        this.nobodysHash = encode(generate());
    }

    /** A new password of 140 random bits, such as {@code k7mq-...}, seven groups of four. */
    public String generate() {
        StringBuilder password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            password.append(group == 0 ? "" : "-");
            for (int sign = 0; sign < SIGNS_PER_GROUP; sign++) {
                password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return password.toString();
    }

    /**
     * The hash to keep of a chosen password.
     *
     * @throws ProblemException PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG or PASSWORD_IS_USERNAME
     */
    String hash(String username, String password) {
        String text = normal(password);
        if (text.codePointCount(0, text.length()) < minimum) {
            throw new ProblemException(AccessReason.PASSWORD_TOO_SHORT, Map.of("min", minimum));
        }
        if (bytes(text) > MOST_BYTES) {
            throw new ProblemException(AccessReason.PASSWORD_TOO_LONG, Map.of("max", MOST_BYTES));
        }
        if (text.equalsIgnoreCase(username)) {
            throw new ProblemException(AccessReason.PASSWORD_IS_USERNAME);
        }
        return encode(text);
    }

    private String encode(String text) {
        return Optional.ofNullable(encoder.encode(text)).orElseThrow();
    }

    /** Whether this is the account's password; takes as long when there is no account. */
    boolean matches(String password, Optional<Account> account) {
        String text = normal(password);
        boolean possible = account.isPresent() && bytes(text) <= MOST_BYTES;
        String hash = possible ? account.get().passwordHash() : nobodysHash;
        // what is too long is hashed as something else, so that it takes its time too
        boolean same = encoder.matches(bytes(text) <= MOST_BYTES ? text : "-", hash);
        return possible && same;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
