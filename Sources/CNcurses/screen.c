/* Opening, sizing and leaving the screen. */
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>

static SCREEN *screen;
static FILE *page;
static bool utf8;

static void write_all(const char *text) {
  if (!text) return;
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t sent = write(STDOUT_FILENO, text, left);
    if (sent <= 0) return;
    text += sent;
    left -= (size_t)sent;
  }
}

static void enter(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  curs_set(0);
  /* Terminals disagree on the colour of cells that deleting characters lets in at the end of a line. */
  idcok(stdscr, FALSE);
}

/* Bracketed paste, whatever the terminal's description says: many that have it leave it out, others pass it over. */
static void paste_mode(bool on) { write_all(on ? "\033[?2004h" : CN_PASTE_OFF); }

/* Buttons and the wheel, no motion, with coordinates of any size. Only terminals that have a mouse know it. */
static bool mouse;
static void mouse_mode(bool on) {
  if (cn_capability("kmous")) write_all(on ? "\033[?1000h\033[?1006h" : CN_MOUSE_OFF);
}

/* A cursor that does not blink, as it stands on what is selected all day. The Linux console prints the sequence. */
static void cursor_shape(bool steady) {
  if (cn_shapes_cursor()) write_all(steady ? CN_CURSOR_STEADY : CN_CURSOR_OWN);
}

bool cn_shapes_cursor(void) {
  const char *name = getenv("TERM");
  return name && strncmp(name, "linux", 5) != 0;
}

void cn_mouse(bool on) {
  mouse = on;
  if (screen) mouse_mode(on);
}

static cn_status check_terminal(void) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CN_NOT_A_TERMINAL;
  int found = 0;
  if (setupterm(NULL, STDOUT_FILENO, &found) != OK) return found == 1 ? CN_INCAPABLE_TERM : CN_UNKNOWN_TERM;
  bool capable = cn_capability("cup") != NULL && cn_capability("clear") != NULL;
  del_curterm(cur_term);
  return capable ? CN_OPENED : CN_INCAPABLE_TERM;
}

cn_status cn_open(void) {
  setlocale(LC_ALL, "");
  utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  cn_status status = check_terminal();
  if (status != CN_OPENED) return status;
  cn_guard_save_modes();
  if (!cn_signals_install()) return CN_FAILED;
  page = cn_page_open();
  screen = newterm(NULL, page, stdin);
  if (!screen) {
    cn_page_close(page);
    cn_signals_remove();
    return CN_FAILED;
  }
  /* Not every terminal that calls itself an xterm repeats characters on demand; none needs it. */
  repeat_char = NULL;
  /* Input is read elsewhere, so ncurses must not cut an update short to look for it. */
  typeahead(-1);
  enter();
  if (has_colors()) {
    start_color();
    use_default_colors();
  }
  int across, down;
  if (cn_terminal_size(&across, &down)) cn_resize(across, down);
  cn_guard_prepare();
  cn_guard_begin();
  cn_flush();
  paste_mode(true);
  cursor_shape(true);
  if (mouse) mouse_mode(true);
  return CN_OPENED;
}

static void leave(void) {
  cn_signals_drawing(true);
  paste_mode(false);
  cursor_shape(false);
  /* Hidden, so that endwin shows it. */
  curs_set(0);
  if (mouse) mouse_mode(false);
  endwin();
  cn_guard_end();
  cn_signals_drawing(false);
}

void cn_close(void) {
  if (!screen) return;
  leave();
  cn_signals_remove();
  delscreen(screen);
  cn_page_close(page);
  screen = NULL;
}

void cn_suspend(void) {
  leave();
  cn_signals_stop();
  cn_reclaim();
}

void cn_lend(void) {
  leave();
  cn_signals_lend(true);
}

void cn_take_back(void) {
  cn_signals_lend(false);
  cn_reclaim();
}

void cn_reclaim(void) {
  reset_prog_mode();
  enter();
  cn_guard_begin();
  cn_redraw();
  /* After endwin, a refresh is what enters the screen again. */
  cn_flush();
  paste_mode(true);
  cursor_shape(true);
  if (mouse) mouse_mode(true);
}

int cn_colors(void) { return has_colors() ? COLORS : 1; }
bool cn_can_define_colors(void) { return has_colors() && can_change_color(); }
bool cn_is_utf8(void) { return utf8; }

const char *cn_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (const char *)-1 || value[0] == '\0' ? NULL : value;
}

bool cn_terminal_size(int *across, int *down) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *across = size.ws_col;
  *down = size.ws_row;
  return true;
}

void cn_screen_size(int *across, int *down) { getmaxyx(stdscr, *down, *across); }

void cn_resize(int across, int down) {
  if (is_term_resized(down, across)) resizeterm(down, across);
}
