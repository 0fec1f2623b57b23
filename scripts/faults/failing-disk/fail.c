/*
 * A disk that fails at the chosen moment: a shim for LD_PRELOAD. FAIL_DIR is the folder whose disk fails, FAIL_LOG a file
 * that gets a byte for each failure. FAIL_ARM, which the process may change as it runs, is `SERIAL:AT:ERRNO:STAYS`: from
 * when the serial number changes, the AT-th call that changes something on the disk fails with ERRNO, and all later ones
 * too where STAYS is 1. Without it nothing fails. Linux alone.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
static char is_watched[MOST_FDS];
static char folder[PATH_MAX];
static int log_fd = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static long last_serial = -1, calls = 0;

__attribute__((constructor)) static void begin(void) {
  const char *dir = getenv("FAIL_DIR");
  const char *log = getenv("FAIL_LOG");
  if (!dir || !log) return;
  snprintf(folder, sizeof folder, "%s/", dir);
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int is_ours(const char *path) { return log_fd >= 0 && path && !strncmp(path, folder, strlen(folder)); }

/* True when this call is to fail; errno then says how. Room is asked for only by calls that may grow something. */
static int fails(int takes_room) {
  const char *arm = getenv("FAIL_ARM");
  long serial, at;
  int error, stays, now = 0;
  if (!arm || sscanf(arm, "%ld:%ld:%d:%d", &serial, &at, &error, &stays) != 4) return 0;
  if (error == ENOSPC && !takes_room) return 0;
  pthread_mutex_lock(&turn);
  if (serial != last_serial) {
    last_serial = serial;
    calls = 0;
  }
  calls += 1;
  now = calls == at || (stays && calls > at);
  pthread_mutex_unlock(&turn);
  if (!now) return 0;
  if (syscall(SYS_write, log_fd, "!", 1) != 1) abort();
  errno = error;
  return 1;
}

static int is_open_here(int fd) { return fd >= 0 && fd < MOST_FDS && is_watched[fd]; }

static int open_failing(const char *path, int flags, mode_t mode) {
  int ours = is_ours(path);
  if (ours && (flags & O_CREAT) && access(path, F_OK) && fails(1)) return -1;
  int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  if (fd >= 0 && fd < MOST_FDS) is_watched[fd] = (char)ours;
  return fd;
}

#define MODE_OF(flags)                   \
  mode_t mode = 0;                       \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list rest;                        \
    va_start(rest, flags);               \
    mode = va_arg(rest, mode_t);         \
    va_end(rest);                        \
  }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_failing(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_failing(path, flags, mode); }

int close(int fd) {
  if (fd >= 0 && fd < MOST_FDS) is_watched[fd] = 0;
  return (int)syscall(SYS_close, fd);
}

ssize_t write(int fd, const void *data, size_t size) {
  return is_open_here(fd) && fails(1) ? -1 : syscall(SYS_write, fd, data, size);
}
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  return is_open_here(fd) && fails(1) ? -1 : syscall(SYS_writev, fd, pieces, count);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
  return is_open_here(fd) && fails(1) ? -1 : syscall(SYS_pwrite64, fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  return is_open_here(fd) && fails(1) ? -1 : syscall(SYS_pwrite64, fd, data, size, offset);
}
int ftruncate(int fd, off_t size) { return is_open_here(fd) && fails(0) ? -1 : (int)syscall(SYS_ftruncate, fd, size); }
int ftruncate64(int fd, off64_t size) { return is_open_here(fd) && fails(0) ? -1 : (int)syscall(SYS_ftruncate, fd, size); }
int fsync(int fd) { return is_open_here(fd) && fails(0) ? -1 : (int)syscall(SYS_fsync, fd); }
int fdatasync(int fd) { return is_open_here(fd) && fails(0) ? -1 : (int)syscall(SYS_fdatasync, fd); }
int rename(const char *from, const char *to) {
  return is_ours(to) && fails(1) ? -1 : (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int mkdir(const char *path, mode_t mode) {
  return is_ours(path) && fails(1) ? -1 : (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}
