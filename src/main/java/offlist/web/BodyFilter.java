package offlist.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import offlist.web.Problem.Kind;

/** Says of a body that the framework cannot read, such as a form with `%zz` in it, that it is the caller's. */
@Provider
public class BodyFilter implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Kind.BAD_BODY, "the body is not written as its type says");
        }
    }
}
