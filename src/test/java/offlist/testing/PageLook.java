package offlist.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What people who see badly, or use no mouse, would stumble over on the page that a browser shows. */
public final class PageLook {
    /** Text against what is behind it, as WCAG 2.2 reckons it (success criterion 1.4.3); large letters may be paler. */
    private static final String CONTRAST = """
            (() => {
              const rgb = text => (text.match(/[0-9.]+/g) || []).map(Number);
              const part = v => { v /= 255; return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); };
              const light = c => 0.2126 * part(c[0]) + 0.7152 * part(c[1]) + 0.0722 * part(c[2]);
              const behind = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
                if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
              const found = new Set();
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const node = walk.currentNode, e = node.parentElement;
                if (!node.data.trim() || !e.checkVisibility() || e.closest('.hidden, .skip, option')) continue;
                const style = getComputedStyle(e), size = parseFloat(style.fontSize);
                const a = light(rgb(style.color)), b = light(behind(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                const least = size >= 24 || size >= 18.6 && style.fontWeight >= 700 ? 3 : 4.5;
                if (ratio < least) found.add(ratio.toFixed(2) + ' ' + e.className + ': ' + node.data.trim().slice(0, 40));
              }
              return [...found];
            })()""";

    private static final String LABELS = """
            [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
              .filter(e => !e.labels.length || !e.labels[0].textContent.trim()).map(e => 'no label: ' + e.outerHTML)""";
    private static final String NAMES = """
            [...document.querySelectorAll('a, button, summary')]
              .filter(e => e.checkVisibility() && !e.innerText.trim() && !e.querySelector('img[alt]')).map(e => 'no name: ' + e.outerHTML)""";
    private static final String IDS = """
            [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i).map(id => 'id twice: ' + id)""";

    private PageLook() {}

    /** Empty when nothing was found. */
    public static List<String> complaints(Chromium browser) {
        List<String> all = new ArrayList<>();
        for (String look : List.of(CONTRAST, LABELS, NAMES, IDS)) {
            StreamSupport.stream(browser.evaluate(look).spliterator(), false)
                    .map(JsonNode::asText)
                    .forEach(all::add);
        }
        if (browser.count("h1") != 1) {
            all.add(browser.count("h1") + " headings of the first order");
        }
        if (browser.evaluate("document.documentElement.scrollWidth > innerWidth")
                .asBoolean()) {
            all.add("wider than the screen");
        }
        return all;
    }
}
