// PolicyFiles turns YAML into playbooks and calendars, and says exactly what is wrong where it cannot; it carries those
// that ship. It knows no store and no screen.
