#!/usr/bin/env bash
# Installs the Windows Installer package under wine, uses it, upgrades it and removes it. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/windows/check-msi.sh [--older OLDER.msi] [--pictures FOLDER] NEW.msi

Under wine, in a Windows of its own that is gone afterwards: installs NEW.msi silently with the properties of an
administrator, runs --selfcheck, plays the main job with gatehouse-cli.exe against gatehouse-simulator.exe, saves pictures
of the windows, removes it, and looks at what is left. With --older that one is installed first and used, then upgraded;
afterwards it must be refused as a downgrade. Installs missing packages, as ./run does. Ends at the first thing that fails.

What wine cannot show: UAC, SmartScreen, ICE checks, real fonts, other DPI. check-msi.ps1 does the same on Windows.
END
}

older=
pictures=build/packages/pictures
while [ $# -gt 0 ]; do
    case "$1" in
    -h | --help)
        usage
        exit 0
        ;;
    --older | --pictures)
        [ $# -ge 2 ] || die "$1 needs a value."
        [ "$1" = --older ] && older=$2 || pictures=$2
        shift 2
        ;;
    -*)
        usage >&2
        exit 2
        ;;
    *) break ;;
    esac
done
if [ $# -ne 1 ]; then
    usage >&2
    exit 2
fi
newer=$1
for file in "$newer" ${older:+"$older"}; do
    [ -s "$file" ] || die "there is no installer at $file. packaging/windows/build-msi.sh makes one."
done
packaging/linux/dependencies.sh wine
for tool in wine msiinfo Xvfb jq; do
    need "$tool" wine
done
newer=$(realpath "$newer")
[ -z "$older" ] || older=$(realpath "$older")
mkdir -p "$pictures"
pictures=$(cd "$pictures" && pwd)

SECONDS=0
work=$(mktemp -d)
screen=
finish() {
    wineserver -k 2>/dev/null || true
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP
export WINEPREFIX=$work/windows WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml='
export LC_ALL=C.UTF-8 GATEHOUSE_CHECK_SECRET=
unset LANGUAGE
c=$WINEPREFIX/drive_c
there="$c/Program Files/Gatehouse"

step() { printf '%4d s  %s\n' "$SECONDS" "$*"; }
failed() { die "failed after $SECONDS s: $*"; }
windows_path() { echo "Z:${1//\//\\}"; }
of_msi() { msiinfo export "$1" Property | tr -d '\r' | sed -n "s/^$2\t//p"; }

start_windows() {
    step "a Windows of its own, and a screen"
    mkdir "$work/run"
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$work/run/display" 2>/dev/null &
    screen=$!
    for _ in $(seq 100); do
        [ ! -s "$work/run/display" ] || break
        sleep 0.1
    done
    [ -s "$work/run/display" ] || failed "Xvfb gave no screen"
    DISPLAY=:$(cat "$work/run/display")
    export DISPLAY
    wineboot --init >/dev/null 2>&1 || failed "wine could not make a Windows"
    wine winecfg -v win10 >/dev/null 2>&1
    # Windows' own fonts are not free: these look like something in their place.
    cp /usr/share/fonts/truetype/dejavu/DejaVuSans*.ttf "$c/windows/Fonts/"
    local font
    for font in 'MS Shell Dlg' 'MS Shell Dlg 2' 'Segoe UI' Tahoma; do
        wine reg add 'HKLM\Software\Microsoft\Windows NT\CurrentVersion\FontSubstitutes' /v "$font" /d 'DejaVu Sans' /f >/dev/null 2>&1
        wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'DejaVu Sans' /f >/dev/null 2>&1
    done
    wineserver -w
}

installer() { # wanted exit code is 0 or not 0, then msiexec's arguments
    local wanted=$1 code=0
    shift
    wine msiexec "$@" /qn /l*v "$(windows_path "$work/msi.log")" >/dev/null 2>&1 || code=$?
    wineserver -w
    [ "$wanted" = 0 ] && [ $code -ne 0 ] && failed "msiexec $* ended with $code"
    [ "$wanted" != 0 ] && [ $code -eq 0 ] && failed "msiexec $* succeeded, and should not have"
    return 0
}

registry() { wine reg query "$@" 2>/dev/null | tr -d '\r'; }
installed_versions() {
    registry 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s |
        awk 'function tell() { if (ours && version) print version; ours = 0; version = "" }
            /^HKEY/ { tell() } / DisplayName +REG_SZ +Gatehouse$/ { ours = 1 } / DisplayVersion / { version = $3 } END { tell() }'
}
path_of_machine() { registry 'HKLM\System\CurrentControlSet\Control\Session Manager\Environment' /v PATH; }
start_menu() { find "$c/ProgramData/Microsoft/Windows/Start Menu" "$c/users" -name 'Gatehouse.lnk' 2>/dev/null; }

expect_installed() { # version
    [ "$(installed_versions)" = "$1" ] || failed "Windows lists Gatehouse as '$(installed_versions | xargs)', and it should be $1 alone"
    [ -f "$there/gatehouse.exe" ] || failed "there is no gatehouse.exe"
    [ -n "$(start_menu)" ] || failed "there is no entry in the start menu"
}

self_check() {
    step "self-check"
    local code=0
    wine "$there/gatehouse.exe" --selfcheck --keychain --log "$(windows_path "$work/selfcheck.log")" \
        --shot "$(windows_path "$pictures/selfcheck.png")" >/dev/null 2>&1 || code=$?
    sed 's/^/          /' "$work/selfcheck.log" | tr -d '\r'
    if [ $code -ne 0 ] || grep -q '^FAIL' "$work/selfcheck.log"; then failed "the self-check"; fi
}

cli() { wine "$there/gatehouse-cli.exe" "$@" 2>"$work/words" </dev/null; }
says() { # condition, arguments
    local condition=$1
    shift
    cli "$@" --json >"$work/answer" || { cat "$work/words" "$work/answer" >&2 && failed "gatehouse-cli $*"; }
    jq -e "$condition" "$work/answer" >/dev/null || { cat "$work/answer" >&2 && failed "gatehouse-cli $* does not say: $condition"; }
}

start_simulator() { # generation
    wine "$there/gatehouse-simulator.exe" --generation "$1" --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 300 \
        >"$work/ready" 2>/dev/null </dev/null &
    for _ in $(seq 300); do
        [ ! -s "$work/ready" ] || return 0
        sleep 0.1
    done
    failed "gatehouse-simulator.exe did not start"
}
of_ready() { jq -r "$1" "$work/ready"; }

# The main job: what is it, trust it, add it, look, let in, take back, and the record of it.
main_job() { # generation, controller's name, limits
    local generation=$1 name=$2 mac account=()
    shift 2
    step "main job on a simulated $generation"
    start_simulator "$generation"
    says ".generations | index(\"$generation\")" controller detect "$(of_ready .url)"
    [ -z "$(of_ready '.credentials.clientId // empty')" ] || account=(--client-id "$(of_ready .credentials.clientId)")
    GATEHOUSE_CHECK_SECRET=$(of_ready '.credentials.apiKey // .credentials.clientSecret')
    cli controller add "$name" --url "$(of_ready .url)" --generation "$generation" --pin "$(of_ready .certificateSha256)" \
        "${account[@]}" --secret-env GATEHOUSE_CHECK_SECRET >/dev/null || { cat "$work/words" >&2 && failed "controller add"; }
    GATEHOUSE_CHECK_SECRET= # from here on it comes from Windows' credential manager
    cli controller test "$name" >/dev/null || failed "controller test"
    mac=$(of_ready '.waiting[0]' | tr 'A-F-' 'a-f:')
    says "any(.mac == \"$mac\")" clients --controller "$name" --state waiting
    says '.outcome == "confirmed"' authorize --controller "$name" --mac "$mac" "$@" --guest 'Ada Gäst' --room 212
    says "any(.mac == \"$mac\" and .state == \"authorized\")" clients --controller "$name" --state authorized
    says '.outcome == "confirmed"' cancel --controller "$name" --mac "$mac" --reason 'Checked out'
    says "any(.mac == \"$mac\") | not" clients --controller "$name" --state authorized
    says '[.[] | select(.outcome == "confirmed")] | length >= 2 and .[0].guest == "Ada Gäst"' history list
    says '.ok' history verify
    wine taskkill /im gatehouse-simulator.exe /f >/dev/null 2>&1 || true
}

take_pictures() {
    step "pictures of the window, in German by the administrator's property"
    local scheme
    for scheme in light dark; do
        timeout 120 wine "$there/gatehouse.exe" --demo --scheme $scheme --size 1280x800 \
            --screenshot "$(windows_path "$pictures/demo-$scheme.png")" >/dev/null 2>&1 ||
            failed "no picture of the window, or it did not end"
        [ -s "$pictures/demo-$scheme.png" ] || failed "the picture of the window is empty"
    done
}

start_windows
if [ -n "$older" ]; then
    step "install $(of_msi "$older" ProductVersion), and use it"
    installer 0 /i "$(windows_path "$older")" LANGUAGE=de ADDTOPATH=1
    expect_installed "$(of_msi "$older" ProductVersion)"
    main_job unifi-integration 'Hotel UniFi' --minutes 120
    cp "$there/gatehouse.exe" "$work/older.exe"
    cli history head >"$work/head" || failed "history head"
    step "upgrade to $(of_msi "$newer" ProductVersion)"
    installer 0 /i "$(windows_path "$newer")" 'SETTINGSFILE=C:\machine.ini'
    cmp -s "$there/gatehouse.exe" "$work/older.exe" && failed "the upgrade left the older program"
    says 'any(.name == "Hotel UniFi")' controller list
    says '.ok and .records >= 2' history verify
else
    step "install $(of_msi "$newer" ProductVersion)"
    installer 0 /i "$(windows_path "$newer")" LANGUAGE=de ADDTOPATH=1 'SETTINGSFILE=C:\machine.ini'
fi
printf '[appearance]\r\nscheme=dark\r\n' >"$c/machine.ini"
expect_installed "$(of_msi "$newer" ProductVersion)"
[[ $(path_of_machine) == *Gatehouse* ]] || failed "the folder is not on the PATH"
# Not by wine's cmd: it looks no further than the empty entry that wine's own installer leaves in PATH after an upgrade.
by_its_name=$(wine gatehouse-cli --version 2>/dev/null | tr -d '\r' || true)
[ "$by_its_name" = "gatehouse-cli $(of_msi "$newer" ProductVersion)" ] ||
    failed "gatehouse-cli is not found by its name, which says: $by_its_name"
self_check
grep -q 'settings of this machine: C:\\machine.ini, language de' "$work/selfcheck.log" ||
    failed "the administrator's language or settings file is not used"
main_job omada-openapi 'Hotel Omada' --down-kbps 5000
take_pictures
if [ -n "$older" ]; then
    step "a downgrade is refused"
    installer refused /i "$(windows_path "$older")"
    expect_installed "$(of_msi "$newer" ProductVersion)"
fi
step "remove it"
installer 0 /x "$(windows_path "$newer")"
[ ! -e "$there" ] || failed "these files are left: $(find "$there" -printf '%f ')"
[ -z "$(installed_versions)" ] || failed "Windows still lists it"
[ -z "$(start_menu)" ] || failed "its entry in the start menu is left"
if [[ $(path_of_machine) == *Gatehouse* ]]; then failed "its folder is still on the PATH"; fi
if registry 'HKLM\Software\Gatehouse' >/dev/null; then failed "its values in the registry are left"; fi
kept=$(find "$c/users" -path '*Gatehouse/history.db')
[ -n "$kept" ] || failed "the profile is gone"
grep -aq 'PROFILESTAYS' <(iconv -f utf-16 -t utf-8 "$work/msi.log" 2>/dev/null || cat "$work/msi.log") ||
    step "(this wine's log does not name the profile)"
step "removed; the profile stays in ${kept%/*}, which is ${kept#"$c/users/"}"
echo "Everything was checked in $SECONDS s. Please look at the pictures in $pictures."
