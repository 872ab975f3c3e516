#!/usr/bin/env bash
# Keeps the manual pages in agreement with what the programs say of themselves. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/linux/man.sh --check | --write [FOLDER]

The lists of commands and options in packaging/linux/*.1 are those of the programs' --help.
  --check   compare them; where they differ, show how and fail
  --write   write them anew
FOLDER is where the programs are, build/release/bin if not given.
END
}

case "${1-}" in
--check | --write) mode=${1#--} ;;
-h | --help)
    usage
    exit 0
    ;;
*)
    usage >&2
    exit 2
    ;;
esac
bin=${2-build/release/bin}
[ -x "$bin/gatehouse-cli" ] || die "$bin holds no programs. Build them first: packaging/linux/build.sh release"
work=$(mktemp -d)
clean_up_at_end "$work"
export LC_ALL=C.UTF-8 LANGUAGE=en XDG_RUNTIME_DIR=$work

help_of() {
    local program=$1
    shift
    "$bin/$program" "$@" --help
}

# Text for groff: a hyphen that may be typed stays one, and no line is taken for a request.
escaped() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^[.']/\\\\\&&/" -e "s/'/\\\\(aq/g"; }

# The two columns of a help text, "  NAME [VALUE]  what it is" with the text going on in the lines below, as "NAME<tab>text".
columns() {
    awk '
        function flush() { if (left != "") print left "\t" text; left = "" }
        match($0, /^  [^ ].*[^ ]  +[^ ]/) || /^  --[^ ]+ [^ ]+ [^ ]/ {
            flush()
            line = substr($0, 3)
            if (match(line, /   *[^ ]/)) { left = substr(line, 1, RSTART - 1); text = substr(line, RSTART + RLENGTH - 1) }
            else { match(line, /^--[^ ]+ [^ ]+ /); left = substr(line, 1, RLENGTH - 1); text = substr(line, RLENGTH + 1) }
            next
        }
        /^          +[^ ]/ && left != "" { sub(/^ +/, ""); text = text " " $0; next }
        { flush() }
        END { flush() }'
}

# "NAME<tab>text" as tagged paragraphs.
paragraphs() {
    local left text
    while IFS=$'\t' read -r left text; do
        printf '.TP\n.B %s\n%s\n' "$(escaped <<<"$left")" "$(escaped <<<"$text")"
    done
}

options_of_window() {
    printf '.SH OPTIONS\n'
    help_of gatehouse | columns | paragraphs
}

commands_of_cli() {
    help_of gatehouse-cli | sed '/^Every command takes:/,$d' | columns | cut -f 1
}

options_of_cli() {
    local command words lines
    printf '.SH COMMANDS\n'
    while read -r command; do
        read -ra words <<<"$command"
        lines=$(help_of gatehouse-cli "${words[@]}")
        printf '.TP\n.B %s\n%s\n' "$(sed -n '3s/^gatehouse-cli //p' <<<"$lines" | escaped)" \
            "$(sed -n 1p <<<"$lines" | escaped)"
        columns <<<"$lines" >>"$work/options"
    done < <(commands_of_cli)
    printf '.SH OPTIONS\n'
    awk -F '\t' '!seen[$1]++' "$work/options" | sort | paragraphs
}

options_of_simulator() {
    printf '.SH OPTIONS\n'
    help_of gatehouse-simulator | sed '/^Faults /,$d' | columns | paragraphs
    printf '.SH FAULTS\nThese are the names that\n.B \\-\\-fault\ntakes. With TIMES a fault strikes that often, and always when that is left out.\n'
    help_of gatehouse-simulator | sed '1,/^Faults /d' | columns | paragraphs
}

# Puts the lists into the page PAGE between their marks.
with_lists() {
    awk -v lists="$2" '
        /^\.\\" end of lists/ { inside = 0 }
        !inside { print }
        /^\.\\" lists:/ { inside = 1; while ((getline line < lists) > 0) print line }' "$1"
}

differing=()
for pair in gatehouse:options_of_window gatehouse-cli:options_of_cli gatehouse-simulator:options_of_simulator; do
    page=packaging/linux/${pair%%:*}.1
    "${pair#*:}" >"$work/lists"
    [ "$(wc -l <"$work/lists")" -gt 10 ] || die "the --help of ${pair%%:*} could not be read."
    with_lists "$page" "$work/lists" >"$work/page"
    if [ "$mode" = write ]; then
        cat "$work/page" >"$page"
    elif ! diff -u "$page" "$work/page" >&2; then
        differing+=("$page")
    fi
done
[ "${#differing[@]}" -eq 0 ] ||
    die "${differing[*]} and the programs differ, see above. packaging/linux/man.sh --write ${bin} mends it."
