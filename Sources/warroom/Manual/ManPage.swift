import EscalationDomain
import SettingsFiles

/// The man page, from the parser's own data and the console's command table.
struct ManPage {
  let reference: CommandReference
  let keys: [(keys: String, help: String, place: String)]

  var text: String {
    var lines = [
      ".TH WARROOM 1 \"\" \"warroom \(Warroom.version)\" \"User Commands\"", ".SH NAME",
      "warroom \\- " + escaped(reference.command.abstract ?? ""), ".SH SYNOPSIS", ".B warroom",
      "[\\fIoptions\\fR] [\\fIverb\\fR] [\\fIarguments\\fR]", ".SH DESCRIPTION",
    ]
    lines += (reference.command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? ".PP" : escaped(String($0))
    }
    lines += [".SH OPTIONS OF EVERY VERB"]
    let shared = reference.verbs.first { $0.path == "list" }?.command.arguments?.filter { $0.isShared } ?? []
    for argument in shared { lines += item(argument.spelling, argument.abstract ?? "") }
    lines += [".SH VERBS"]
    for (path, command) in reference.verbs {
      let arguments = (command.arguments ?? []).filter { !$0.isShared && $0.isShown }
      let spelling = arguments.filter { $0.kind == "positional" }.map(\.spelling).joined(separator: " ")
      lines += [".SS " + escaped("\(path) \(spelling)"), escaped(command.abstract ?? "")]
      for argument in arguments where argument.kind != "positional" || argument.abstract != nil {
        lines += item(argument.spelling, argument.abstract ?? "")
      }
    }
    lines += [".SH KEYS"]
    var place = ""
    for key in keys {
      if key.place != place {
        place = key.place
        lines += [".SS " + escaped(place)]
      }
      lines += item(key.keys, key.help)
    }
    lines += [".SH FILTERS", escaped(FilterTable.introduction)]
    for row in FilterTable.rows { lines += item(row.term, row.told) }
    lines += [".SH FILES"]
    for file in Files.all { lines += item(file.path, file.what) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func item(_ term: String, _ text: String) -> [String] {
    [".TP", ".B " + escaped(term), escaped(text.isEmpty ? " " : text)]
  }

  /// Nothing in a text may be taken for a request.
  private func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

/// The filter language, from the table by which it is read.
enum FilterTable {
  static let introduction =
    "The console's / and the verbs list, register and milestone list take the same language. Terms side by side must all "
    + "hold."

  static let rows: [(term: String, meaning: String, place: String, told: String)] =
    FilterField.allCases.map { field in
      let term = field.names.map { "\($0):" }.joined(separator: " ")
      let place = FilterReference.rows(with: field)
      return (term, field.meaning, place, "\(field.meaning) (\(place))")
    } + FilterFlag.allCases.map { ($0.rawValue, $0.meaning, "everywhere", $0.meaning) }
    + FilterReference.joining.map { ($0.term, $0.meaning, "everywhere", $0.meaning) }
}

/// The files and variables the program goes by.
enum Files {
  static let all: [(path: String, what: String)] = files + variables

  private static let files = [
    ("$XDG_DATA_HOME/warroom/warroom.db", "The store, 0600 in a folder of 0700; ~/.local/share by default."),
    ("warroom.db.before-vN-from-vM", "A copy of the store from before its schema was brought up to date."),
    ("$XDG_CONFIG_HOME/warroom/config.yaml", "The settings; ~/.config by default. warroom config --init writes one."),
    ("$XDG_CONFIG_HOME/warroom/themes/*.yaml", "Themes of your own, each by the name of its file."),
  ]

  /// From the table of settings, and those that set none.
  private static let variables =
    Setting.allCases.flatMap { setting in
      setting.environment.map { variable in
        let flag = setting.flag.map { ", where \($0) does not say" } ?? ""
        return (variable, String(setting.meaning.dropLast()) + flag + ".")
      }
    } + [
      (SettingsPath.variable, "The settings file, where --config does not say."),
      ("NO_COLOR", "Set to anything: no colours."),
      ("TZ", "This machine's zone, where nothing else sets one."),
    ]
}
