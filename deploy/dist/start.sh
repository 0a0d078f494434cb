# shellcheck shell=sh disable=SC2034 # what is set here is used by those who read this file
# How Java is told to run Offlist. Read by the script `offlist` of the checkout and by that of the distribution, so that
# both run the same program in the same way.

# Two garbage collectors on one command line are an error; the caller's choice stands.
collector() {
    case " ${OFFLIST_JAVA_OPTS-} " in
        *" -XX:+Use"*GC*) ;;
        *) printf '%s' -XX:+UseSerialGC ;;
    esac
}

# Java would begin with a 64th of the machine's memory and seldom give any back. Little garbage is made here, so a small
# young part does; the heap still grows to a quarter of the memory when the pool needs it. The caller's choice stands.
heap() {
    case " ${OFFLIST_JAVA_OPTS-} " in
        *" -Xm"* | *" -XX:"*Heap* | *" -XX:"*RAM* | *" -XX:"*NewSize* | *" -XX:+Use"*GC*) ;;
        *) printf '%s' '-Xms32m -Xmn16m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30' ;;
    esac
}

# $1 is Java's major version: early releases of Java 21 refuse it.
trim() {
    [ "${1:-0}" -lt 23 ] || printf '%s' -XX:TrimNativeHeapInterval=10000
}

# A command that answers and ends is over before the better compiler pays.
compiler() {
    case "${1-}" in
        check | explain | lists | pool | config | --help | --version | '') printf '%s' -XX:TieredStopAtLevel=1 ;;
    esac
}

# Progress is for people: the program shows it only where somebody watches.
watched() {
    [ ! -t 2 ] || printf '%s' -Dofflist.terminal=true
}

# --- the quick start: from Java 25 on the JVM keeps what it has learned of a program's classes in a file (JEP 514, 515) and
# starts from it. It takes the classes of a plain class path only, not those of the jar's own loader. The file is a gift:
# with none, or with one that no longer fits, the program starts as ever.

# The class path of the program in folder $1. The framework's changed classes come before those they replace.
class_path() {
    printf '%s' "$1/quarkus/transformed-bytecode.jar:$1/quarkus/generated-bytecode.jar"
    for library in "$1"/app/*.jar "$1"/lib/boot/*.jar "$1"/lib/main/*.jar; do
        printf ':%s' "$library"
    done
}

# What the jar's manifest says to the JVM has to be said again where the jar is not what is started.
opened='--enable-native-access=ALL-UNNAMED --add-opens=java.base/java.lang=ALL-UNNAMED
--add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/jdk.internal.misc=ALL-UNNAMED
-Djava.util.logging.manager=org.jboss.logmanager.LogManager'

# Quiet about a cache that does not fit, as one with another collector: the program starts without it.
unimpressed='-Xlog:aot*=off,cds*=off'

# Plays the demo of the program in folder $2 with the Java $1 for some seconds, from which the JVM learns what it writes
# to $3. $4 is a folder for the demo's records and what it prints. Returns whether there is something.
train() {
    mkdir -p "$4"
    log=$4/log
    : >"$log"
    # The demo must not meet the store or the channels that the caller's daemon is about to use.
    # shellcheck disable=SC2046,SC2086 # options, none of them with a space of its own
    (
        unset QUARKUS_PROFILE OFFLIST_STORE_URL OFFLIST_STORE_USER OFFLIST_STORE_PASSWORD OFFLIST_BUS OFFLIST_CONFIG
        QUARKUS_HTTP_PORT=0 QUARKUS_MANAGEMENT_PORT=0 OFFLIST_DATA=$4/data
        export QUARKUS_HTTP_PORT QUARKUS_MANAGEMENT_PORT OFFLIST_DATA
        exec "$1" -XX:+UseSerialGC $opened "-XX:AOTCacheOutput=$3.new" -cp "$(class_path "$2")" offlist.app.Main demo
    ) >"$log" 2>&1 &
    trained=$!
    trap 'kill -KILL "$trained" 2>/dev/null || :; exit 130' INT TERM HUP
    seconds=0
    while [ "$seconds" -lt 40 ] && kill -0 "$trained" 2>/dev/null && [ -z "$(sed -n '/^ALERT/p' "$log")" ]; do
        sleep 1
        seconds=$((seconds + 1))
    done
    kill -TERM "$trained" 2>/dev/null || :
    (
        sleep 60
        kill -KILL "$trained" 2>/dev/null || :
    ) >/dev/null 2>&1 </dev/null &
    guard=$!
    wait "$trained" || :
    kill "$guard" 2>/dev/null || :
    trap - INT TERM HUP
    [ -f "$3.new" ] && mv "$3.new" "$3"
}
