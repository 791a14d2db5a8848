// EscalationStore: the event log and what is projected from it, in one SQLite file.
//
// It appends events and updates projections in one transaction, waits for other writers, and says in
// `StoreFailure` terms what it could not do. It knows no rule: what a command brings about, and what a log means, it
// asks the domain.
