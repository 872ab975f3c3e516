#!/usr/bin/env bash
# Runs every fuzzer for so many seconds, two at a time, from the kept corpus. Usage: tests/fuzz/run.sh [SECONDS]
# What a run finds lands in build/fuzz/findings/; what else it learned stays in build/fuzz/learned/.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
work=build/fuzz
mkdir -p "$work/findings" "$work/learned" "$work/logs"

# shellcheck disable=SC2317 # called by xargs
run_one() {
    local subject=$1 learned=$work/learned/$1
    mkdir -p "$learned"
    "$work/bin/fuzz_$subject" -max_total_time="$seconds" -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$work/findings/$subject-" \
        "$learned" "tests/fuzz/corpus/$subject" >"$work/logs/$subject.log" 2>&1 || touch "$work/logs/$subject.failed"
}
export -f run_one
export seconds work

subjects=$(basename -a -s .cpp tests/fuzz/fuzz_*.cpp | sed 's/^fuzz_//')
rm -f "$work"/logs/*
xargs -P 2 -I{} bash -c 'run_one {}' <<<"$subjects"

status=0
printf '%-18s %12s %10s %10s %8s\n' fuzzer executions edges features corpus
for subject in $subjects; do
    log=$work/logs/$subject.log
    last=$(sed -n 's/^#[0-9].* cov: /&/p' "$log" | tail -n 1)
    field() { sed -n "s/.* $1: \([0-9]*\).*/\1/p" <<<"$last"; }
    printf '%-18s %12s %10s %10s %8s\n' "$subject" \
        "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(field cov)" "$(field ft)" "$(field corp)"
    if [ -e "$work/logs/$subject.failed" ]; then
        status=1
        grep -E -m 3 'ERROR:|runtime error:|Test unit written' "$log" >&2 || tail -n 5 "$log" >&2
    fi
done
[ "$status" -eq 0 ] || echo "Findings are in $work/findings/, what was said in $work/logs/." >&2
exit "$status"
