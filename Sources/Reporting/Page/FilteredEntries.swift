/// Named parts of a page, each folded away, with buttons that choose which of them are shown.
///
/// The choice is made by style rules alone: the page needs no script. Groups of buttons work together: what is
/// shown has the chosen value in every group.
public struct FilteredEntries: Sendable {
  /// One part.
  public struct Entry: Sendable {
    /// The target of links to it.
    public let id: String
    /// A verdict in front of the title, shown as a badge.
    public let badge: String
    public let title: String
    /// Its value in each group of buttons, by the group's name.
    public let values: [String: String]
    public let body: [HTMLBlock]

    public init(
      id: String, badge: String, title: String, values: [String: String], body: [HTMLBlock]
    ) {
      self.id = id
      self.badge = badge
      self.title = title
      self.values = values
      self.body = body
    }
  }

  /// A choice: its name, and its values in the order of the buttons.
  public struct Group: Sendable {
    public let name: String
    public let values: [String]

    public init(_ name: String, _ values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// What the list is about; different on one page.
  public let name: String
  /// The groups of buttons, in order.
  public let groups: [Group]
  public let entries: [Entry]

  public init(name: String, groups: [Group], entries: [Entry]) {
    for (group, entry) in groups.flatMap({ group in entries.map { (group, $0) } }) {
      precondition(
        entry.values[group.name].map(group.values.contains) ?? true,
        "'\(entry.id)' has a \(group.name) that is no button")
    }
    self.name = name
    self.groups = groups
    self.entries = entries
  }

  /// The values of a group's buttons that entries have, in order, with how many entries have each.
  func values(of group: Group) -> [(value: String, count: Int)] {
    group.values.compactMap { value in
      let count = entries.count { $0.values[group.name] == value }
      return count == 0 ? nil : (value, count)
    }
  }

  /// The class of entries with a value, and the id of its button.
  func mark(_ group: Group, _ value: String) -> String {
    let letters = "\(name)-\(group.name)-\(value)".lowercased()
    return String(letters.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// Rules that hide what is not chosen.
  var styleRules: String {
    groups.flatMap { group in
      values(of: group).map { value, _ in
        let mark = mark(group, value)
        return "body:has(#\(mark):checked) .\(name) > details:not(.\(mark)) { display: none; }\n"
      }
    }.joined()
  }
}

extension HTMLBlock {
  /// The style rules of the lists in this block.
  var styleRules: String {
    switch self {
    case .filteredEntries(let list):
      list.styleRules + list.entries.flatMap(\.body).map(\.styleRules).joined()
    case .details(_, let blocks), .entry(_, _, _, let blocks):
      blocks.map(\.styleRules).joined()
    default: ""
    }
  }
}
