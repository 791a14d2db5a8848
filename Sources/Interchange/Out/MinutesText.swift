import EscalationDomain

/// The minutes of a session as Markdown, Slack's markup, plain text and HTML. Each ends with a line end.
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

  /// Slack shows `*words*` bold and has no headings and no lists.
  public var slack: String {
    text { block in
      switch block {
      case .title(let text), .section(let text), .head(let text): ["*\(MinutesPage.slack(text))*"]
      case .says(let text): [MinutesPage.slack(text)]
      case .points(let texts): texts.map { "• \(MinutesPage.slack($0))" }
      }
    }
  }

  public var plain: String {
    text { block in
      switch block {
      case .title(let text): [text, String(repeating: "=", count: text.count)]
      case .section(let text): [text.uppercased()]
      case .head(let text), .says(let text): [MinutesPage.plain(text)]
      case .points(let texts): texts.map { "- \(MinutesPage.plain($0))" }
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
}
