package org.progressledger.command.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.progressledger.problems.ReasonCode;

/**
 * Whatever is asked in whatever order, what is recorded stays sound. The seed in a failure's name repeats it; the fewest
 * commands that still fail stand in its message.
 */
class RandomCommandsTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 120;

    /** Refusals that are no decision of the rules, but of the desk, the aggregate or the ledger. */
    private static final Set<Refusal> NOT_OF_THE_RULES = Set.of(
            Refusal.VERSION_HAS_CHANGED,
            Refusal.IDEMPOTENCY_KEY_REUSED,
            Refusal.TOO_MUCH_CONTENTION,
            Refusal.COMMAND_TOO_LARGE,
            // of several commands together: SeriesRulesTest
            Refusal.LINE_ALREADY_RECORDED);

    private static final Set<ReasonCode> REFUSALS = new HashSet<>();
    private static final Set<Class<?>> ACCEPTED = new HashSet<>();
    private static int played;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_recorded_stays_sound_whatever_is_asked(long seed) {
        Dice dice = new Dice(seed);
        Play play = new Play();
        List<Step> steps = new ArrayList<>();
        try {
            for (int i = 0; i < STEPS; i++) {
                steps.add(dice.next(play.project()));
                play.take(steps.getLast());
            }
            play.end();
        } catch (RuntimeException | AssertionError failed) {
            throw told(smallest(steps));
        }
        REFUSALS.addAll(play.refusals());
        ACCEPTED.addAll(play.accepted());
        played++;
    }

    @AfterAll
    static void the_dice_reach_every_rule() {
        if (played < SEEDS) {
            return;
        }
        Set<Refusal> never = Arrays.stream(Refusal.values())
                .filter(refusal -> !REFUSALS.contains(refusal))
                .collect(Collectors.toSet());
        assertThat(never).as("refusals that no dice reach").isEqualTo(NOT_OF_THE_RULES);
        assertThat(ACCEPTED)
                .as("commands that were accepted at least once")
                .containsExactlyInAnyOrder(ProjectCommand.class.getPermittedSubclasses());
    }

    /** Leaves out, from the end to the beginning, every step without which it still fails; until none is left to leave out. */
    private static List<Step> smallest(List<Step> failing) {
        List<Step> steps = new ArrayList<>(failing);
        for (int most = Math.max(1, steps.size() / 4); most >= 1; most /= 2) {
            int many = most;
            boolean again = true;
            while (again) {
                again = false;
                for (int end = steps.size(); end >= many; end -= many) {
                    List<Step> fewer = new ArrayList<>(steps.subList(0, end - many));
                    List<Step> behind = steps.subList(end, steps.size());
                    List<Step> moved =
                            behind.stream().map(step -> step.earlier(many)).toList();
                    for (List<Step> rest : behind.equals(moved) ? List.of(behind) : List.of(moved, behind)) {
                        List<Step> left =
                                Stream.concat(fewer.stream(), rest.stream()).toList();
                        if (failure(left) != null) {
                            steps = new ArrayList<>(left);
                            again = true;
                            break;
                        }
                    }
                }
            }
        }
        return steps;
    }

    private static @Nullable Throwable failure(List<Step> steps) {
        try {
            Play.of(steps);
            return null;
        } catch (RuntimeException | AssertionError failed) {
            return failed;
        }
    }

    private static AssertionError told(List<Step> steps) {
        Throwable failure = failure(steps);
        String history = steps.stream().map(Step::toString).collect(Collectors.joining("\n  ", "  ", "\n"));
        return new AssertionError("After these " + steps.size() + " commands:\n" + history + failure, failure);
    }
}
