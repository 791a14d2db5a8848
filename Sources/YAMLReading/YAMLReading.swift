// YAMLReading: YAML files of ours, read with bounds and with errors that name file, line, column and key.
//
// It knows nothing of what the files say: playbooks, calendars and import profiles are read with it elsewhere.
