/* Shared by this target's own files. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

/* The mouse is the terminal's own again. */
#define CN_MOUSE_OFF "\033[?1006l\033[?1000l"
/* What is pasted comes as if it were typed again. */
#define CN_PASTE_OFF "\033[?2004l"

/* The cursor as a block that does not blink, and as the terminal has it by itself. */
#define CN_CURSOR_STEADY "\033[2 q"
#define CN_CURSOR_OWN "\033[0 q"
/* Whether the terminal takes the two above, or passes them over. */
bool cn_shapes_cursor(void);

/* From now on every way out of the process puts the terminal back, a crash included. Call with the screen open. */
void cn_guard_begin(void);
/* The terminal is back as it was, or about to be put back by ncurses. */
void cn_guard_end(void);
/* Keeps the terminal's modes as they are now, for the way out. Call before the screen opens. */
void cn_guard_save_modes(void);
/* Learns, with the screen open, the bytes that put the terminal back. */
void cn_guard_prepare(void);

/* What ncurses writes on; the terminal itself but between the two calls below. Where it cannot be had, standard output. */
FILE *cn_page_open(void);
void cn_page_close(FILE *file);
/* From now on bytes are gathered, then sent in one write. Nothing but cells may go to the terminal between the two: its
   modes cannot be asked for or set then. */
void cn_page_begin(void);
void cn_page_send(bool wanted);
/* Others may have written on the terminal: how it draws is not known until it is told. */
void cn_page_forget(void);

bool cn_signals_install(void);
void cn_signals_remove(void);
/* Stops this process and its job; returns when continued. */
void cn_signals_stop(void);
void cn_signals_lend(bool on);
/* Set while bytes go to the terminal: one that takes no more of them must not keep a process that was told to end. */
void cn_signals_drawing(bool on);
/* The process was told to end. */
bool cn_signals_leaving(void);

/* Puts the terminal back with system calls alone, without waiting for it. Does nothing when it is back already. Safe in
   a signal handler. */
void cn_guard_restore(void);
