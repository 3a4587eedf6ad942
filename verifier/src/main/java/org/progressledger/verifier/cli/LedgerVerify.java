package org.progressledger.verifier.cli;

import java.util.Locale;
import picocli.CommandLine;

/** Starts {@code ledger-verify}. */
public final class LedgerVerify {
    private LedgerVerify() {}

    public static void main(String[] args) {
        // digits in names, protocols and logs are the same in every country; texts for people choose their language
        // themselves
        Locale.setDefault(Locale.ROOT);
        System.exit(commandLine(Console.system()).execute(args));
    }

    /** The command line, saying what it says to a console. */
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new VerifyCommand(console))
                .addSubcommand(new ExportCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new RestoreCommand(console))
                .setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            console.err().println("ledger-verify: " + failure.getMessage());
            console.err().flush();
            return failure instanceof Usage ? 2 : 3;
        });
        return line;
    }
}
