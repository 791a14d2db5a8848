import YAMLReading

/// What is good in a settings file of which something is not: one wrong line must not take the others along.
public struct SettingsSalvage: Hashable, Sendable {
  public var file: SettingsFile
  /// What is wrong, from the top.
  public var problems: [SettingsFileError]
  /// What somebody set, or may have meant to, that could not be read.
  public var doubtful: Set<Setting>

  /// More lines than this are not tried one by one.
  private static let most = 200

  /// Reads as ``SettingsFile/init(_:path:)`` does, leaving out what cannot be read.
  ///
  /// O(lines) where all is well, else O(lines²).
  public init(_ text: String, path: String) {
    do {
      self.init(file: try SettingsFile(text, path: path), problems: [], doubtful: [])
    } catch {
      self.init(pieces: SettingsSalvage.pieces(of: text), path: path, first: error)
    }
  }

  private init(file: SettingsFile, problems: [SettingsFileError], doubtful: Set<Setting>) {
    (self.file, self.problems, self.doubtful) = (file, problems, doubtful)
  }

  private init(pieces: [Range<Int>: [Substring]], path: String, first: SettingsFileError) {
    self.init(file: SettingsFile(path: path), problems: [], doubtful: [])
    guard pieces.count <= SettingsSalvage.most else {
      (problems, doubtful) = ([first], Set(Setting.allCases))
      return
    }
    var kept: [Substring] = []
    for (lines, piece) in pieces.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) {
      // What was left out leaves empty lines, so that problems are told where they are.
      let before = kept + Array(repeating: "", count: max(0, lines.lowerBound - kept.count))
      do {
        file = try SettingsFile((before + piece).joined(separator: "\n") + "\n", path: path)
        kept = before + piece
      } catch {
        problems.append(error)
        doubtful.formUnion(SettingsSalvage.meant(by: piece[0]))
      }
    }
    if problems.isEmpty { problems = [first] }
  }

  /// The settings that stand by themselves, by their lines; of the keys each command.
  private static func pieces(of text: String) -> [Range<Int>: [Substring]] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var starts: [Int] = []
    var depth: Int?
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      guard let first = line.dropFirst(indent).first, first != "#" else { continue }
      if indent == 0, !"]}-".contains(first) {
        starts.append(index)
        depth = line.hasPrefix("\(Setting.keys.name):") ? 0 : nil
      } else if let within = depth, indent > 0 {
        if within == 0 { depth = indent }
        if within == 0 || indent == within { starts.append(index) }
      }
    }
    let ends = starts.dropFirst() + [lines.count]
    return Dictionary(
      uniqueKeysWithValues: zip(starts, ends).map { ($0..<$1, Array(lines[$0..<$1])) })
  }

  /// What a line that cannot be read was to set: a name that is nearly right is taken for it, and what names nothing may
  /// have been anything.
  private static func meant(by line: Substring) -> Set<Setting> {
    guard line.first != " " else { return [.keys] }
    let name = line.prefix { $0 != ":" && !$0.isWhitespace }
    guard name.allSatisfy({ $0.isLetter || $0 == "_" || $0 == "-" }), line.contains(":") else {
      return Set(Setting.allCases)
    }
    let known = Setting.allCases.map(\.name)
    let near = NearestWord.of(String(name).lowercased(), among: known) ?? String(name)
    return Setting(rawValue: near).map { [$0] } ?? []
  }
}

extension SettingsFile {
  /// The same with one setting left as it is by itself.
  public func without(_ setting: Setting) -> SettingsFile {
    var file = self
    file.entries[setting] = nil
    return file
  }
}
