package org.progressledger.command.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.progressledger.command.launch.SampleLoader.Loaded;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code ./run} does once both services answer: loads the sample forms it is given, then prints the demo accounts.
 *
 * <p>Arguments: the file with the demo accounts, the address of the command service, that of the query service, and any
 * number of forms. Exit code 1, with one sentence on standard error, when a form could not be loaded.
 */
public final class FirstSteps {
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(60);
    private static final int FORMS_FROM = 3;

    private FirstSteps() {}

    @SuppressWarnings("SystemExitOutsideMain")
    public static void main(String[] arguments) throws InterruptedException {
        // the office reads Thai, whatever encoding the terminal announces
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.length < FORMS_FROM) {
            err.println("FirstSteps ACCOUNTS-FILE COMMAND-SERVICE QUERY-SERVICE [FORM...]");
            System.exit(2);
        }
        try {
            List<SignIn> accounts =
                    List.of(new JsonMapper().readValue(Files.readAllBytes(Path.of(arguments[0])), SignIn[].class));
            SampleLoader loader =
                    new SampleLoader(URI.create(arguments[1]), URI.create(arguments[2]), accounts, SHOWN_WITHIN);
            for (String form : Arrays.asList(arguments).subList(FORMS_FROM, arguments.length)) {
                out.println("  " + line(loader.load(Path.of(form))));
            }
            print(accounts, out);
        } catch (NotLoaded | IOException notLoaded) {
            err.println(notLoaded instanceof NotLoaded ? notLoaded.getMessage() : notLoaded.toString());
            System.exit(1);
        }
    }

    static String line(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Recorded recorded ->
                "%s: %d รายงาน / reports, %d ข้อเท็จจริงที่ยืนยัน / proposals accepted, %d ข้อสังเกต / warnings (%s)"
                        .formatted(
                                recorded.projectCode(),
                                recorded.reports(),
                                recorded.proposals(),
                                recorded.warnings(),
                                recorded.officer());
            case Loaded.ThereAlready there -> there.projectCode() + ": มีอยู่แล้ว / there already";
        };
    }

    private static void print(List<SignIn> accounts, PrintStream out) {
        String row = "  %-14s %-36s %-12s %s%n";
        out.println();
        out.printf(row, "username", "password", "role", "agency");
        for (SignIn account : accounts) {
            // the agency comes last: its letters are not all one column wide
            String agency = account.agency() == null ? "-" : account.agency();
            out.printf(row, account.username(), account.password(), account.role(), agency);
        }
    }
}
