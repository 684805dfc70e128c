package io.productsnap.benchmarks.engines;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The statements that go through a data source, by the names that they carry. Thread-safe. */
final class Overheard {

    private static final Pattern NAME = Pattern.compile("/\\* ([a-z_]+) \\*/");
    private static final Pattern PARAMETER = Pattern.compile("\\?");

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    DataSource through(DataSource source) {
        return proxy(DataSource.class, source);
    }

    /** With numbered parameters, as the server knows it. */
    String text(String name) {
        String text = texts.getOrDefault(name, "");
        int[] number = {0};
        return PARAMETER.matcher(text).replaceAll(any -> Matcher.quoteReplacement("$" + ++number[0]));
    }

    private <T> T proxy(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> pass(target, method, arguments)));
    }

    private Object pass(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("prepareStatement")) {
            listen(String.valueOf(arguments[0]));
        }
        try {
            Object answer = method.invoke(target, arguments);
            return answer instanceof Connection connection ? proxy(Connection.class, connection) : answer;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private void listen(String text) {
        Matcher name = NAME.matcher(text);
        if (name.find()) {
            texts.put(name.group(1), text);
        }
    }
}
