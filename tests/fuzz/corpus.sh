#!/usr/bin/env bash
# Makes the kept corpus anew: what the transcripts, the corpus so far and later runs bring, as few files as cover the
# same. Run it after a change of the readers or the transcripts, with the fuzzers built. Usage: tests/fuzz/corpus.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
work=build/fuzz

response_of() { sed '1,/^### response$/d' "$1"; }
request_of() { sed -e '/^#/d' -e '/^### response$/,$d' "$1"; }

# The response of every transcript, as each reader gets it: the first octet names the reader.
seed_replies() {
    local subject=$1 readers=$2 generation transcript name response reader octet
    shift 2
    for generation in "$@"; do
        for transcript in tests/transcripts/"$generation"/*.http; do
            name=${transcript##*/}
            response=$(response_of "$transcript")
            for ((reader = 0; reader < readers; reader++)); do
                printf -v octet '\\x%x' $((96 - 96 % readers + reader))
                printf '%b%s\n' "$octet" "$response" >"$work/seeds/$subject/$generation-${name%.http}-$reader"
            done
        done
    done
}

rm -rf "$work/seeds"
for subject in portal_form omada_hotspot omada_openapi unifi_classic unifi_integration redirect inbound profile session_rows; do
    mkdir -p "$work/seeds/$subject" "$work/learned/$subject" "tests/fuzz/corpus/$subject"
done
seed_replies portal_form 4 eap2 omada3
seed_replies omada_hotspot 7 omada4 omada5
seed_replies omada_openapi 11 omada-openapi
seed_replies unifi_classic 14 unifi-classic
seed_replies unifi_integration 8 unifi-integration
for transcript in tests/transcripts/*/*.http; do
    generation=${transcript%/*}
    { printf ' '; request_of "$transcript" | sed 's/$/\r/'; } >"$work/seeds/inbound/${generation##*/}-${transcript##*/}"
done

for subject in "$work"/seeds/*; do
    subject=$(basename "$subject")
    rm -rf "$work/merged"
    mkdir "$work/merged"
    "$work/bin/fuzz_$subject" -merge=1 -max_len=16384 "$work/merged" "tests/fuzz/corpus/$subject" \
        "$work/seeds/$subject" "$work/learned/$subject" 2>"$work/merge.log"
    rm -rf "tests/fuzz/corpus/$subject"
    mv "$work/merged" "tests/fuzz/corpus/$subject"
    echo "$subject: $(find "tests/fuzz/corpus/$subject" -type f | wc -l) files"
done
