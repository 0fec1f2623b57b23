/*
 * Writes down what a process does to the files of one folder, in the order in which it does it: a shim for LD_PRELOAD.
 * POWER_CUT_DIR is the folder (no symbolic link in it), POWER_CUT_LOG the file of the record. Linux alone.
 *
 * One entry: kind (1 byte), path length (u32), second path length or data length (u32), offset (u64), then the path and
 * the second path or the data. Numbers are little-endian. Kinds: see recorded-log.ts.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
static char *names[MOST_FDS];
static char folder[PATH_MAX];
static size_t folder_length;
static int log_fd = -1;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))real(#name))

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

__attribute__((constructor)) static void begin(void) {
  const char *dir = getenv("POWER_CUT_DIR");
  const char *log = getenv("POWER_CUT_LOG");
  if (!dir || !log) return;
  snprintf(folder, sizeof folder, "%s/", dir);
  folder_length = strlen(folder);
  log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The folder itself counts too: its entries are what is flushed with it. */
static int is_ours(const char *path) {
  if (log_fd < 0 || !path || strncmp(path, folder, folder_length - 1)) return 0;
  return path[folder_length - 1] == '/' || path[folder_length - 1] == 0;
}

static void put(const void *bytes, size_t size) {
  const char *rest = bytes;
  while (size > 0) {
    ssize_t done = syscall(SYS_write, log_fd, rest, size);
    if (done <= 0) abort(); /* A record with a hole in it would prove nothing. */
    rest += done;
    size -= (size_t)done;
  }
}

static void note(char kind, const char *path, uint64_t offset, const void *data, size_t size) {
  unsigned char head[17];
  uint32_t path_length = (uint32_t)strlen(path), data_length = (uint32_t)size;
  head[0] = (unsigned char)kind;
  memcpy(head + 1, &path_length, 4);
  memcpy(head + 5, &data_length, 4);
  memcpy(head + 9, &offset, 8);
  put(head, sizeof head);
  put(path, path_length);
  if (size) put(data, size);
}

static const char *name_of(int fd) { return fd >= 0 && fd < MOST_FDS ? names[fd] : NULL; }

static void forget(int fd) {
  if (fd < 0 || fd >= MOST_FDS) return;
  free(names[fd]);
  names[fd] = NULL;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= MOST_FDS || !is_ours(path)) return fd;
  forget(fd);
  names[fd] = strdup(path);
  if ((flags & O_CREAT) && !was_there) note('C', path, 0, NULL, 0);
  else if (flags & O_TRUNC) note('T', path, 0, NULL, 0);
  return fd;
}

static int open_noted(const char *path, int flags, mode_t mode) {
  if (!is_ours(path)) return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
  pthread_mutex_lock(&turn);
  int was_there = access(path, F_OK) == 0;
  int fd = opened((int)syscall(SYS_openat, AT_FDCWD, path, flags, mode), path, flags, was_there);
  pthread_mutex_unlock(&turn);
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

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_noted(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_noted(path, flags, mode); }
int openat(int dir, const char *path, int flags, ...) {
  MODE_OF(flags)
  if (dir == AT_FDCWD || path[0] == '/') return open_noted(path, flags, mode);
  return (int)syscall(SYS_openat, dir, path, flags, mode);
}
int openat64(int dir, const char *path, int flags, ...) {
  MODE_OF(flags)
  if (dir == AT_FDCWD || path[0] == '/') return open_noted(path, flags, mode);
  return (int)syscall(SYS_openat, dir, path, flags, mode);
}

int close(int fd) {
  if (!name_of(fd)) return REAL(close)(fd);
  pthread_mutex_lock(&turn);
  forget(fd);
  int done = REAL(close)(fd);
  pthread_mutex_unlock(&turn);
  return done;
}

static ssize_t wrote(int fd, const void *data, off64_t offset, ssize_t done) {
  if (done > 0) note('W', name_of(fd), (uint64_t)offset, data, (size_t)done);
  return done;
}

static ssize_t write_at(int fd, const void *data, size_t size, off64_t offset) {
  if (!name_of(fd)) return syscall(SYS_pwrite64, fd, data, size, offset);
  pthread_mutex_lock(&turn);
  ssize_t done = wrote(fd, data, offset, syscall(SYS_pwrite64, fd, data, size, offset));
  pthread_mutex_unlock(&turn);
  return done;
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) { return write_at(fd, data, size, offset); }
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return write_at(fd, data, size, offset); }

ssize_t write(int fd, const void *data, size_t size) {
  if (!name_of(fd)) return syscall(SYS_write, fd, data, size);
  pthread_mutex_lock(&turn);
  ssize_t done = syscall(SYS_write, fd, data, size);
  /* Where it ended is where it began, plus what was written: true for appending too. */
  wrote(fd, data, lseek(fd, 0, SEEK_CUR) - (done > 0 ? done : 0), done);
  pthread_mutex_unlock(&turn);
  return done;
}

/* Several pieces at once are written one after the other; a short write may end any of them, as the callers know. */
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  if (!name_of(fd)) return syscall(SYS_writev, fd, pieces, count);
  ssize_t total = 0;
  for (int piece = 0; piece < count; piece += 1) {
    ssize_t done = write(fd, pieces[piece].iov_base, pieces[piece].iov_len);
    if (done < 0) return total > 0 ? total : done;
    total += done;
    if ((size_t)done < pieces[piece].iov_len) break;
  }
  return total;
}

static ssize_t writev_at(int fd, const struct iovec *pieces, int count, off64_t offset) {
  ssize_t total = 0;
  for (int piece = 0; piece < count; piece += 1) {
    ssize_t done = write_at(fd, pieces[piece].iov_base, pieces[piece].iov_len, offset + total);
    if (done < 0) return total > 0 ? total : done;
    total += done;
    if ((size_t)done < pieces[piece].iov_len) break;
  }
  return total;
}
ssize_t pwritev(int fd, const struct iovec *pieces, int count, off_t offset) { return writev_at(fd, pieces, count, offset); }
ssize_t pwritev64(int fd, const struct iovec *pieces, int count, off64_t offset) { return writev_at(fd, pieces, count, offset); }

static int truncated(int fd, off64_t size) {
  if (!name_of(fd)) return (int)syscall(SYS_ftruncate, fd, size);
  pthread_mutex_lock(&turn);
  int done = (int)syscall(SYS_ftruncate, fd, size);
  if (done == 0) note('T', name_of(fd), (uint64_t)size, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int ftruncate(int fd, off_t size) { return truncated(fd, size); }
int ftruncate64(int fd, off64_t size) { return truncated(fd, size); }

static int synced(int fd, int number) {
  if (!name_of(fd)) return (int)syscall(number, fd);
  pthread_mutex_lock(&turn);
  int done = (int)syscall(number, fd);
  if (done == 0) note('S', name_of(fd), 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

/* A file that is open while it, or a folder above it, gets another name is written under that name from then on. */
static void rename_open(const char *from, const char *to) {
  size_t length = strlen(from);
  for (int fd = 0; fd < MOST_FDS; fd += 1) {
    char *was = names[fd];
    char *is;
    if (!was || strncmp(was, from, length) || (was[length] != 0 && was[length] != '/')) continue;
    if (asprintf(&is, "%s%s", to, was + length) < 0) abort();
    free(was);
    names[fd] = is;
  }
}

int rename(const char *from, const char *to) {
  if (!is_ours(from) && !is_ours(to)) return REAL(rename)(from, to);
  pthread_mutex_lock(&turn);
  int done = REAL(rename)(from, to);
  if (done == 0) note('R', from, 0, to, strlen(to));
  if (done == 0) rename_open(from, to);
  pthread_mutex_unlock(&turn);
  return done;
}

int unlink(const char *path) {
  if (!is_ours(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&turn);
  int done = REAL(unlink)(path);
  if (done == 0) note('U', path, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}

int rmdir(const char *path) {
  if (!is_ours(path)) return REAL(rmdir)(path);
  pthread_mutex_lock(&turn);
  int done = REAL(rmdir)(path);
  if (done == 0) note('U', path, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}

int mkdir(const char *path, mode_t mode) {
  if (!is_ours(path)) return REAL(mkdir)(path, mode);
  pthread_mutex_lock(&turn);
  int done = REAL(mkdir)(path, mode);
  if (done == 0) note('D', path, 0, NULL, 0);
  pthread_mutex_unlock(&turn);
  return done;
}
