// Messages: a playbook's templates filled with what a record says, as plain text. The domain decides what a field is
// worth, Mustache puts it in its place, Screen says what a terminal could mistake for an order. It knows no store, no
// terminal and no way of sending. Arrow: Messages → EscalationDomain, Screen.
