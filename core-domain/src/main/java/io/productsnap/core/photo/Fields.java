package io.productsnap.core.photo;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Named texts in one text, as a form would send them: {@code name=value&name=value}, percent-encoded. */
final class Fields {

    private final Map<String, String> values = new LinkedHashMap<>();

    Fields with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Fields with(String name, Optional<String> value) {
        value.ifPresent(present -> values.put(name, present));
        return this;
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("a photo payload without " + name));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String write() {
        return values.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Fields read(String text) {
        Fields fields = new Fields();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not a photo payload");
            }
            fields.with(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
