#!/usr/bin/env bash
# Installs, runs, upgrades and purges the Debian package in a bare Debian. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/linux/check-deb.sh PACKAGE.deb [OLDER.deb]

In a bare Debian in a temporary folder (as root): installs OLDER with what it depends on, does the main job on the
command line as an unprivileged user, upgrades to PACKAGE, finds everything still there, checks the window, and purges
the package. The user's profile has to stay, and the removal has to say where it is. Without OLDER, the same files under
an older version are what is upgraded from.
END
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
'' | -*)
    usage >&2
    exit 2
    ;;
esac
[ "$(id -u)" -eq 0 ] || die "this needs root, for debootstrap and chroot."
[ -f "$1" ] || die "$1 is not there. packaging/linux/build-deb.sh makes it."
package=$(realpath "$1")
work=$(mktemp -d)
clean_up_at_end "$work"
root=$work/root

if [ -n "${2-}" ]; then
    older=$(realpath "$2")
else
    older=$work/older.deb
    dpkg-deb --raw-extract "$package" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.1-1/' "$work/older/DEBIAN/control"
    dpkg-deb --root-owner-group --build "$work/older" "$older" >"$work/log"
fi

step() { echo "--- $*"; }
as_root() { packaging/linux/chroot.sh run "$root" "$@"; }
as_desk() { packaging/linux/chroot.sh run "$root" --as desk "$@"; }
install_in_root() {
    cp "$1" "$root/tmp/gatehouse.deb"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends \
        /tmp/gatehouse.deb >"$work/log" 2>&1 || { cat "$work/log" >&2; die "the package could not be installed."; }
}
# shellcheck disable=SC2016 # dpkg-query's own variable
version_in_root() { as_root dpkg-query --show --showformat '${Version}' gatehouse; }

step "A bare Debian"
packaging/linux/chroot.sh make "$root" jq
as_root apt-get -qq update >"$work/log" 2>&1

step "Install $(dpkg-deb --field "$older" Version)"
install_in_root "$older"
cat >"$root/home/desk/job.sh" <<'END'
set -eu
gatehouse-simulator --generation unifi-integration --port 0 --clients 14 --waiting 4 --seed 7 --lifetime 300 >ready &
simulator=$!
while [ ! -s ready ]; do sleep 0.1; kill -0 "$simulator"; done
SECRET=$(jq -r .credentials.apiKey ready)
export SECRET
mac=$(jq -r '.waiting[0]' ready)
cli() { echo "\$ gatehouse-cli $*"; gatehouse-cli "$@"; }
cli controller add Hotel --url "$(jq -r .url ready)" --pin "$(jq -r .certificateSha256 ready)" --no-keychain --secret-env SECRET
cli authorize --controller Hotel --secret-env SECRET --mac "$mac" --minutes 120 --guest 'Ada Guest' --room 212
cli cancel --controller Hotel --secret-env SECRET --mac "$mac" --reason 'Checked out'
kill "$simulator"
END
as_desk sh job.sh

step "Upgrade to $(dpkg-deb --field "$package" Version)"
install_in_root "$package"
[ "$(version_in_root)" = "$(dpkg-deb --field "$package" Version)" ] || die "it is still version $(version_in_root)."
as_desk gatehouse-cli controller list
as_desk gatehouse-cli history list
[ "$(as_desk gatehouse-cli history list --json | jq length)" -eq 2 ] || die "the history has not its two records."
as_desk gatehouse-cli history verify
as_desk gatehouse --selfcheck

step "Purge"
as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 purge gatehouse >"$work/log" 2>&1
grep 'stay in each user' "$work/log" || die "the removal does not say where the profile is."
[ -s "$root/home/desk/.local/share/Gatehouse/history.db" ] || die "the profile has gone."
left=$(find "$root/usr" "$root/etc" -name '*gatehouse*')
[ -z "$left" ] || die "these were left behind: $left"
echo "Installed, run, upgraded and purged; the profile stayed."
