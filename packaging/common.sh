# shellcheck shell=bash
# What the packaging scripts share; they source it from the root of the repository. Not a script of its own.

# Ends the script with a sentence that says what to do next.
die() {
    echo "${0##*/}: $*" >&2
    exit 1
}

# need PROGRAM GROUP: the program has to be there; where it is not, the group of packages that brings it is named.
need() {
    command -v "$1" >/dev/null ||
        die "the program '$1' is missing. On Debian, packaging/linux/dependencies.sh $2 installs it."
}

# The one version, from project(VERSION) in CMakeLists.txt.
version() {
    local found
    found=$(sed -n 's/^ *VERSION \([0-9][0-9.]*\)$/\1/p' CMakeLists.txt | head -n 1)
    [ -n "$found" ] || die "CMakeLists.txt names no VERSION."
    echo "$found"
}

# The time that all files in packages bear, so that two builds of one commit are the same: that of the commit, or of the
# newest entry in the changelog where there is no repository.
source_date_epoch() {
    if [ -n "${SOURCE_DATE_EPOCH-}" ]; then
        echo "$SOURCE_DATE_EPOCH"
    elif git rev-parse --git-dir >/dev/null 2>&1; then
        git log -1 --format=%ct
    else
        date -u -d "$(sed -n 's/^ -- .*>  //p' packaging/linux/changelog | head -n 1)" +%s
    fi
}

# work_folder OUTPUT: a temporary folder inside of the output folder, so that moving out of it is one step. The caller
# removes it when it ends, however it ends; see clean_up_at_end.
work_folder() {
    if ! { mkdir -p "$1" && mktemp -d "$1/.work-XXXXXX"; } 2>/dev/null; then
        die "nothing can be written into $1. Choose another folder."
    fi
}

# clean_up_at_end FOLDER: removes it when the script ends, fails or is interrupted.
clean_up_at_end() {
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$1'" EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

# quietly WORDS COMMAND...: what it prints is shown only when it fails, and then the script ends.
quietly() {
    local words=$1 said
    shift
    if ! said=$("$@" 2>&1); then
        printf '%s\n' "$said" >&2
        die "$words failed, see above."
    fi
}

# publish OUTPUT FILE...: moves whole files, and those alone, to where people look for them.
publish() {
    local output=$1
    shift
    mv -f "$@" "$output/"
}

# say_package FILE: file, size, SHA-256 and the seconds since the script began.
say_package() {
    local bytes sum
    bytes=$(wc -c <"$1")
    sum=$(sha256_of "$1")
    printf '%s\n  %d bytes (%d.%d MB)\n  SHA-256 %s\n  %d s\n' "$1" "$bytes" $((bytes / 1000000)) \
        $((bytes % 1000000 / 100000)) "$sum" "$SECONDS"
}

sha256_of() {
    if command -v sha256sum >/dev/null; then
        sha256sum "$1" | cut -d ' ' -f 1
    else
        shasum -a 256 "$1" | cut -d ' ' -f 1
    fi
}

# components_of RELATION PACKAGE...: lines for packaging/finish.sh about installed Debian packages.
components_of() {
    local relation=$1
    shift
    # shellcheck disable=SC2016 # dpkg-query's own variables
    dpkg-query --show --showformat '${Package}\t${Version}\t${Architecture}\n' "$@" |
        while IFS=$'\t' read -r name found architecture; do
            printf '%s\t%s\t%s\tpkg:deb/debian/%s@%s?arch=%s\n' "$relation" "$name" "$found" "$name" \
                "$(sed 's/+/%2B/g; s/:/%3A/g' <<<"$found")" "$architecture"
        done
}
