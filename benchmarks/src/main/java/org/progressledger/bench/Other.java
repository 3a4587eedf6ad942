package org.progressledger.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A worker's process, as the one that tells it what to do sees it. */
final class Other implements AutoCloseable {

    private static final String ANSWER = "ANSWER ";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private Other(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static Other start(String contender, String uri, String database) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:+UseParallelGC",
                "-Dsun.net.httpserver.nodelay=true",
                "-Ddisable-axoniq-console-message=true"));
        for (String property : List.of("bench.narrative", "bench.apart")) {
            if (System.getProperty(property) != null) {
                command.add("-D" + property + "=" + System.getProperty(property));
            }
        }
        for (String option : System.getProperty("bench.jvm", "").split(" ")) {
            if (!option.isEmpty()) {
                command.add(option.replace("CONTENDER", contender));
            }
        }
        if (contender.equals("occurrent")) {
            String folder = System.getProperty("occurrent");
            command.addAll(List.of("-cp", folder + "/*:" + System.getProperty("bench.classes")));
            command.addAll(List.of(System.getProperty("occurrent.source"), uri, database));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalWorker.class.getName()));
            command.addAll(List.of(contender, uri, database));
        }
        Other started = new Other(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        started.expect("ready");
        return started;
    }

    void tell(String order) throws IOException {
        orders.write(order);
        orders.newLine();
        orders.flush();
    }

    String answer() throws IOException {
        String line = answers.readLine();
        while (line != null && !line.startsWith(ANSWER)) {
            line = answers.readLine();
        }
        if (line == null || line.startsWith(ANSWER + "failed")) {
            throw new IOException("A worker ended: " + line);
        }
        return line.substring(ANSWER.length());
    }

    void expect(String answer) throws IOException {
        String given = answer();
        if (!given.equals(answer)) {
            throw new IOException("Not " + answer + ": " + given);
        }
    }

    String ask(String order) throws IOException {
        tell(order);
        return answer();
    }

    @Override
    public void close() throws IOException {
        try {
            tell("end");
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
