/* All that one flush changes in one write: ncurses sends a piece for every move of its cursor, which a slow link makes a
   journey each. It writes on a descriptor of its own, which during a flush leads to memory. */
#define _GNU_SOURCE
#include "CNcurses.h"
#include "internal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static int own = -1, memory = -1;
static bool gathering;
/* How the terminal draws since the last page. */
static cn_sgr style;

FILE *cn_page_open(void) {
  own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  if (own < 0) return stdout;
  FILE *file = fdopen(own, "w");
  if (!file) {
    close(own);
    own = -1;
    return stdout;
  }
  memory = memfd_create("page", MFD_CLOEXEC);
  return file;
}

void cn_page_close(FILE *file) {
  if (memory >= 0) close(memory);
  if (file && file != stdout) fclose(file);
  own = memory = -1;
}

void cn_page_begin(void) {
  gathering = own >= 0 && memory >= 0 && dup3(memory, own, O_CLOEXEC) == own;
}

void cn_page_forget(void) { style = (cn_sgr){0}; }

static void send_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = write(STDOUT_FILENO, bytes, length);
    if (sent <= 0) {
      cn_page_forget();
      return;
    }
    bytes += sent;
    length -= (size_t)sent;
  }
}

void cn_page_send(bool wanted) {
  if (!gathering) return;
  gathering = false;
  dup3(STDOUT_FILENO, own, O_CLOEXEC);
  off_t length = lseek(memory, 0, SEEK_CUR);
  lseek(memory, 0, SEEK_SET);
  if (length <= 0) return;
  char *bytes = wanted ? mmap(NULL, (size_t)length, PROT_READ, MAP_SHARED, memory, 0) : MAP_FAILED;
  if (bytes == MAP_FAILED) {
    cn_page_forget();
    return;
  }
  char *shorter = malloc(cn_sgr_room(bytes, (size_t)length));
  if (shorter) {
    send_all(shorter, cn_sgr_shorten(&style, bytes, (size_t)length, shorter));
    free(shorter);
  } else {
    cn_page_forget();
    send_all(bytes, (size_t)length);
  }
  munmap(bytes, (size_t)length);
}
