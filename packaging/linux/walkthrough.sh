#!/usr/bin/env bash
# Plays the main job on the command line against simulated controllers of both vendors: look, let a guest in, check,
# cancel, read the history. Every step is checked; the first one that fails ends it. Needs no display and no keychain,
# and touches nothing of yours: profile and history lie in a temporary folder.
# Usage: packaging/linux/walkthrough.sh [FOLDER [SCREENSHOT]]
# FOLDER is where the programs are, build/release/bin if not given; SCREENSHOT the file for the picture of the window.
set -euo pipefail
cd "$(dirname "$0")/../.."
bin=$(cd "${1:-build/release/bin}" && pwd)
screenshot=$(realpath -m "${2:-build/demo.png}")

work=$(mktemp -d)
simulator=
finish() {
    [ -z "$simulator" ] || kill "$simulator" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
export QT_QPA_PLATFORM=offscreen GATEHOUSE_DEMO_SECRET=
if [ -z "${XDG_RUNTIME_DIR-}" ]; then
    export XDG_RUNTIME_DIR=$work/runtime
    mkdir -m 700 "$XDG_RUNTIME_DIR"
fi

bold=''
plain=''
if [ -t 1 ]; then
    bold=$(printf '\033[1m')
    plain=$(printf '\033[0m')
fi
steps=0
step() {
    steps=$((steps + 1))
    printf '\n%s%d. %s%s\n' "$bold" "$steps" "$*" "$plain"
}
failed() {
    echo "The walkthrough failed at step $steps: $*" >&2
    exit 1
}

ask() { "$bin/gatehouse-cli" --profile "$work/profile" "$@"; }

# Prints words so that a shell reads them as the same words.
quoted() {
    local word
    for word in "$@"; do
        case "$word" in
        *[!A-Za-z0-9_.,:/=@%+-]*) printf " '%s'" "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
}

# Shows a command and its answer. The first argument is the exit code that it must have.
show() {
    local wanted=$1 code=0
    shift
    echo "   \$ gatehouse-cli$(quoted "$@")"
    ask "$@" >"$work/answer" 2>&1 || code=$?
    sed 's/^/     /' "$work/answer"
    [ "$code" -eq "$wanted" ] || failed "exit code $code instead of $wanted"
}

# Asks for JSON and holds the answer against a jq condition.
expect() {
    local condition=$1
    shift
    ask "$@" --json >"$work/answer" || failed "gatehouse-cli $* --json ended with exit code $?"
    jq -e "$condition" "$work/answer" >/dev/null || {
        cat "$work/answer" >&2
        failed "the answer of gatehouse-cli $* does not fulfil: $condition"
    }
}

start_simulator() {
    "$bin/gatehouse-simulator" --generation "$1" --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 600 \
        >"$work/ready" 2>"$work/simulator.log" &
    simulator=$!
    for _ in $(seq 100); do
        [ ! -s "$work/ready" ] || return 0
        kill -0 "$simulator" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/simulator.log" >&2
    failed "the simulator did not start"
}

of_ready() { jq -r "$1" "$work/ready"; }

# Arguments: the generation, the controller's name, the vendor's name, the limits to ask for.
play() {
    local generation=$1 name=$2 vendor=$3 url pin mac guest=()
    shift 3
    step "A simulated $vendor controller starts on this machine."
    start_simulator "$generation"
    url=$(of_ready .url)
    pin=$(of_ready .certificateSha256)
    mac=$(of_ready '.waiting[0]' | tr 'A-F-' 'a-f:')
    local account=()
    if [ "$(of_ready '.credentials.clientId // empty')" != '' ]; then
        account=(--client-id "$(of_ready .credentials.clientId)")
    fi
    GATEHOUSE_DEMO_SECRET=$(of_ready '.credentials.apiKey // .credentials.clientSecret')
    local secret=(--secret-env GATEHOUSE_DEMO_SECRET)
    local there=(--controller "$name" "${secret[@]}")

    step "What is it, and can it be trusted?"
    show 0 controller detect "$url"
    expect ".generations | index(\"$generation\")" controller detect "$url"

    step "Add it by the fingerprint of its certificate. The secret comes from an environment variable."
    show 0 controller add "$name" --url "$url" --generation "$generation" --pin "$pin" "${account[@]}" \
        --no-keychain "${secret[@]}"
    show 0 controller test "$name" "${secret[@]}"
    show 0 sites "${there[@]}"

    step "Who is waiting? One of them says that the address ends in ${mac: -5}."
    show 0 clients "${there[@]}" --state waiting
    show 0 clients "${there[@]}" --search "${mac: -5}"

    guest=(--guest 'Ada Guest' --room 212 --reason 'Checked in')
    if [ "$generation" = omada-openapi ]; then
        step "Omada's Open API cannot set a duration. Gatehouse says so before it sends anything."
        show 7 authorize "${there[@]}" --mac "$mac" --minutes 120 "${guest[@]}"
    fi
    step "Let this guest in with limits. Success is what the controller's own state shows."
    show 0 authorize "${there[@]}" --mac "$mac" "$@" "${guest[@]}"
    show 0 extend "${there[@]}" --mac "$mac" --minutes 60 --reason 'Late check-out'
    expect "any(.mac == \"$mac\" and .state == \"authorized\")" clients "${there[@]}" --state authorized

    step "The guest leaves: cancel. The device has to authenticate again."
    show 0 cancel "${there[@]}" --mac "$mac" --reason 'Checked out'
    expect "any(.mac == \"$mac\") | not" clients "${there[@]}" --state authorized

    kill "$simulator"
    wait "$simulator" 2>/dev/null || true
    simulator=
}

echo "${bold}Gatehouse lets guests into the Wi-Fi. This is its main job, on the command line.$plain"
play unifi-integration 'Hotel UniFi' UniFi --minutes 120 --data-mb 500 --down-kbps 5000
play omada-openapi 'Hotel Omada' Omada --down-kbps 5000

step "All of it is in the audit history, and nobody has changed the history since."
show 0 history list
expect '[.[] | select(.outcome == "confirmed") | .action] | sort ==
    ["authorize","authorize","cancel","cancel","extend","extend"]' \
    history list
show 0 history verify

step "The window, drawn without a display."
mkdir -p "$(dirname "$screenshot")"
timeout 120 "$bin/gatehouse" --demo --screenshot "$screenshot" >"$work/answer" 2>&1 || {
    cat "$work/answer" >&2
    failed "no screenshot of the demo window"
}
[ -s "$screenshot" ] || failed "the screenshot is empty"
cat <<END
   Saved as $screenshot

Every step was checked. To get the window itself, run ./run where there is a display: at the machine, by 'ssh -X', or
in a virtual one with 'xvfb-run ./run'.
END
