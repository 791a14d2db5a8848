/* Signals as bytes in a pipe: handlers do nothing else, so the loop that reads them may do anything. */
#define _GNU_SOURCE
#include "CNcurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

static int wake[2] = {-1, -1};
static const int watched[] = {SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT};
enum { WATCHED = sizeof watched / sizeof watched[0] };
static struct sigaction before[WATCHED], alarm_before;
static volatile sig_atomic_t drawing, leaving;

static void on_signal(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  ssize_t sent = write(wake[1], &byte, 1);
  (void)sent;
  if (number == SIGTERM || number == SIGINT || number == SIGHUP) {
    leaving = number;
    /* The loop has this long to leave by itself, should it be held by a terminal that reads no more. */
    alarm(1);
  }
  errno = saved;
}

static void on_alarm(int number) {
  (void)number;
  if (!drawing) {
    alarm(1);
    return;
  }
  cn_guard_restore();
  _exit(128 + leaving);
}

int cn_signal_descriptor(void) {
  if (wake[0] < 0 && pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  return wake[0];
}

int cn_counter_descriptor(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static void handle(int number, void (*handler)(int), struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, old);
}

/* A process begins with the mask of the thread that started it, and some starters block what must be heard here. */
static void unblock(void) {
  sigset_t heard;
  sigemptyset(&heard);
  for (int index = 0; index < WATCHED; index++) sigaddset(&heard, watched[index]);
  sigaddset(&heard, SIGALRM);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

bool cn_signals_install(void) {
  if (cn_signal_descriptor() < 0) return false;
  leaving = 0;
  /* Before newterm: ncurses takes only those signals that nobody has. */
  for (int index = 0; index < WATCHED; index++) handle(watched[index], on_signal, &before[index]);
  handle(SIGALRM, on_alarm, &alarm_before);
  unblock();
  return true;
}

void cn_signals_remove(void) {
  alarm(0);
  for (int index = 0; index < WATCHED; index++) sigaction(watched[index], &before[index], NULL);
  sigaction(SIGALRM, &alarm_before, NULL);
}

void cn_signals_stop(void) {
  struct sigaction ours;
  struct sigaction continued;
  handle(SIGCONT, SIG_DFL, &continued);
  /* The rest of the job first, with the signal ignored here: raise then stops this process before it returns, which a
     signal sent to a whole group does not promise. An orphaned group is not stopped at all, and goes on. */
  handle(SIGTSTP, SIG_IGN, &ours);
  kill(0, SIGTSTP);
  handle(SIGTSTP, SIG_DFL, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  sigaction(SIGCONT, &continued, NULL);
}

void cn_signals_lend(bool on) { handle(SIGTSTP, on ? SIG_DFL : on_signal, NULL); }

void cn_signals_drawing(bool on) { drawing = on; }

bool cn_signals_leaving(void) { return leaving != 0; }
