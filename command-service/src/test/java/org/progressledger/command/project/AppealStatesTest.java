package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.command.project.AppealStates.Deed;
import org.progressledger.command.project.AppealStates.State;
import org.progressledger.command.project.Decision.Refused;
import org.progressledger.command.project.ProjectCommand.ConfirmImport;
import org.progressledger.command.project.ProjectCommand.DecideAppeal;
import org.progressledger.command.project.ProjectCommand.FileAppeal;
import org.progressledger.command.project.ProjectCommand.ImportedFact;
import org.progressledger.command.project.ProjectCommand.ReviewAppeal;
import org.progressledger.command.project.ProjectCommand.WithdrawAppeal;
import org.progressledger.events.AppealCited;
import org.progressledger.events.AppealOutcome;
import org.progressledger.events.AppealStage;
import org.progressledger.events.LineRange;
import org.progressledger.events.ReviewOutcome;
import org.progressledger.events.Sha256;
import org.progressledger.events.Source;

/** The table of docs/appeals.md, the program's table and what is decided are the same. */
class AppealStatesTest extends OfficeHistory {
    private static final Path PAGE = Path.of(System.getProperty("project.root", ".."), "docs", "appeals.md");
    private static final Pattern CODE_WORD = Pattern.compile("`([A-Z_]+)`");
    private static final Pattern ARROW = Pattern.compile("(?m)^ *([A-Z]+) --> ([A-Z]+): .*?([A-Z]+)$");
    private static final int ROUND = 2;
    private static final Source PAPER = new Source(Sha256.ofBytes(new byte[] {1}), List.of(new LineRange(1, 1)));

    record Cell(State state, Deed deed) {}

    static Stream<Cell> cells() {
        return Arrays.stream(State.values())
                .flatMap(state -> Arrays.stream(Deed.values()).map(deed -> new Cell(state, deed)));
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }

    /** What the page says: a refusal, or the state that comes next. */
    private static Map<Cell, Enum<?>> table() throws IOException {
        List<List<String>> rows = page().lines()
                .filter(line -> line.startsWith("|"))
                .dropWhile(line -> !line.contains("`FILE`"))
                .takeWhile(line -> !line.startsWith("| deed"))
                .map(AppealStatesTest::words)
                .filter(words -> !words.isEmpty())
                .toList();
        Map<Cell, Enum<?>> table = new LinkedHashMap<>();
        List<String> deeds = rows.getFirst();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int i = 0; i < deeds.size(); i++) {
                String said = row.get(i + 1);
                boolean isState = Arrays.stream(State.values())
                        .anyMatch(state -> state.name().equals(said));
                table.put(
                        new Cell(State.valueOf(row.getFirst()), Deed.valueOf(deeds.get(i))),
                        isState ? State.valueOf(said) : Refusal.valueOf(said));
            }
        }
        return table;
    }

    private static List<String> words(String line) {
        return CODE_WORD.matcher(line).results().map(word -> word.group(1)).toList();
    }

    @Test
    void the_page_tells_every_cell_as_the_program_has_it() throws IOException {
        Map<Cell, Enum<?>> program = new LinkedHashMap<>();
        cells().forEach(cell -> {
            Optional<Refusal> refusal = AppealStates.refusal(cell.state(), cell.deed());
            program.put(cell, refusal.isPresent() ? refusal.get() : AppealStates.after(cell.state(), cell.deed()));
        });

        assertThat(table()).isEqualTo(program);
    }

    @Test
    void the_diagram_shows_every_deed_that_moves_a_round_and_no_other() throws IOException {
        TreeMap<String, String> moves = new TreeMap<>();
        cells().filter(cell -> AppealStates.refusal(cell.state(), cell.deed()).isEmpty())
                .filter(cell -> AppealStates.after(cell.state(), cell.deed()) != cell.state())
                .forEach(cell -> moves.put(
                        cell.state() + " " + cell.deed(),
                        AppealStates.after(cell.state(), cell.deed()).name()));
        TreeMap<String, String> drawn = new TreeMap<>();
        for (MatchResult arrow : ARROW.matcher(page()).results().toList()) {
            drawn.put(arrow.group(1) + " " + arrow.group(3), arrow.group(2));
        }

        assertThat(drawn).isEqualTo(moves);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_is_decided_in_each_state_is_what_the_page_says(Cell cell) throws IOException {
        arriveAt(cell.state());
        assertThat(AppealStates.of(project(), ROUND)).isEqualTo(cell.state());

        Decision decision = does(cell.deed());

        Enum<?> said = table().get(cell);
        if (said instanceof Refusal refusal) {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(refusal));
        } else {
            lawful(decision).forEach(this::record);
            assertThat(AppealStates.of(project(), ROUND)).isEqualTo(said);
        }
    }

    private void arriveAt(State state) {
        givenFrom(PAPER, null, registered());
        List<Deed> way = new ArrayList<>();
        switch (state) {
            case NONE -> {}
            case CITED -> way.add(Deed.CITE);
            case FILED -> way.add(Deed.FILE);
            case DECIDED -> way.addAll(List.of(Deed.FILE, Deed.DECIDE));
            case WITHDRAWN -> way.addAll(List.of(Deed.FILE, Deed.WITHDRAW));
        }
        way.forEach(deed -> lawful(does(deed)).forEach(this::record));
    }

    private Decision does(Deed deed) {
        return switch (deed) {
            case FILE -> when(new FileAppeal(CODE, ROUND, TODAY, "โควิด", "ปรับเกณฑ์", null));
            case DECIDE -> when(new DecideAppeal(CODE, ROUND, TODAY, AppealOutcome.REFUSED, null, null), COORDINATOR);
            case WITHDRAW -> when(new WithdrawAppeal(CODE, ROUND, TODAY, "เปลี่ยนใจ", null));
            case REVIEW -> when(new ReviewAppeal(CODE, ROUND, TODAY, ReviewOutcome.COMPLIANT, "ครบถ้วน"), REVIEWER);
            case CITE -> {
                // a paper speaks of it once more each time
                AppealCited cited = new AppealCited(
                        CODE,
                        ROUND,
                        AppealStage.INTENDED,
                        false,
                        TODAY,
                        "จะอุทธรณ์ " + recorded().size());
                yield when(new ConfirmImport(CODE, PAPER.sha256(), List.of(new ImportedFact(cited, PAPER, 1))));
            }
        };
    }
}
