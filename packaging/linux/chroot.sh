#!/usr/bin/env bash
# A bare Debian system in a folder, to try packages in. See --help.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/common.sh
. packaging/common.sh

usage() {
    cat <<'END'
Usage: packaging/linux/chroot.sh make FOLDER [PACKAGE...]
       packaging/linux/chroot.sh run FOLDER [--as USER] COMMAND [ARGUMENT...]

make   puts a minimal Debian 12 with these packages into FOLDER (as root; debootstrap takes what it needs from where apt
       takes it, once: build/chroot/ keeps the result), with an unprivileged user 'desk'
run    runs a command in there, with an empty environment, /proc, a few devices, and no other process of this system in
       sight; what it leaves running ends with it
END
}

suite=bookworm
kept=build/chroot

# Where apt takes the packages of this suite from on this machine.
mirror() {
    # shellcheck disable=SC2016 # apt's own variables
    apt-get indextargets --format '$(SUITE) $(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
        awk -v suite=$suite '$2 == suite || $1 == suite { print $3; exit }'
}

base() {
    local archive=$kept/$suite.tar from
    [ ! -s "$archive" ] || return 0
    need debootstrap proof
    from=$(mirror)
    [ -n "$from" ] || die "apt knows no place with packages of Debian '$suite'. Run apt-get update, on Debian 12."
    mkdir -p "$kept"
    local work
    work=$(work_folder "$kept")
    clean_up_at_end "$work"
    echo "Making a bare Debian '$suite', once ..."
    debootstrap --variant=minbase $suite "$work/root" "$from" >"$work/log" 2>&1 || {
        tail -n 20 "$work/log" >&2
        die "debootstrap failed, see above."
    }
    rm -rf "$work/root/var/cache/apt/archives"/*.deb
    tar -C "$work/root" -cf "$work/$suite.tar" --numeric-owner .
    publish "$kept" "$work/$suite.tar"
    rm -rf "$work"
}

make_root() {
    local root=$1
    shift
    [ ! -e "$root" ] || die "$root is there already. Remove it, or name another folder."
    base
    mkdir -p "$root"
    tar -C "$root" -xf "$kept/$suite.tar" --numeric-owner
    # Fetched the way this machine does it, proxies and certificates included.
    rm -f "$root/etc/apt/sources.list"
    cp -a /etc/apt/. "$root/etc/apt/"
    cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    mkdir -p "$root/usr/share/keyrings" "$root/etc/ssl/certs"
    cp -a /usr/share/keyrings/. "$root/usr/share/keyrings/"
    printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
    inside "$root" root useradd --create-home desk
    if [ $# -gt 0 ]; then
        inside "$root" root apt-get -qq update
        inside "$root" root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Dpkg::Use-Pty=0 install \
            --no-install-recommends "$@" >"$root/var/log/packages-of-check" 2>&1 ||
            { tail -n 20 "$root/var/log/packages-of-check" >&2; die "the packages could not be installed in $root."; }
    fi
}

# inside ROOT USER COMMAND...: mounts and processes are in namespaces of their own and go with the command.
inside() {
    local root=$1 user=$2
    shift 2
    # shellcheck disable=SC2016 # for the shell in the new namespaces
    unshare --mount --pid --fork --kill-child bash -c '
        root=$1; user=$2; shift 2
        mount -t proc proc "$root/proc"
        mount -t tmpfs -o mode=755 devices "$root/dev"
        for device in null zero random urandom full tty; do
            touch "$root/dev/$device"
            mount --bind "/dev/$device" "$root/dev/$device"
        done
        mkdir -m 1777 "$root/dev/shm"
        home=/root; [ "$user" = root ] || home=/home/$user
        code=0
        chroot --userspec="$user" "$root" env -i -C "$home" HOME="$home" USER="$user" \
            PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin LC_ALL=C.UTF-8 "$@" || code=$?
        # What cleans up after the command gets two seconds, as this process is its init.
        for _ in $(seq 20); do
            others=("$root"/proc/[0-9]*)
            [ "${#others[@]}" -gt 1 ] || break
            sleep 0.1
        done
        exit "$code"
    ' inside "$root" "$user" "$@"
}

case "${1-}" in
-h | --help)
    usage
    exit 0
    ;;
make | run) ;;
*)
    usage >&2
    exit 2
    ;;
esac
[ $# -ge 2 ] || { usage >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || die "this needs root, for debootstrap and chroot."
command=$1
root=$(realpath -m "$2")
shift 2
if [ "$command" = make ]; then
    make_root "$root" "$@"
else
    user=root
    if [ "${1-}" = --as ]; then
        user=$2
        shift 2
    fi
    inside "$root" "$user" "$@"
fi
