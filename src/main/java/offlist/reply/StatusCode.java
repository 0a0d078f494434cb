package offlist.reply;

/**
 * What an enhanced code means by itself (RFC 3463, section 3; the registry of RFC 5248).
 *
 * @param code subject and detail, {@code 7.25}; {@code 1.*} for a whole subject
 */
record StatusCode(String code, RefusalClass refusalClass) {

    /** Whether {@code 5.7.25} is this one. */
    boolean covers(String enhanced) {
        String tail = enhanced.substring(enhanced.indexOf('.') + 1);
        return code.endsWith("*") ? tail.startsWith(code.substring(0, code.length() - 1)) : tail.equals(code);
    }
}
