package org.progressledger.command.project;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of commands.
 *
 * @param attempts how often a command is decided again when others change the same project, or the register of
 *     agencies, meanwhile; default 20
 * @param retryAfter what a caller is told to wait after that; default 1 second
 * @param nameLength longest name of a project, an agency or a person; default 1,000 characters
 * @param textLength longest narrative, rationale, grounds or other long text; default 20,000 characters
 * @param listSize most objectives or indicators of one project; default 200
 */
@ConfigurationProperties("progress-ledger.commands")
public record CommandSettings(
        @DefaultValue("20") int attempts,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("1000") int nameLength,
        @DefaultValue("20000") int textLength,
        @DefaultValue("200") int listSize) {}
