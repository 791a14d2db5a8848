extension Frame {
  /// The picture as an SVG document: monospaced, every run held to its columns whatever font the viewer has, box and block
  /// elements drawn as shapes so that lines join. Text is escaped; nothing is fetched and nothing runs.
  public func svg(theme: Theme, title: String = "") -> String {
    let margin = 12
    let across = size.columns * SVG.cellWidth
    let down = size.rows * SVG.cellHeight
    let width = across + 2 * margin
    let height = down + 2 * margin
    let base = SVG.Look(theme.paint(Style(.text)), theme)
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="15">

      """
    if !title.isEmpty { svg += "<title>\(SVG.escaped(Visible.text(title, newlines: .space)))</title>\n" }
    svg += "<rect width=\"\(width)\" height=\"\(height)\" rx=\"8\" fill=\"\(base.background)\"/>\n"
    svg += "<g transform=\"translate(\(margin) \(margin))\">\n"
    for row in 0..<size.rows {
      for run in runs(row) { svg += SVG.ground(run, SVG.Look(theme.paint(run.style), theme), base) }
    }
    for row in 0..<size.rows {
      for run in runs(row) { svg += SVG.ink(run, SVG.Look(theme.paint(run.style), theme)) }
    }
    return svg + "</g>\n</svg>\n"
  }

  /// Neighbouring cells of one row in one style.
  private func runs(_ row: Int) -> [SVG.Run] {
    var runs: [SVG.Run] = []
    for column in 0..<size.columns {
      let point = Point(column: column, row: row)
      let cell = self[point]
      if cell.isCovered { continue }
      let cluster = SVG.Run.Cluster(text: text(of: cell), column: column, width: width(at: point))
      if let last = runs.last, last.style == cell.style {
        runs[runs.count - 1].clusters.append(cluster)
      } else {
        runs.append(SVG.Run(row: row, style: cell.style, clusters: [cluster]))
      }
    }
    return runs
  }
}
