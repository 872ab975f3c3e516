#!/usr/bin/env bash
# Does a new Gatehouse take over what an older one left, and does it leave alone what a newer one left? See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/linux/check-upgrade.sh [--from REVISION | --old FOLDER] NEW

NEW is an AppImage, or a folder with the three programs. The older ones make a profile: a controller, a policy, settings
of the window, and a history of what was done with a guest. NEW has to show all of it unchanged, go on with it, and find
the history whole. A profile and a history that say they are of a version to come have to be refused in words, with not
a byte changed.

  --from REVISION  build the older programs from this commit; the one before the last if not given
  --old FOLDER     the folder with the older programs
END
}

from=HEAD~1
old=
new=
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
    --from)
        from=${2:?--from takes a commit}
        shift
        ;;
    --old)
        old=${2:?--old takes a folder}
        shift
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) new=$1 ;;
    esac
    shift
done
[ -n "$new" ] || { usage >&2; exit 2; }
[ -e "$new" ] || die "$new is not there."
need jq package
new=$(realpath "$new")

work=$(mktemp -d)
simulator=
cleanup() {
    [ -z "$simulator" ] || kill "$simulator" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=$work/runtime
mkdir -m 700 "$work/runtime"

# The programs of another commit, in a checkout of their own below build/, which is kept for the next time.
build_older() {
    local revision place
    revision=$(git rev-parse --verify --quiet "$from^{commit}") || die "there is no commit '$from' here; a shallow clone has no past."
    place=$PWD/build/older/$revision
    old=$place/build/release/bin
    [ ! -x "$old/gatehouse" ] || return 0
    echo "Building $(git log -1 --format='%h "%s"' "$revision") ..."
    git worktree prune
    [ -d "$place" ] || git worktree add --quiet --detach "$place" "$revision"
    (cd "$place" && packaging/linux/build.sh release) >"$work/log" 2>&1 || { tail -n 30 "$work/log" >&2; die "it does not build."; }
}

step() { printf '\n%s\n' "$*"; }
older() { "$old/gatehouse-cli" --profile "$work/profile" "$@"; }
newer() { "$new/gatehouse-cli" --profile "$work/profile" "$@"; }
same() { # same WORDS BEFORE AFTER
    [ "$2" = "$3" ] || die "$1 changed:"$'\n'"$2"$'\n'"$3"
    echo "   $1: the same"
}
# A window that nobody looks at, for as long as it takes to read and write what it remembers.
show_window() { timeout --preserve-status 3 "$1/gatehouse" --profile "$work/profile" >"$work/window" 2>&1 || true; }
records() { jq -S 'map({record, time, action, operator, controller, site, mac, guest, room, reason, asked, outcome})'; }

start_simulator() {
    "$new/gatehouse-simulator" --generation unifi-integration --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 600 >"$work/ready" &
    simulator=$!
    for _ in $(seq 100); do
        [ ! -s "$work/ready" ] || return 0
        sleep 0.1
    done
    die "the simulator does not start."
}

if [ -f "$new" ]; then
    mkdir "$work/new"
    for program in gatehouse gatehouse-cli gatehouse-simulator; do
        ln -s "$new" "$work/new/$program"
    done
    new=$work/new
fi
[ -n "$old" ] || build_older
old=$(realpath "$old")
[ -x "$old/gatehouse-cli" ] || die "$old holds no programs."
start_simulator
SECRET=$(jq -r .credentials.apiKey "$work/ready")
export SECRET
there=(--controller Hotel --secret-env SECRET)
mapfile -t macs < <(jq -r '.waiting[]' "$work/ready")

step "1. The older programs make a profile."
older controller add Hotel --url "$(jq -r .url "$work/ready")" --pin "$(jq -r .certificateSha256 "$work/ready")" \
    --no-keychain --secret-env SECRET
older policy set --devices 2
older authorize "${there[@]}" --mac "${macs[0]}" --minutes 120 --guest 'Ada Guest' --room 212
older cancel "${there[@]}" --mac "${macs[0]}" --reason 'Checked out'
older authorize "${there[@]}" --mac "${macs[1]}" --minutes 60 --guest 'Ben Guest' --room 7
printf '[appearance]\nlanguage=de\nscheme=dark\n' >"$work/profile/settings.ini"
show_window "$old"
cp "$work/profile/settings.ini" "$work/settings"
controllers=$(older controller list --json | jq -S .)
policy=$(older policy show --json | jq -S .)
history=$(older history list --json | records)
[ "$(jq length <<<"$history")" -eq 3 ] || die "the older programs kept no history."

step "2. The new programs find all of it."
same "controllers" "$controllers" "$(newer controller list --json | jq -S .)"
same "policy" "$policy" "$(newer policy show --json | jq -S .)"
same "history" "$history" "$(newer history list --json | records)"
newer history verify
show_window "$new"
[ -z "$(comm -23 <(sort "$work/settings") <(sort "$work/profile/settings.ini"))" ] ||
    die "the window's settings changed: $(diff "$work/settings" "$work/profile/settings.ini")"
echo "   settings of the window: the same"

step "3. They go on with it."
newer cancel "${there[@]}" --mac "${macs[1]}" --reason 'Checked out'
[ "$(newer history list --json | jq length)" -eq 4 ] || die "the new record is not in the history."
newer history verify

# What lies in the profile, without SQLite's shared memory, which every reader makes and removes.
contents() { (cd "$work/profile" && find . -type f ! -name '*-shm' ! -name '*-wal' -exec sha256sum {} + | sort -k 2); }

# refused COMMAND...: the new program refuses, says why and what to do, and changes nothing.
refused() {
    local before code=0
    before=$(contents)
    newer "$@" >"$work/said" 2>&1 || code=$?
    sed 's/^/   /' "$work/said"
    [ "$code" -eq 8 ] || die "it ended with exit code $code instead of 8."
    grep -q 'newer version of Gatehouse' "$work/said" || die "it does not say that the profile is of a newer version."
    show_window "$new"
    same "profile" "$before" "$(contents)"
}

step "4. A profile of a version to come is refused."
cp "$work/profile/controllers.json" "$work/controllers.json"
jq '.version += 1000' "$work/controllers.json" >"$work/profile/controllers.json"
refused controller list
cp "$work/controllers.json" "$work/profile/controllers.json"

step "5. A history of a version to come is refused."
# The schema's version: four bytes at offset 60 of an SQLite file that nobody has open.
printf '\0\0\003\350' | dd of="$work/profile/history.db" bs=1 seek=60 conv=notrunc status=none
refused history list

step "The new programs keep what the older ones left, and leave alone what is newer than they are."
