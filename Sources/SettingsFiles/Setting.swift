/// Everything that can be set: the one table that reading, `warroom config`, the template and the documentation go by.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  case store
  case actor
  case zone
  case zones
  case playbook
  case theme
  case density
  case mouse
  case blink
  case messageCommand = "message_command"
  case editor
  case keys

  /// As files and people call it.
  public var name: String { rawValue }

  public var meaning: String {
    switch self {
    case .store: "The store's file."
    case .actor: "Who acts."
    case .zone: "The zone to show and read times in."
    case .zones: "Further zones in which deadlines are told."
    case .playbook: "The playbook of a new escalation, where nothing else names one."
    case .theme: "The theme: one that ships, or a file in the themes folder."
    case .density: "How close together rows stand: normal or compact."
    case .mouse: "Whether the console takes the mouse."
    case .blink: "Whether what is past its deadline blinks."
    case .messageCommand: "The command that messages are given to."
    case .editor: "What opens a text for writing."
    case .keys: "Keys in place of the usual ones, by command; none takes them away."
    }
  }

  /// What holds where nothing is set, in words.
  public var standard: String {
    switch self {
    case .store: "$XDG_DATA_HOME/warroom/warroom.db"
    case .actor: "the user's name"
    case .zone: "this machine's zone ($TZ)"
    case .zones, .playbook, .messageCommand: "none"
    case .theme: "what suits the terminal"
    case .density: "normal"
    case .mouse: "true"
    case .blink: "false"
    case .editor: "vi"
    case .keys: "the usual ones"
    }
  }

  /// Variables that set it, the first one first.
  public var environment: [String] {
    switch self {
    case .store: ["WARROOM_STORE"]
    case .actor: ["WARROOM_ACTOR"]
    case .zone: ["WARROOM_ZONE"]
    case .theme: ["WARROOM_THEME"]
    case .messageCommand: ["WARROOM_MESSAGE_COMMAND"]
    case .editor: ["VISUAL", "EDITOR"]
    case .zones, .playbook, .density, .mouse, .blink, .keys: []
    }
  }

  /// The option of the command line that sets it for a run.
  public var flag: String? {
    switch self {
    case .store, .actor, .zone, .theme: "--\(rawValue)"
    case .zones, .playbook, .density, .mouse, .blink, .messageCommand, .editor, .keys: nil
    }
  }

  /// As the template shows it.
  var example: String {
    switch self {
    case .store: "store: ~/war-room/warroom.db"
    case .actor: "actor: Ann Lee"
    case .zone: "zone: Europe/Berlin"
    case .zones: "zones: [America/New_York, Asia/Tokyo]"
    case .playbook: "playbook: response"
    case .theme: "theme: light"
    case .density: "density: compact"
    case .mouse: "mouse: false"
    case .blink: "blink: true"
    case .messageCommand: "message_command: mail-to-customer"
    case .editor: "editor: nano"
    case .keys: "keys:\n  acknowledge: [a, ctrl-a]\n  suspend: none"
    }
  }
}
