import EscalationDomain

/// The minutes of a session as Markdown, plain text and HTML. Each ends with a line end.
extension MinutesPage {
  public var markdown: String {
    text { block in
      switch block {
      case .title(let text): ["# \(MinutesPage.markdown(text))"]
      case .section(let text): ["## \(MinutesPage.markdown(text))"]
      case .head(let text): ["### \(MinutesPage.markdown(text))"]
      case .says(let text): [MinutesPage.markdown(text)]
      case .points(let texts): texts.map { "- \(MinutesPage.markdown($0))" }
      }
    }
  }

  public var plain: String {
    text { block in
      switch block {
      case .title(let text): [text, String(repeating: "=", count: text.count)]
      case .section(let text): [text.uppercased()]
      case .head(let text): [text]
      case .says(let text): [text]
      case .points(let texts): texts.map { "- \($0)" }
      }
    }
  }

  /// A page of its own, without script, style or anything fetched from elsewhere.
  public var html: String {
    var title = ""
    var body: [String] = []
    for block in blocks {
      switch block {
      case .title(let text):
        title = MinutesPage.html(text)
        body.append("<h1>\(title)</h1>")
      case .section(let text): body.append("<h2>\(MinutesPage.html(text))</h2>")
      case .head(let text): body.append("<h3>\(MinutesPage.html(text))</h3>")
      case .says(let text): body.append("<p>\(MinutesPage.html(text))</p>")
      case .points(let texts): body += ["<ul>"] + texts.map { "<li>\(MinutesPage.html($0))</li>" } + ["</ul>"]
      }
    }
    let head = ["<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">"]
    return (head + ["<title>\(title)</title>", "</head>", "<body>"] + body + ["</body>", "</html>", ""])
      .joined(separator: "\n")
  }

  /// Blocks with an empty line between them.
  private func text(_ lines: (Block) -> [String]) -> String {
    blocks.map { lines($0).joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  /// Nothing in it that a page would run or lay out. Scalar by scalar: a mark that joins a sign does not hide it.
  static func markdown(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>#|!~&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Nothing in it that ends the text it stands in.
  static func html(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;".unicodeScalars
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "\"": result += "&quot;".unicodeScalars
      case "'": result += "&#39;".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
