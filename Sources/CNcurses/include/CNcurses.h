/* CNcurses: the part of ncurses that a screen of cells needs, as plain functions that Swift can see.
   It must not know what a cell means: no theme, no role, no key names. One thread calls it, save where said. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  CN_OPENED,
  CN_NOT_A_TERMINAL, /* standard input or output is not a terminal */
  CN_UNKNOWN_TERM,   /* no description of $TERM */
  CN_INCAPABLE_TERM, /* described, but its cursor cannot be moved */
  CN_FAILED
} cn_status;

enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16, CN_BLINK = 32 };
enum { CN_MARKS = 4, CN_DEFAULT_COLOR = -1 };

/* What one cell, or the two of a wide character, shows. */
typedef struct {
  uint32_t base;
  uint32_t marks[CN_MARKS]; /* combining characters, ended by 0 unless full */
  int32_t pair;
  uint8_t width;
  uint8_t attributes;
} cn_cell;

/* Screen. Opening sets the locale from the environment, once, and takes the terminal over; closing gives it back. */
cn_status cn_open(void);
void cn_close(void);
/* Gives the terminal back for a while, stops the job as Ctrl-Z does, and takes the terminal again when continued. */
void cn_suspend(void);
/* Gives the terminal to another program, and takes it again. In between Ctrl-Z stops the whole job, as anywhere. */
void cn_lend(void);
void cn_take_back(void);
/* Sets the terminal's modes again, after another program may have changed them. */
void cn_reclaim(void);

/* Whether the terminal tells of buttons and the wheel (SGR 1006), from now on and whenever the screen is taken again. It is
   given back without. */
void cn_mouse(bool on);

/* Facts of the open terminal. */
int cn_colors(void);
bool cn_can_define_colors(void);
bool cn_is_utf8(void);
/* The string of a terminfo capability, or NULL. */
const char *cn_capability(const char *name);
/* The size that the terminal says it has; false when it says none. */
bool cn_terminal_size(int *columns, int *rows);
/* The size that is drawn on. */
void cn_screen_size(int *columns, int *rows);
void cn_resize(int columns, int rows);

/* Drawing. Nothing is sent before cn_flush. */
void cn_define_color(int index, int red, int green, int blue); /* 0...255 each */
void cn_plain(int foreground, int background);                 /* the colours of plain text; everything is to be put anew */
int cn_pair(int foreground, int background);                   /* CN_DEFAULT_COLOR for the terminal's own */
void cn_put(int row, int column, const cn_cell *cells, int count);
void cn_show_cursor(int row, int column);
/* Hides it where the terminal can, and leaves it at a place. */
void cn_hide_cursor(int row, int column);
/* The next flush sends the whole screen. */
void cn_redraw(void);
void cn_flush(void);
/* The same in one write, with whatever is sent from the first of the two on. */
void cn_begin_page(void);
void cn_flush_page(void);

/* How a terminal draws, as the parameters of the sequence that says it; no parameter where it is the terminal's own. */
typedef struct {
  char foreground[20], background[20];
  uint16_t attributes; /* a bit for each of 1 to 9 */
} cn_sgr_style;

/* A terminal's style as far as it is known, from page to page. All zero: not known. */
typedef struct {
  cn_sgr_style actual, wanted;
  bool known;
  char charset;
} cn_sgr;

/* Writes a page that shows the same in fewer bytes, and at its end leaves the same style; answers how many. `shorter`
   has room for cn_sgr_room(page, length). O(length). */
size_t cn_sgr_shorten(cn_sgr *sgr, const char *page, size_t length, char *shorter);
size_t cn_sgr_room(const char *page, size_t length);

/* Signals. The descriptor gives one byte a signal, its number: SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGTSTP, SIGCONT. -1
   when it could not be made. Valid for the life of the process. */
int cn_signal_descriptor(void);

/* A counter that never waits (eventfd) for one thread to wake another, or -1. The caller closes it. */
int cn_counter_descriptor(void);
