public import Scalars

/// One value for every variable of a statement, in some number system.
public struct Assignment<S: Scalar>: Sendable {
  public let names: [String]
  public var values: [S]
  /// The representations of the names, which are compared first.
  @usableFromInline let keys: [NameKey]

  @inlinable public init(names: [String], values: [S]) {
    precondition(names.count == values.count, "names.count = values.count")
    self.names = names
    self.values = values
    keys = names.map { NameKey($0) }
  }

  /// The value of a variable of the statement.
  @inlinable public subscript(name: String) -> S {
    let key = NameKey(name)
    // A loop without closures: this is called for every variable at every point of a search.
    for index in keys.indices where keys[index] == key { return values[index] }
    return values[index(ofSlow: name)]
  }

  /// The values of `stem`1 … `stem`count, which follow one another among the variables.
  @inlinable public subscript(stem: String, count: Int) -> [S] {
    guard count > 0 else { return [] }
    guard let first = names.firstIndex(where: { beginsWith($0, stem) }),
      first + count <= names.count, beginsWith(names[first + count - 1], stem)
    else { preconditionFailure("'\(stem)'1 … \(count) are not variables of this statement") }
    return Array(values[first..<first + count])
  }

  /// By bytes: the comparison of characters is slow where names are not ASCII.
  @usableFromInline func index(ofSlow name: String) -> Int {
    guard let index = names.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) else {
      preconditionFailure("'\(name)' is not a variable of this statement: \(names)")
    }
    return index
  }
}

/// The memory of a string: of names up to 15 bytes their bytes, of others an address.
///
/// Equal keys mean equal strings; unequal keys mean nothing.
@usableFromInline struct NameKey: Sendable, Equatable {
  @usableFromInline let low: UInt64
  @usableFromInline let high: UInt64

  @inlinable init(_ name: String) {
    (low, high) = unsafeBitCast(name, to: (UInt64, UInt64).self)
  }

  @inlinable static func == (left: NameKey, right: NameKey) -> Bool {
    left.low == right.low && left.high == right.high
  }
}

/// Whether a name begins with the bytes of a stem.
@usableFromInline func beginsWith(_ name: String, _ stem: String) -> Bool {
  let isPrefix = name.utf8.withContiguousStorageIfAvailable { name in
    stem.utf8.withContiguousStorageIfAvailable { stem in
      guard name.count >= stem.count else { return false }
      for index in stem.indices where name[index] != stem[index] { return false }
      return true
    }
  }
  return (isPrefix ?? nil) ?? name.utf8.starts(with: stem.utf8)
}
