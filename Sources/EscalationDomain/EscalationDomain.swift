// EscalationDomain: what a customer escalation is, which clocks it runs under and what a person may do with it.
//
// Pure values and pure functions of events, policy and `now`. It must not know where events are stored, how a
// policy is written down, what a screen looks like, or what time it is.
//
// Rooms: Time (instants, zones, calendars, targets) · Values · Events (the log's facts) · Playbook (what a team
// agreed) · Policy (numbered versions of it) · Escalation (state folded from events) · Clocks (cycles, explain) ·
// Commands (a person's act, checked, becomes events) · Board (rows, order, totals, filter) · Wording (the sentences
// a person reads) · Ports (what a store must do) · Demo.
