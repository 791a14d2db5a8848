import YAMLReading

/// What is wrong in a policy file, where, and under which key.
public typealias PolicyFileError = YAMLFileError
