package offlist.grafana;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where times and values are in a picture, and the lines behind them. */
record PreviewAxes(Instant from, Instant to, List<Double> ticks, boolean logarithmic, int width, int height, int left) {
    PreviewAxes {
        ticks = List.copyOf(ticks);
    }

    static final int FOOT = 20;

    private static final int TOP = 6;
    private static final int RIGHT = 8;
    private static final int TIMES = 5;
    private static final double[] NICE = {1, 2, 2.5, 5, 10};
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    double x(Instant at) {
        double part = (double) Duration.between(from, at).toMillis()
                / Math.max(1, Duration.between(from, to).toMillis());
        return left + part * (width - left - RIGHT);
    }

    double low() {
        return ticks.getFirst();
    }

    double y(double value) {
        double bottom = scaled(low());
        double part = (scaled(Math.max(value, low())) - bottom) / (scaled(ticks.getLast()) - bottom);
        return TOP + (1 - part) * (height - TOP - FOOT);
    }

    private double scaled(double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    /** How wide a second is. */
    double second() {
        return x(from.plusSeconds(1)) - x(from);
    }

    /** Times alone. */
    static PreviewAxes bands(Instant from, Instant to, int width, int height, int left) {
        return new PreviewAxes(from, to, List.of(0.0, 1.0), false, width, height, left);
    }

    /** Up to five round steps between these values. */
    static PreviewAxes over(Instant from, Instant to, double least, double most, int width, int height) {
        double step = step((most > least ? most - least : 1) / 4);
        List<Double> ticks = new ArrayList<>(List.of(least));
        double next = Math.floor(least / step) * step + step;
        while (ticks.getLast() < most || ticks.size() < 2) {
            ticks.add(next);
            next += step;
        }
        return new PreviewAxes(from, to, ticks, false, width, height, 62);
    }

    /** Powers of ten around these values, which are above zero. */
    static PreviewAxes powers(Instant from, Instant to, double least, double most, int width, int height) {
        List<Double> ticks = new ArrayList<>(List.of(Math.pow(10, Math.floor(Math.log10(least)))));
        while (ticks.getLast() < most || ticks.size() < 2) {
            ticks.add(ticks.getLast() * 10);
        }
        return new PreviewAxes(from, to, ticks, true, width, height, 62);
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : NICE) {
            if (nice * power >= least * 0.999) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    String times() {
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i <= TIMES; i++) {
            Instant at = from.plus(Duration.between(from, to).multipliedBy(i).dividedBy(TIMES));
            String anchor = i == 0 ? "start" : i == TIMES ? "end" : "middle";
            svg.append(text(x(at), height - 5, anchor, CLOCK.format(at)));
        }
        return svg.toString();
    }

    String values(PreviewFormat format) {
        StringBuilder svg = new StringBuilder();
        for (double value : ticks) {
            svg.append("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%3$s\" y2=\"%3$s\"/>"
                    .formatted(left, width - RIGHT, tenths(y(value))));
            svg.append(text(left - 6, y(value) + 4, "end", format.text(value)));
        }
        return svg.toString();
    }

    String marks(List<PreviewMark> marks) {
        StringBuilder svg = new StringBuilder();
        marks.forEach(mark ->
                svg.append("<line class=\"mark\" stroke=\"%1$s\" x1=\"%2$s\" x2=\"%2$s\" y1=\"%3$d\" y2=\"%4$d\"/>"
                        .formatted(mark.color(), tenths(x(mark.at())), TOP, height - FOOT)));
        return svg.toString();
    }

    static String text(double x, double y, String anchor, String text) {
        return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
                .formatted(tenths(x), tenths(y), anchor, PreviewPage.escaped(text));
    }

    static String tenths(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
