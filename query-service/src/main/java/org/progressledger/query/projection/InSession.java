package org.progressledger.query.projection;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection of which everything is read in one session, so that whoever reads need not know of it. Nothing can be written
 * through it.
 */
final class InSession implements InvocationHandler {
    private static final Set<String> READING = Set.of("find", "aggregate", "countDocuments", "distinct");
    private static final Set<String> TELLING = Set.of("getNamespace", "toString", "hashCode");

    private final MongoCollection<Document> collection;
    private final ClientSession session;

    private InSession(MongoCollection<Document> collection, ClientSession session) {
        this.collection = collection;
        this.session = session;
    }

    @SuppressWarnings("unchecked")
    static MongoCollection<Document> of(MongoCollection<Document> collection, ClientSession session) {
        return (MongoCollection<Document>) Proxy.newProxyInstance(
                InSession.class.getClassLoader(),
                new Class<?>[] {MongoCollection.class},
                new InSession(collection, session));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        try {
            if (TELLING.contains(method.getName())) {
                return method.invoke(collection, arguments);
            }
            if (!READING.contains(method.getName())) {
                throw new UnsupportedOperationException(method.getName() + " in a session that only reads");
            }
            Class<?>[] types = new Class<?>[arguments.length + 1];
            Object[] all = new Object[arguments.length + 1];
            types[0] = ClientSession.class;
            all[0] = session;
            System.arraycopy(method.getParameterTypes(), 0, types, 1, arguments.length);
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            return MongoCollection.class.getMethod(method.getName(), types).invoke(collection, all);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
