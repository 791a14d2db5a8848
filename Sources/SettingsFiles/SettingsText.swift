import YAMLReading

/// Settings files as text: a first one to change, and one line changed in what somebody wrote.
public enum SettingsText {
  /// A file of comments: every setting with its meaning, its default and an example.
  public static var template: String {
    let head = """
      # Settings of warroom. Take the # away before what you want to set.
      # An option of the command line wins over a variable, a variable over this file.
      # An open console takes changes in as the file is saved; store and actor count from the next start.

      """
    return head
      + Setting.allCases.map { setting in
        let variables = setting.environment.map { "$\($0)" }
        let others = ([setting.flag].compactMap(\.self) + variables).joined(separator: ", ")
        let note = "# \(setting.meaning) Default: \(setting.standard)." + (others.isEmpty ? "" : " Also: \(others).")
        let example = setting.example.split(separator: "\n").map { "#\($0)" }.joined(separator: "\n")
        return "\n\(note)\n\(example)\n"
      }.joined()
  }

  /// The text with one setting of a single value set: in place of the line that sets it, else of its example in the
  /// template, else at the end. Everything else stays as it is.
  ///
  /// - Returns: Nil where the text cannot be changed so, as when the value runs over several lines.
  public static func setting(_ setting: Setting, to value: String, in text: String) -> String? {
    let line = "\(setting.name): \(YAMLText.scalar(value))"
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    if let index = lines.firstIndex(where: { $0.hasPrefix("\(setting.name):") }) {
      lines[index] = line
    } else if let index = lines.firstIndex(where: { $0.hasPrefix("#\(setting.name):") }) {
      lines[index] = line
    } else {
      lines.append(line)
    }
    let changed = lines.joined(separator: "\n") + "\n"
    guard let file = try? SettingsFile(changed, path: "config.yaml"), file.entries[setting]?.text == value else {
      return nil
    }
    return changed
  }
}
