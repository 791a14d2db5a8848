// Console: what a person sees of the escalations and does to them, as values. A model, messages named for what happened,
// a pure update that answers with effects, and a pure view that draws a frame.
// It must not know a terminal, a database, a clock or a file: `now`, keys and data arrive as messages, and effects are
// run by others, who answer with messages.
