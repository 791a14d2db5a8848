/* Cells onto the screen. */
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "CNcurses.h"
#include "internal.h"

#include <ncurses.h>
#include <wchar.h>

static attr_t attributes_of(const cn_cell *cell) {
  attr_t attributes = A_NORMAL;
  if (cell->attributes & CN_BOLD) attributes |= A_BOLD;
  if (cell->attributes & CN_DIM) attributes |= A_DIM;
  if (cell->attributes & CN_UNDERLINE) attributes |= A_UNDERLINE;
  if (cell->attributes & CN_REVERSE) attributes |= A_REVERSE;
  if (cell->attributes & CN_ITALIC) attributes |= A_ITALIC;
  if (cell->attributes & CN_BLINK) attributes |= A_BLINK;
  return attributes;
}

static void set(cchar_t *target, const wchar_t *text, const cn_cell *cell) {
  int pair = cell->pair;
  if (setcchar(target, text, attributes_of(cell), 0, &pair) == ERR)
    setcchar(target, L"?", attributes_of(cell), 0, &pair);
}

/* One cell as ncurses has it; two where a character that the C library measures otherwise must give way, so that no
   column ever moves. Answers how many. */
static int convert(const cn_cell *cell, cchar_t *target) {
  wchar_t text[CN_MARKS + 2] = {(wchar_t)cell->base};
  if (wcwidth(text[0]) != cell->width) {
    set(&target[0], L"?", cell);
    if (cell->width == 2) set(&target[1], L" ", cell);
    return cell->width;
  }
  int length = 1;
  for (int mark = 0; mark < CN_MARKS && cell->marks[mark]; mark++)
    if (wcwidth((wchar_t)cell->marks[mark]) == 0) text[length++] = (wchar_t)cell->marks[mark];
  set(&target[0], text, cell);
  return 1;
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
  enum { PIECE = 128 };
  cchar_t piece[PIECE + 1];
  int filled = 0, start = column;
  for (int index = 0; index < count; index++) {
    filled += convert(&cells[index], &piece[filled]);
    column += cells[index].width;
    if (filled >= PIECE - 1 || index == count - 1) {
      mvadd_wchnstr(row, start, piece, filled);
      filled = 0;
      start = column;
    }
  }
}

void cn_define_color(int index, int red, int green, int blue) {
  /* ncurses counts to 1000; rounding up keeps the way back to 255 exact. */
  init_extended_color(index, (red * 1000 + 254) / 255, (green * 1000 + 254) / 255, (blue * 1000 + 254) / 255);
}

/* What pair 0 looks like: ncurses goes back to it after each update, so what changes most should have it. */
static int plain_foreground = CN_DEFAULT_COLOR, plain_background = CN_DEFAULT_COLOR;

void cn_plain(int foreground, int background) {
  if (!has_colors() || assume_default_colors(foreground, background) == ERR) return;
  plain_foreground = foreground;
  plain_background = background;
}

int cn_pair(int foreground, int background) {
  if (!has_colors() || (foreground == plain_foreground && background == plain_background)) return 0;
  int pair = alloc_pair(foreground, background);
  return pair < 0 ? 0 : pair;
}

void cn_show_cursor(int row, int column) {
  move(row, column);
  curs_set(1);
}

void cn_hide_cursor(int row, int column) {
  move(row, column);
  curs_set(0);
}

void cn_redraw(void) {
  cn_page_forget();
  clearok(curscr, TRUE);
}

void cn_flush(void) {
  cn_page_forget();
  cn_signals_drawing(true);
  /* Looked at behind the mark, so that a signal between the two finds one or the other. */
  if (!cn_signals_leaving()) refresh();
  cn_signals_drawing(false);
}

void cn_begin_page(void) { cn_page_begin(); }

void cn_flush_page(void) {
  cn_signals_drawing(true);
  if (!cn_signals_leaving()) refresh();
  cn_page_send(!cn_signals_leaving());
  cn_signals_drawing(false);
}
