// Interchange: what comes in from other systems and what goes out to them.
//
// It turns files into events and records into files. It must not know where events are stored (it asks an
// ``ImportDestination``), what a screen looks like, or what time it is.
//
// Rooms: Reading (bytes of a file become rows, with exact errors) · Profile (what a file's columns mean) ·
// Import (rows become events, nothing twice) · Profiles (the profiles that ship, and their reference) · Batch ·
// Out (JSON and CSV of what is here).
