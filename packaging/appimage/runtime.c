// The head of the AppImage: finds the packed files behind itself, mounts them (by FUSE, else unpacked into a temporary
// folder), becomes the program in there, and leaves nothing behind. Static, made of Debian's squashfuse and libfuse3.
//
// A child, the keeper, holds the folder and removes it when the program has ended, however it ended. The program has the
// process id that was started, so signals and exit codes are its own.
//
// Not here: update information, signatures, and portable .home and .config folders.
#define _GNU_SOURCE
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <ftw.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

// squashfuse's own configuration is part of its headers, and sets this again.
#undef _POSIX_C_SOURCE
#include <ll.h>

enum { failed = 127 };
#ifndef GATEHOUSE_VERSION
#error "the build script says which version this is"
#endif

static _Noreturn void die(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("Gatehouse AppImage: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(failed);
}

/// The packed files begin where the ELF file ends: after its section headers, or the last section.
static size_t payloadOffset(const char *path)
{
    Elf64_Ehdr head;
    Elf64_Shdr last;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        die("%s cannot be read: %s", path, strerror(errno));
    if (pread(file, &head, sizeof head, 0) != sizeof head || memcmp(head.e_ident, ELFMAG, SELFMAG) != 0
        || head.e_shnum == 0)
        die("%s is damaged. Download it again.", path);
    const off_t lastHeader = (off_t)(head.e_shoff + (size_t)head.e_shentsize * (head.e_shnum - 1U));
    if (pread(file, &last, sizeof last, lastHeader) != sizeof last)
        die("%s is damaged. Download it again.", path);
    close(file);
    const size_t afterHeaders = head.e_shoff + (size_t)head.e_shentsize * head.e_shnum;
    const size_t afterLast = last.sh_offset + last.sh_size;
    return afterHeaders > afterLast ? afterHeaders : afterLast;
}

// --- unpacking -------------------------------------------------------------------------------------------------------

static int writeAll(int file, const char *bytes, size_t count)
{
    while (count > 0) {
        const ssize_t written = write(file, bytes, count);
        if (written < 0)
            return -1;
        bytes += written;
        count -= (size_t)written;
    }
    return 0;
}

static int unpackFile(sqfs *fs, sqfs_inode *inode, const char *path)
{
    static char buffer[1 << 20];
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, inode->base.mode & 0777);
    if (file < 0)
        return -1;
    sqfs_off_t position = 0;
    int result = 0;
    while (result == 0) {
        sqfs_off_t count = sizeof buffer;
        if (sqfs_read_range(fs, inode, position, &count, buffer) != SQFS_OK) {
            errno = EIO;
            result = -1;
        }
        if (result != 0 || count == 0)
            break;
        result = writeAll(file, buffer, (size_t)count);
        position += count;
    }
    return close(file) == 0 ? result : -1;
}

static int unpackLink(sqfs *fs, sqfs_inode *inode, const char *path)
{
    char target[PATH_MAX];
    size_t size = sizeof target;
    if (sqfs_readlink(fs, inode, target, &size) != SQFS_OK) {
        errno = EIO;
        return -1;
    }
    return symlink(target, path);
}

static void makeParents(char *path)
{
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
}

static int unpackEntry(sqfs *fs, sqfs_inode *inode, char *path)
{
    makeParents(path);
    if (S_ISDIR(inode->base.mode))
        return mkdir(path, 0755) == 0 || errno == EEXIST ? 0 : -1;
    if (S_ISREG(inode->base.mode))
        return unpackFile(fs, inode, path);
    return S_ISLNK(inode->base.mode) ? unpackLink(fs, inode, path) : 0;
}

/// Unpacks what matches the pattern, everything without one. Returns 0, or -1 with errno.
static int unpack(const char *image, size_t offset, const char *folder, const char *pattern)
{
    sqfs fs;
    sqfs_traverse walk;
    sqfs_err error = SQFS_OK;
    char path[PATH_MAX];
    if (sqfs_open_image(&fs, image, offset) != SQFS_OK
        || sqfs_traverse_open(&walk, &fs, sqfs_inode_root(&fs)) != SQFS_OK) {
        errno = EIO;
        return -1;
    }
    int result = 0;
    while (result == 0 && sqfs_traverse_next(&walk, &error)) {
        if (walk.dir_end || (pattern && fnmatch(pattern, walk.path, 0) != 0))
            continue;
        sqfs_inode inode;
        snprintf(path, sizeof path, "%s/%s", folder, walk.path);
        if (sqfs_inode_get(&fs, &inode, sqfs_dentry_inode(&walk.entry)) != SQFS_OK) {
            errno = EIO;
            result = -1;
        } else {
            result = unpackEntry(&fs, &inode, path);
        }
    }
    if (result == 0 && error != SQFS_OK) {
        errno = EIO;
        result = -1;
    }
    sqfs_traverse_close(&walk);
    return result;
}

// --- the keeper ------------------------------------------------------------------------------------------------------

static int removeEntry(const char *path, const struct stat *status, int kind, struct FTW *place)
{
    (void)status;
    (void)kind;
    (void)place;
    return remove(path);
}

static void removeTree(const char *folder)
{
    nftw(folder, removeEntry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

static void tellReady(int ready)
{
    if (write(ready, "r", 1) != 1)
        _exit(failed);
    close(ready);
}

/// Serves the mount until the session is told to end. Returns at once, with -1, where FUSE does not work.
static int serveMount(const char *image, size_t offset, const char *folder, int ready)
{
    struct fuse_lowlevel_ops operations = {
        .getattr = sqfs_ll_op_getattr,
        .opendir = sqfs_ll_op_opendir,
        .releasedir = sqfs_ll_op_releasedir,
        .readdir = sqfs_ll_op_readdir,
        .lookup = sqfs_ll_op_lookup,
        .open = sqfs_ll_op_open,
        .create = sqfs_ll_op_create,
        .release = sqfs_ll_op_release,
        .read = sqfs_ll_op_read,
        .readlink = sqfs_ll_op_readlink,
        .forget = sqfs_ll_op_forget,
        .statfs = stfs_ll_op_statfs,
    };
    char *words[] = {"gatehouse", "-o", "ro,nosuid,nodev,fsname=Gatehouse.AppImage", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    sqfs_ll_chan channel;
    sqfs_ll *files = sqfs_ll_open(image, offset);
    if (!files || sqfs_ll_mount(&channel, folder, &arguments, &operations, sizeof operations, files) != SQFS_OK)
        return -1;
    if (fuse_set_signal_handlers(channel.session) == 0) {
        tellReady(ready);
        if (fuse_session_loop(channel.session) < 0)
            errno = EIO;
        fuse_remove_signal_handlers(channel.session);
    }
    sqfs_ll_unmount(&channel, folder);
    return 0;
}

static void waitForEnd(void)
{
    sigset_t ends;
    int which;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigwait(&ends, &which);
}

/// Fills the folder, says so, and empties it when the program, its parent, has ended.
static _Noreturn void keep(const char *image, size_t offset, const char *folder, int ready, pid_t program, int mayMount)
{
    setsid(); // Ctrl+C in a terminal is for the program
    prctl(PR_SET_NAME, "gatehouse-files");
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != program)
        _exit(failed);
    // Whoever reads what the program prints waits for its end, not for ours; and libfuse talks where FUSE is missing.
    const int words = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int standard = 0; standard <= 2; ++standard)
        dup2(nowhere, standard);

    if (!mayMount || serveMount(image, offset, folder, ready) != 0) {
        sigset_t ends;
        sigemptyset(&ends);
        sigaddset(&ends, SIGTERM);
        sigprocmask(SIG_BLOCK, &ends, NULL);
        if (unpack(image, offset, folder, NULL) == 0) {
            tellReady(ready);
            close(words);
            waitForEnd();
        } else if (errno == EIO) {
            dprintf(words, "Gatehouse AppImage: %s is damaged. Download it again.\n", image);
        } else {
            dprintf(words, "Gatehouse AppImage: unpacking into %s failed: %s. Free some space there, or set TMPDIR to "
                "another place.\n", folder, strerror(errno));
        }
    }
    removeTree(folder);
    _exit(0);
}

/// Gives the files of this AppImage a folder that lasts as long as this process.
static void provide(const char *image, size_t offset, char *folder, int mayMount)
{
    int ready[2];
    char byte;
    if (!mkdtemp(folder))
        die("no folder can be made at %s: %s. Set TMPDIR to another place.", folder, strerror(errno));
    if (pipe2(ready, O_CLOEXEC) != 0)
        die("%s", strerror(errno));
    const pid_t program = getpid();
    const pid_t keeper = fork();
    if (keeper < 0)
        die("%s", strerror(errno));
    if (keeper == 0) {
        close(ready[0]);
        keep(image, offset, folder, ready[1], program, mayMount);
    }
    close(ready[1]);
    if (read(ready[0], &byte, 1) != 1)
        exit(failed); // the keeper has said why
    close(ready[0]);
}

// --- the command line ------------------------------------------------------------------------------------------------

static const char help[] =
    "This AppImage holds three programs:\n"
    "  gatehouse             the window; what starts without another name\n"
    "  gatehouse-cli         started by the first argument 'cli', or by a link of this name to the AppImage\n"
    "  gatehouse-simulator   likewise, 'simulator'\n"
    "\n"
    "  --appimage-extract [PATTERN]   unpack into ./squashfs-root\n"
    "  --appimage-extract-and-run     run from an unpacked copy, as happens by itself where FUSE is missing\n"
    "  --appimage-mount               mount, print where, and wait until stopped\n"
    "  --appimage-offset              where the packed files begin\n"
    "  --appimage-version             the version of this AppImage\n"
    "  --appimage-help                this text; --help is that of the program\n";

/// The program that was asked for by name or by first argument; steps over that argument.
static const char *wantedProgram(int *argc, char ***argv)
{
    const char *name = strrchr((*argv)[0], '/');
    name = name ? name + 1 : (*argv)[0];
    if (strcmp(name, "gatehouse-cli") == 0)
        return "usr/bin/gatehouse-cli";
    if (strcmp(name, "gatehouse-simulator") == 0)
        return "usr/bin/gatehouse-simulator";
    if (*argc < 2 || (strcmp((*argv)[1], "cli") != 0 && strcmp((*argv)[1], "simulator") != 0))
        return "AppRun";
    const int isCli = (*argv)[1][0] == 'c';
    (*argv)[1] = (*argv)[0];
    --*argc;
    ++*argv;
    return isCli ? "usr/bin/gatehouse-cli" : "usr/bin/gatehouse-simulator";
}

static _Noreturn void run(const char *image, const char *folder, int argc, char **argv)
{
    char *program;
    if (asprintf(&program, "%s/%s", folder, wantedProgram(&argc, &argv)) < 0)
        die("%s", strerror(errno));
    setenv("APPIMAGE", image, 1);
    setenv("APPDIR", folder, 1);
    execv(program, argv);
    die("%s cannot be started: %s. Set TMPDIR to a folder where programs may run.", program, strerror(errno));
}

/// The --appimage-… options that only answer. Returns when it was none of them.
static void answer(const char *image, size_t offset, int argc, char **argv)
{
    const char *asked = argc > 1 ? argv[1] : "";
    if (strcmp(asked, "--appimage-help") == 0)
        fputs(help, stdout);
    else if (strcmp(asked, "--appimage-version") == 0)
        puts("Gatehouse " GATEHOUSE_VERSION);
    else if (strcmp(asked, "--appimage-offset") == 0)
        printf("%zu\n", offset);
    else if (strcmp(asked, "--appimage-extract") == 0) {
        if (mkdir("squashfs-root", 0755) != 0 && errno != EEXIST)
            die("squashfs-root cannot be made here: %s", strerror(errno));
        if (unpack(image, offset, "squashfs-root", argc > 2 ? argv[2] : NULL) != 0)
            die("unpacking into squashfs-root failed: %s", strerror(errno));
        puts("squashfs-root");
    } else
        return;
    exit(0);
}

int main(int argc, char **argv)
{
    char image[PATH_MAX];
    char folder[PATH_MAX];
    if (!realpath("/proc/self/exe", image))
        die("/proc is not there: %s", strerror(errno));
    const size_t offset = payloadOffset(image);
    answer(image, offset, argc, argv);

    const char *temporary = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/.gatehouse-XXXXXX", temporary && *temporary ? temporary : "/tmp");
    const char *unpacked = getenv("APPIMAGE_EXTRACT_AND_RUN");
    int mayMount = !(unpacked && *unpacked);
    if (argc > 1 && strcmp(argv[1], "--appimage-mount") == 0) {
        provide(image, offset, folder, mayMount);
        puts(folder);
        fflush(stdout);
        for (;;)
            pause();
    }
    if (argc > 1 && strcmp(argv[1], "--appimage-extract-and-run") == 0) {
        mayMount = 0;
        argv[1] = argv[0];
        --argc;
        ++argv;
    }
    provide(image, offset, folder, mayMount);
    run(image, folder, argc, argv);
}
