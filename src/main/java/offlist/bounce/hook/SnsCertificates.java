package offlist.bounce.hook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The certificates that SNS signs with. Each is fetched once, over TLS from a host of SNS itself, which is what vouches for it: the
 * file has the one certificate, and not those between it and a known authority. Where there are more, each has to be signed by the
 * next. Threads may share it.
 *
 * <p>A request names the address, so anybody can have one fetched: not more often than a few times a minute.
 */
final class SnsCertificates {
    private static final int MOST = 50;
    private static final int LONGEST_CHAIN = 10;
    private static final int FETCHES = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** In ordinary regions, and in those that have their own. */
    private static final Pattern NAME =
            Pattern.compile("sns\\.amazonaws\\.com|sns[.-][a-z0-9-]{4,40}\\.amazonaws\\.com(?:\\.cn)?");

    private final HookNet net;
    private final Map<URI, X509Certificate> known = new LinkedHashMap<>();
    private Instant minute = Instant.EPOCH;
    private int fetches;

    SnsCertificates(HookNet net) {
        this.net = net;
    }

    /**
     * The certificate at an address of SNS, if it is one to be believed now.
     *
     * @throws IOException when it cannot be had now
     */
    Optional<X509Certificate> at(URI address, Instant now) throws IOException {
        Optional<X509Certificate> held = held(address, now);
        return held.isPresent() ? held : fetched(address, now);
    }

    private Optional<X509Certificate> held(URI address, Instant now) {
        synchronized (known) {
            return Optional.ofNullable(known.get(address)).filter(certificate -> valid(certificate, now));
        }
    }

    /** One at a time; who has the certificate already does not wait for those. */
    private synchronized Optional<X509Certificate> fetched(URI address, Instant now) throws IOException {
        Optional<X509Certificate> held = held(address, now);
        if (held.isPresent()) {
            return held;
        }
        spend(now);
        Optional<X509Certificate> good = good(net.get(address), now);
        good.ifPresent(certificate -> keep(address, certificate));
        return good;
    }

    private void spend(Instant now) throws IOException {
        if (Duration.between(minute, now).abs().compareTo(MINUTE) >= 0) {
            minute = now;
            fetches = 0;
        }
        fetches++;
        if (fetches > FETCHES) {
            throw new IOException("too many certificates are named to be looked at all");
        }
    }

    private void keep(URI address, X509Certificate certificate) {
        synchronized (known) {
            if (known.size() >= MOST) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(address, certificate);
        }
    }

    private static Optional<X509Certificate> good(byte[] pem, Instant now) {
        List<X509Certificate> chain = chain(pem);
        return chain.stream()
                .findFirst()
                .filter(SnsCertificates::ofSns)
                .filter(first -> chain.stream().allMatch(each -> valid(each, now)) && linked(chain));
    }

    private static List<X509Certificate> chain(byte[] pem) {
        try {
            List<X509Certificate> chain = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .forEach(each -> chain.add((X509Certificate) each));
            return chain.size() <= LONGEST_CHAIN ? chain : List.of();
        } catch (CertificateException broken) {
            return List.of();
        }
    }

    private static boolean linked(List<X509Certificate> chain) {
        try {
            for (int i = 1; i < chain.size(); i++) {
                X509Certificate issuer = chain.get(i);
                if (issuer.getBasicConstraints() < 0
                        || !chain.get(i - 1).getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
                    return false;
                }
                chain.get(i - 1).verify(issuer.getPublicKey());
            }
            return true;
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }

    private static boolean valid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException notNow) {
            return false;
        }
    }

    private static boolean ofSns(X509Certificate certificate) {
        return Stream.concat(commonNames(certificate), alternatives(certificate))
                .anyMatch(name -> NAME.matcher(name).matches());
    }

    private static Stream<String> commonNames(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf);
        } catch (InvalidNameException broken) {
            return Stream.empty();
        }
    }

    private static Stream<String> alternatives(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? Stream.empty() : names.stream().map(name -> String.valueOf(name.get(1)));
        } catch (CertificateException broken) {
            return Stream.empty();
        }
    }
}
