/* The terminal put back on every way out: exit, a fatal signal, a process that cannot draw any more. */
#define _GNU_SOURCE
#include "internal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static volatile sig_atomic_t guarding;
static struct termios modes;
static bool has_modes;
static char farewell[512];
static size_t farewell_length;

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
enum { FATAL = sizeof fatal / sizeof fatal[0] };
static struct sigaction before[FATAL];
/* A stack overflow leaves no room for a handler on the stack that overflowed. */
static char handler_stack[64 * 1024];

void cn_guard_restore(void) {
  if (!guarding) return;
  guarding = 0;
  /* From the background these calls would stop the process instead. */
  signal(SIGTTOU, SIG_IGN);
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
  int flags = fcntl(STDOUT_FILENO, F_GETFL);
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
  if (write(STDOUT_FILENO, farewell, farewell_length) != (ssize_t)farewell_length) {
    /* A terminal that takes nothing now: the farewell goes in place of the frames that wait. */
    tcflush(STDOUT_FILENO, TCOFLUSH);
    ssize_t sent = write(STDOUT_FILENO, farewell, farewell_length);
    (void)sent;
  }
  if (flags >= 0) fcntl(STDOUT_FILENO, F_SETFL, flags);
}

static void on_fatal(int number) {
  cn_guard_restore();
  for (int index = 0; index < FATAL; index++)
    if (fatal[index] == number) sigaction(number, &before[index], NULL);
  raise(number);
}

void cn_guard_save_modes(void) { has_modes = tcgetattr(STDIN_FILENO, &modes) == 0; }

static int collect(int byte) {
  if (farewell_length < sizeof farewell) farewell[farewell_length++] = (char)byte;
  return byte;
}

void cn_guard_prepare(void) {
  static const char *const names[] = {"oc", "op", "sgr0", "rmkx", "cnorm", "rmcup"};
  farewell_length = 0;
  for (const char *byte = CN_PASTE_OFF; *byte; byte++) collect(*byte);
  /* It may be turned on at any time, so it is always turned off. */
  const char *mouse = tigetstr("kmous");
  if (mouse && mouse != (const char *)-1)
    for (const char *byte = CN_MOUSE_OFF; *byte; byte++) collect(*byte);
  if (cn_shapes_cursor())
    for (const char *byte = CN_CURSOR_OWN; *byte; byte++) collect(*byte);
  for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
    const char *value = tigetstr(names[index]);
    /* tputs takes the padding out that a description may hold. */
    if (value && value != (const char *)-1) tputs(value, 1, collect);
  }
}

void cn_guard_begin(void) {
  static bool registered;
  if (!registered) registered = atexit(cn_guard_restore) == 0;
  if (guarding) return;
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < FATAL; index++) sigaction(fatal[index], &action, &before[index]);
  guarding = 1;
}

void cn_guard_end(void) {
  if (!guarding) return;
  guarding = 0;
  for (int index = 0; index < FATAL; index++) sigaction(fatal[index], &before[index], NULL);
}
