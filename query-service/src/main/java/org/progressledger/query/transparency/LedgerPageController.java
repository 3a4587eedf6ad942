package org.progressledger.query.transparency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.ledger.anchoring.AnchoredLog;
import org.progressledger.ledger.sealing.SealedCheckpoint;
import org.progressledger.ledger.sealing.SealedLog;
import org.progressledger.problems.CommonReason;
import org.progressledger.problems.ProblemException;
import org.progressledger.query.asking.Pages;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Link;
import org.progressledger.query.frame.Page;
import org.progressledger.query.frame.Pager;
import org.progressledger.query.transparency.LedgerPage.Comparison;
import org.progressledger.query.transparency.LedgerPage.Kept;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The ledger's size, seals and checks, for people. */
@Page
class LedgerPageController {
    private static final int ON_A_PAGE = 10;
    private static final String PATH = "/ledger";

    private final SealedLog sealed;
    private final AnchoredLog anchored;
    private final LogDesk desk;
    private final LedgerFacts facts;
    private final Framing framing;

    LedgerPageController(SealedLog sealed, AnchoredLog anchored, LogDesk desk, LedgerFacts facts, Framing framing) {
        this.sealed = sealed;
        this.anchored = anchored;
        this.desk = desk;
        this.facts = facts;
        this.framing = framing;
    }

    @GetMapping(PATH)
    ModelAndView ledger(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "1") int page,
            @CurrentAsker Asker asker,
            HttpServletRequest request,
            HttpServletResponse response) {
        Pages.check(page - 1, ON_A_PAGE);
        Frame frame = framing.around(asker, request, response);
        LedgerWords words = new LedgerWords(frame);
        HttpStatus status = HttpStatus.OK;
        Comparison comparison = new Comparison(from.strip(), to.strip(), null, null);
        try {
            if (!from.isBlank()) {
                comparison = words.compared(comparison, desk.growth(size("from", from), later(to)));
            }
        } catch (ProblemException problem) {
            comparison = words.refused(comparison, problem);
            status = HttpStatus.valueOf(problem.status());
        }
        List<Kept> kept = kept(page, words);
        LedgerFacts.Known known = facts.known(asker, words);
        LedgerPage shown = new LedgerPage(
                frame,
                known.size(),
                known.lastPosition(),
                known.sealing(),
                known.shown(),
                known.keys(),
                kept,
                Pager.of(page, ON_A_PAGE, kept.size(), sealed.count(), Link.to(PATH)),
                comparison,
                known.checkedHere(),
                known.readsEvents(),
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString(),
                asker.id());
        return new ModelAndView("ledger", Map.of("page", shown), status);
    }

    private static @Nullable Long later(String typed) {
        return typed.isBlank() ? null : size("to", typed);
    }

    /** As it is written, with or without commas. */
    private static long size(String parameter, String typed) {
        try {
            return Long.parseLong(typed.strip().replace(",", ""));
        } catch (NumberFormatException notOne) {
            throw new ProblemException(CommonReason.INVALID_PARAMETER, Map.of("parameter", parameter));
        }
    }

    /** With one more, which the last one shown is compared with. */
    private List<Kept> kept(int page, LedgerWords words) {
        List<SealedCheckpoint> found = anchored.withCosignatures(sealed.page((page - 1) * ON_A_PAGE, ON_A_PAGE + 1));
        Map<Long, byte[]> stamps = anchored.timestamps(found);
        long newest = sealed.head().map(head -> head.size()).orElse(0L);
        return IntStream.range(0, Math.min(ON_A_PAGE, found.size()))
                .mapToObj(i -> {
                    SealedCheckpoint one = found.get(i);
                    SealedCheckpoint before = i + 1 < found.size() ? found.get(i + 1) : null;
                    long size = one.checkpoint().size();
                    return words.kept(one, before, stamps.containsKey(size), grew(before, one), size == newest);
                })
                .toList();
    }

    private @Nullable Boolean grew(@Nullable SealedCheckpoint earlier, SealedCheckpoint later) {
        if (earlier == null) {
            return null;
        }
        try {
            return desk.growth(earlier, later).isProven();
        } catch (ProblemException damaged) {
            return null; // the proof itself is told as a problem where it is asked for
        }
    }
}
