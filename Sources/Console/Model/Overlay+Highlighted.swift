extension Overlay {
  /// The entry under the cursor, of a list to choose from; nil for what is none.
  var highlighted: Int? {
    get {
      switch self {
      case .orders(let panel): panel.highlighted
      case .palette(let panel): panel.highlighted
      case .ended(let panel): panel.highlighted
      case .views(let panel): panel.highlighted
      case .drafts(let panel): panel.highlighted
      case .columns(let panel): panel.highlighted
      case .compose(let composer): composer.step == .choosing ? composer.highlighted : nil
      case .form, .confirmation, .explanation, .help, .guidance, .commandLine, .output, .messages: nil
      }
    }
    set {
      guard let newValue else { return }
      func moved<Panel>(_ panel: Panel, _ path: WritableKeyPath<Panel, Int>) -> Panel {
        var panel = panel
        panel[keyPath: path] = newValue
        return panel
      }
      switch self {
      case .orders(let panel): self = .orders(moved(panel, \.highlighted))
      case .palette(let panel): self = .palette(moved(panel, \.highlighted))
      case .ended(let panel): self = .ended(moved(panel, \.highlighted))
      case .views(let panel): self = .views(moved(panel, \.highlighted))
      case .drafts(let panel): self = .drafts(moved(panel, \.highlighted))
      case .columns(let panel): self = .columns(moved(panel, \.highlighted))
      case .compose(let composer): self = .compose(moved(composer, \.highlighted))
      case .form, .confirmation, .explanation, .help, .guidance, .commandLine, .output, .messages: break
      }
    }
  }
}
