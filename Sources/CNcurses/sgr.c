/* The same page in fewer bytes. ncurses names both colours whenever one changes, and leaves every other style by way of
   the terminal's own. Here a change of style waits until something is drawn in it, and then only what differs is named. */
#include "CNcurses.h"

#include <stdlib.h>
#include <string.h>

typedef cn_sgr_style style;

static bool is_plain(const char *color) { return !color[0] || strcmp(color, "39") == 0 || strcmp(color, "49") == 0; }

static bool same_color(const char *one, const char *other) {
  return strcmp(one, other) == 0 || (is_plain(one) && is_plain(other));
}

/* Takes one parameter with those that belong to it. False where its meaning is not known. */
static bool take(style *style, const char **text, bool *reset) {
  const char *start = *text;
  long code = strtol(start, NULL, 10);
  *text += strspn(start, "0123456789");
  if (*text == start || code == 0) {
    memset(style, 0, sizeof *style);
    *reset = true;
    return true;
  }
  if (code < 10) {
    style->attributes |= 1 << code;
    return true;
  }
  bool front = (code >= 30 && code <= 39) || (code >= 90 && code <= 97);
  bool back = (code >= 40 && code <= 49) || (code >= 100 && code <= 107);
  if (!front && !back) return false;
  if (code == 38 || code == 48) {
    int parts = strncmp(*text, ";5;", 3) == 0 ? 2 : strncmp(*text, ";2;", 3) == 0 ? 4 : 0;
    if (!parts) return false;
    while (parts--)
      if (*(*text)++ != ';') return false;
      else *text += strspn(*text, "0123456789");
  }
  size_t length = (size_t)(*text - start);
  if (length >= sizeof style->foreground) return false;
  char *color = front ? style->foreground : style->background;
  memcpy(color, start, length);
  color[length] = 0;
  return true;
}

/* Takes all parameters of a sequence up to its final m. False where one of them is not known. */
static bool take_all(style *style, const char *text, bool *reset) {
  do {
    if (!take(style, &text, reset)) return false;
    if (*text == 'm') return true;
  } while (*text++ == ';');
  return false;
}

static char *add(char *to, const char *parameter) {
  if (to[-1] != '[') *to++ = ';';
  size_t length = strlen(parameter);
  memcpy(to, parameter, length);
  return to + length;
}

/* What makes the terminal draw as is wanted. */
static char *settle(cn_sgr *sgr, char *to) {
  const style *want = &sgr->wanted, *has = &sgr->actual;
  if (!sgr->known) return to;
  bool fore = same_color(want->foreground, has->foreground), back = same_color(want->background, has->background);
  if (fore && back && want->attributes == has->attributes) return to;
  /* Attributes go, and colours that were never named come back, by leaving all. */
  bool leaves = (has->attributes & ~want->attributes) || (!fore && !want->foreground[0]) || (!back && !want->background[0]);
  memcpy(to, "\033[", 2);
  to += 2;
  if (leaves) to = add(to, "0");
  for (int code = 1; code < 10; code++)
    if ((want->attributes >> code & 1) && (leaves || !(has->attributes >> code & 1)))
      to = add(to, (char[]){(char)('0' + code), 0});
  if (leaves ? !is_plain(want->foreground) : !fore) to = add(to, want->foreground);
  if (leaves ? !is_plain(want->background) : !back) to = add(to, want->background);
  /* Leaving all and no more is said without a parameter. */
  if (to[-1] == '0' && to[-2] == '[') to--;
  *to++ = 'm';
  sgr->actual = sgr->wanted;
  return to;
}

/* Bytes and sequences that draw nothing, so that style is nothing to them. */
static bool only_moves(const char *text, size_t length) {
  if (length == 1) return strchr("\r\b\016\017", text[0]) && text[0];
  return text[1] == '[' && text[2] != '?' && strchr("ABCDGHd", text[length - 1]) && text[length - 1];
}

/* How long what begins there is: a sequence as a whole, else a byte. */
static size_t piece(const char *text, size_t left) {
  if (text[0] != '\033' || left < 2) return 1;
  if (text[1] == '(' && left > 2) return 3;
  if (text[1] != '[') return 1;
  size_t length = 2;
  while (length < left && text[length] >= 0x20 && text[length] < 0x40) length++;
  return length < left ? length + 1 : left;
}

/* The row that a move leads to, by its number from 1; 0 where that is not known from the move alone. */
static long row_of(const char *text, size_t length) {
  char kind = text[length - 1];
  if (kind != 'H' && kind != 'd') return 0;
  long row = strtol(text + 2, NULL, 10);
  return row ? row : 1;
}

/* Whether the cursor stays in its row: moves within it, and whatever is drawn; ncurses says anew where it is after the
   last column. */
static bool keeps_row(const char *text, size_t length) {
  if (length == 1) return (unsigned char)text[0] >= ' ' || text[0] == '\r' || text[0] == '\b';
  if (text[1] == '(') return true;
  return text[1] == '[' && strchr("mCDGKXP@", text[length - 1]) && text[length - 1];
}

/* By how many lines a sequence scrolls the region up, with its cursor in the last one; 0 for any other sequence. */
static size_t scrolls_up(const char *text, size_t length) {
  if (length < 3 || text[1] != '[' || text[2] == '?' || text[length - 1] != 'S') return 0;
  long lines = strtol(text + 2, NULL, 10);
  return lines > 0 && lines < 10000 ? (size_t)lines : 1;
}

size_t cn_sgr_room(const char *page, size_t length) {
  size_t room = 2 * length + 8;
  for (size_t at = 0, size; at < length; at += size) {
    size = piece(page + at, length - at);
    room += 2 * scrolls_up(page + at, size);
  }
  return room;
}

size_t cn_sgr_shorten(cn_sgr *sgr, const char *page, size_t length, char *shorter) {
  char *to = shorter;
  /* Of the cursor; 0 where it is not known. */
  long row = 0;
  for (size_t at = 0, size; at < length; at += size) {
    const char *text = page + at;
    size = piece(text, length - at);
    bool reset = false;
    long goal = size > 2 && text[1] == '[' ? row_of(text, size) : 0;
    bool is_next = row && goal == row + 1 && text[size - 1] == 'd';
    if (goal || !keeps_row(text, size)) row = goal;
    /* One row down is said without its number. */
    if (is_next && size > 3) {
      memcpy(to, "\033[B", 3);
      to += 3;
      continue;
    }
    if (size == 3 && text[1] == '(') {
      if (sgr->charset == text[2]) continue;
      sgr->charset = text[2];
    } else if (size > 2 && text[1] == '[' && text[size - 1] == 'm') {
      style wanted = sgr->wanted;
      if (take_all(&wanted, text + 2, &reset)) {
        sgr->wanted = wanted;
        if (sgr->known) continue;
        if (reset) {
          sgr->known = true;
          sgr->actual = wanted;
        }
      } else {
        to = settle(sgr, to);
        sgr->known = false;
      }
    } else if (!only_moves(text, size)) {
      to = settle(sgr, to);
    }
    /* Some that answer to xterm pass over scrolling by several lines at once, and leave old lines standing: up it goes
       line by line, and down, where the cursor is in the first line, as lines that are put in. */
    size_t lines = scrolls_up(text, size);
    for (size_t line = 0; line < lines; line++, to += 2) memcpy(to, "\033D", 2);
    if (lines) continue;
    memcpy(to, text, size);
    to += size;
    if (size > 2 && text[1] == '[' && text[2] != '?' && to[-1] == 'T') to[-1] = 'L';
  }
  to = settle(sgr, to);
  return (size_t)(to - shorter);
}
