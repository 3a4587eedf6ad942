package org.progressledger.query.configuration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.progressledger.access.Asker;
import org.progressledger.access.CurrentAsker;
import org.progressledger.access.configuration.ConfigurationController;
import org.progressledger.access.configuration.ServiceSetting;
import org.progressledger.query.configuration.ConfigurationPage.OfService;
import org.progressledger.query.configuration.ConfigurationPage.Row;
import org.progressledger.query.frame.Frame;
import org.progressledger.query.frame.Framing;
import org.progressledger.query.frame.Page;
import org.progressledger.query.sending.CommandDesk;
import org.progressledger.query.sending.CommandDesk.Recorded;
import org.progressledger.query.sending.CommandDesk.Refused;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each service answers for itself; the page shows both. */
@Page
class ConfigurationPageController {
    private final Framing framing;
    private final ConfigurationController own;
    private final CommandDesk commands;
    private final JsonMapper json;

    ConfigurationPageController(Framing framing, ConfigurationController own, CommandDesk commands, JsonMapper json) {
        this.framing = framing;
        this.own = own;
        this.commands = commands;
        this.json = json;
    }

    @GetMapping("/configuration")
    ModelAndView configuration(@CurrentAsker Asker asker, HttpServletRequest request, HttpServletResponse response) {
        Frame frame = framing.bare(asker, request, response);
        List<Row> ownRows = own.configuration().settings().stream()
                .map(one -> row(one, frame))
                .toList();
        ConfigurationPage page = new ConfigurationPage(
                frame,
                List.of(
                        new OfService("of-query", frame.say("configuration.query"), ownRows, null),
                        ofCommands(asker, frame)));
        return new ModelAndView("configuration", Map.of("page", page));
    }

    private OfService ofCommands(Asker asker, Frame frame) {
        String name = frame.say("configuration.command");
        return switch (commands.get(asker, frame.language(), "/configuration")) {
            case Recorded answered -> {
                List<Row> rows = new ArrayList<>();
                for (JsonNode setting : answered.body().path("settings")) {
                    rows.add(row(json.treeToValue(setting, ServiceSetting.class), frame));
                }
                yield new OfService("of-command", name, rows, null);
            }
            case Refused refused -> new OfService("of-command", name, List.of(), refused.detail());
        };
    }

    private static Row row(ServiceSetting setting, Frame frame) {
        String source = switch (setting.source()) {
            case DEFAULT -> frame.say("configuration.default");
            case ENVIRONMENT -> frame.say("configuration.environment");
            case ARGUMENT -> frame.say("configuration.argument");
            case FILE -> frame.say("configuration.file");
        };
        return new Row(
                setting.name(),
                setting.value(),
                source,
                setting.from(),
                setting.meaning(),
                setting.source() != ServiceSetting.Source.DEFAULT);
    }
}
