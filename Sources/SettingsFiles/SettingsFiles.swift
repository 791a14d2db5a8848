// SettingsFiles: what a person sets, from the command line, the environment and a file in YAML. It knows the names, their
// meaning and which source wins, and says what is wrong in which line; it acts on none of it and reads no clock.
import YAMLReading

/// What is wrong in a settings file, where, and under which key.
public typealias SettingsFileError = YAMLFileError
