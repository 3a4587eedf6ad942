package org.progressledger.problems;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads any exception; what nobody understands becomes an incident with a number, and its stack goes to the log. */
public final class ProblemReadings {

    private static final Logger log = LoggerFactory.getLogger(ProblemReadings.class);
    private static final SecureRandom random = new SecureRandom();

    private final List<ProblemReading> readings;
    private final ProblemReading common = new CommonReading();

    /**
     * @param contributed what the modules know of their libraries' exceptions, asked first and in this order
     */
    public ProblemReadings(List<ProblemReading> contributed) {
        this.readings = new ArrayList<>(contributed);
    }

    /** The problem that this exception means; a fault of ours is logged with the incident number that it carries. */
    public ProblemException read(Throwable thrown, String asked) {
        ProblemException problem = known(thrown).or(() -> ofCauses(thrown)).orElseGet(() -> incident(thrown));
        if (problem.status() >= 500 && problem.reason() != CommonReason.NOT_YET_SUPPORTED) {
            if (problem.reason() == CommonReason.UNEXPECTED) {
                log.error("Incident {} at {}", problem.data().get("incident"), asked, thrown);
            } else {
                log.warn("{} at {}: {}", problem.reason().name(), asked, thrown.toString());
            }
        }
        return problem;
    }

    private Optional<ProblemException> known(Throwable thrown) {
        return contributed(thrown).or(() -> common.read(thrown));
    }

    private Optional<ProblemException> contributed(Throwable thrown) {
        if (thrown instanceof ProblemException problem) {
            return Optional.of(problem);
        }
        return readings.stream()
                .map(reading -> reading.read(thrown))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Frameworks wrap what they carry from one thread to another. */
    private Optional<ProblemException> ofCauses(Throwable thrown) {
        return CommonReading.causes(thrown)
                .skip(1)
                .map(this::contributed)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static ProblemException incident(Throwable cause) {
        return incident().causedBy(cause);
    }

    static ProblemException incident() {
        byte[] number = new byte[6];
        random.nextBytes(number);
        return new ProblemException(
                CommonReason.UNEXPECTED, Map.of("incident", HexFormat.of().formatHex(number)));
    }
}
