package org.progressledger.problems;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.StringHttpMessageConverter;

/** Reads text bodies in the charset they declare (else UTF-8), and refuses bytes that are none in it. */
final class StrictText extends StringHttpMessageConverter {

    StrictText() {
        super(StandardCharsets.UTF_8);
        setWriteAcceptCharset(false);
    }

    @Override
    protected String readInternal(Class<? extends String> type, HttpInputMessage message) throws IOException {
        Charset charset = Optional.ofNullable(message.getHeaders().getContentType())
                .map(MediaType::getCharset)
                .orElse(StandardCharsets.UTF_8);
        byte[] bytes = message.getBody().readAllBytes();
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new HttpMessageNotReadableException("The body is not " + charset, e, message);
        }
    }
}
